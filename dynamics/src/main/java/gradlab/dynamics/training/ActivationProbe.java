package gradlab.dynamics.training;

import gradlab.analysis.layer.Linearisation;
import gradlab.analysis.network.ForwardPass;
import gradlab.analysis.network.Location;
import gradlab.analysis.network.Network;
import gradlab.analysis.spectrum.Euclidean;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the layers put out over a batch: mean and root mean square of each outermost layer's output, and of each activation
 * function the share of its outputs that are 0, of its units that are 0 at every point, and, for tanh and sigmoid, of outputs
 * where the slope is below a hundredth of its largest.
 */
final class ActivationProbe {
    private static final double FLAT = 0.01;

    private ActivationProbe() {}

    static Map<String, Double> of(Network network, ForwardPass pass) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, Linearisation> all = pass.linearisations();
        for (Location location : network.locations()) {
            Linearisation at = all.get(location.path());
            if (at == null
                    || (!location.layer().parts().isEmpty() && location.path().contains("/"))) {
                continue;
            }
            double[] values = at.value();
            if (!location.path().contains("/")) {
                put(numbers, "activation_mean/" + location.path(), mean(values));
                put(numbers, "activation_rms/" + location.path(), Euclidean.norm(values) / Math.sqrt(values.length));
            }
            String kind = location.layer().toString();
            if (kind.equals("relu") || kind.equals("tanh") || kind.equals("sigmoid")) {
                put(numbers, "zero_share/" + location.path(), zeros(values));
                put(numbers, "dead_share/" + location.path(), dead(values, at.batch()));
                if (!kind.equals("relu")) {
                    put(numbers, "saturated_share/" + location.path(), saturated(values, kind.equals("tanh")));
                }
            }
        }
        return numbers;
    }

    private static void put(Map<String, Double> numbers, String name, double value) {
        if (Double.isFinite(value)) {
            numbers.put(name, value);
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }

    private static double zeros(double[] values) {
        int count = 0;
        for (double value : values) {
            count += value == 0 ? 1 : 0;
        }
        return (double) count / values.length;
    }

    private static double dead(double[] values, int batch) {
        int width = values.length / batch;
        int count = 0;
        for (int j = 0; j < width; j++) {
            boolean dead = true;
            for (int i = 0; i < batch; i++) {
                dead &= values[i * width + j] == 0;
            }
            count += dead ? 1 : 0;
        }
        return (double) count / width;
    }

    private static double saturated(double[] values, boolean tanh) {
        int count = 0;
        for (double value : values) {
            double slope = tanh ? 1 - value * value : 4 * value * (1 - value);
            count += slope < FLAT ? 1 : 0;
        }
        return (double) count / values.length;
    }
}
