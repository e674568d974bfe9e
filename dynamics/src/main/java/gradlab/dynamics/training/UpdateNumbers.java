package gradlab.dynamics.training;

import gradlab.analysis.spectrum.Euclidean;
import gradlab.dynamics.optimiser.Clip;
import java.util.Map;

/** What an update did: norms by layer, the rate, and what clipping left of the gradient. Worked out when it is put. */
final class UpdateNumbers {
    private final StepProbe probe;
    private final double[] before;
    private final double[] after;
    private final double[] used;
    private final double rate;

    /**
     * What an update did.
     *
     * @param used the gradient as it was used
     */
    UpdateNumbers(StepProbe probe, double[] before, double[] after, double[] used, double rate) {
        this.probe = probe;
        this.before = before;
        this.after = after;
        this.used = used;
        this.rate = rate;
    }

    void putInto(Map<String, Double> numbers, Updates rules) {
        double[] change = new double[after.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = after[i] - before[i];
        }
        double norm = Euclidean.norm(change);
        if (Double.isFinite(norm)) {
            numbers.put("update_norm", norm);
            probe.putNorms("update_norm/", change, numbers);
        }
        numbers.put("rate", rate);
        if (rules.clip().kind() != Clip.Kind.NONE) {
            numbers.put("clipped_gradient_norm", Euclidean.norm(used));
        }
    }
}
