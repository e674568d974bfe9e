package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.spectrum.Euclidean;
import java.util.Optional;

/** The largest gain found so far, of a loop in units of its own ({@link LoopScale}). A flow has one at infinity, too: that of D. */
final class GainPeak {
    private static final int SAMPLES = 16;
    private static final int MOST_EIGENVALUES = 64;
    /** Where the gain does not depend on the frequency, the first one tried stays. */
    private static final double ROUNDING = 1e-13;

    private final LinearLoop loop;
    private final FrequencyResponse response;
    private final LevelFrequencies crossings;
    private final LoopScale scale;
    private double gain = -1;
    private double frequency;

    private GainPeak(LoopScale scale, DenseBackend backend) {
        this.loop = scale.loop();
        this.scale = scale;
        this.response = FrequencyResponse.of(loop);
        sample(backend);
        boolean turned = loop.isInSteps() && response.largest(Math.PI) > response.largest(0);
        this.crossings = new LevelFrequencies(loop, turned, backend);
    }

    static GainPeak of(LinearLoop loop, DenseBackend backend) {
        return new GainPeak(LoopScale.of(loop), backend);
    }

    /** At 0, near the frequencies of the eigenvalues, and in steps over the whole half circle. */
    private void sample(DenseBackend backend) {
        consider(0);
        Eigenvalues values = backend.eigenvalues(loop.state().toArray(), loop.order());
        for (int i = 0; i < Math.min(values.size(), MOST_EIGENVALUES); i++) {
            double re = values.real().get(i);
            double im = Math.abs(values.imaginary().get(i));
            consider(loop.isInSteps() ? StrictMath.atan2(im, re) : im);
            if (!loop.isInSteps() && im > Math.abs(re)) {
                consider(Math.sqrt(im - re) * Math.sqrt(im + re));
            }
        }
        for (int k = 1; loop.isInSteps() && k <= SAMPLES; k++) {
            consider(Math.PI * k / SAMPLES);
        }
        if (!loop.isInSteps() && loop.isDirect()) {
            consider(Double.POSITIVE_INFINITY);
        }
    }

    private void consider(double at) {
        double value = response.largest(at);
        if (value > gain * (1 + ROUNDING)) {
            gain = value;
            frequency = at;
        }
    }

    /** Evaluates where a level (of {@link #gain}) is crossed and between; false if the crossings could not be computed. */
    boolean raise(double level) {
        Optional<double[]> found = crossings.at(LoopScale.scalb(level, -scale.gain()));
        if (found.isEmpty()) {
            return false;
        }
        double before = 0;
        for (double candidate : found.get()) {
            consider((before + candidate) / 2);
            consider(candidate);
            before = candidate;
        }
        if (loop.isInSteps()) {
            consider((before + Math.PI) / 2);
        }
        return true;
    }

    /** The largest gain so far. */
    double gain() {
        return LoopScale.scalb(gain, scale.gain());
    }

    /** Where. */
    double frequency() {
        return LoopScale.scalb(frequency, scale.time());
    }

    /**
     * How many units of roundoff, relative, the computed gain may be off by: n (‖A‖ + |z|) ‖R‖ of a plain loop, R = (z I - A)^-1,
     * and ‖C‖ ‖R‖ ‖B‖ over the gain times that of another; estimated.
     */
    double sensitivity() {
        if (Double.isInfinite(frequency)) {
            return 16.0 * loop.order();
        }
        double size = Euclidean.norm(loop.state().toArray()) + (loop.isInSteps() ? 1 : Math.abs(frequency));
        if (loop.isPlain()) {
            return 16.0 * loop.order() * size * gain;
        }
        double resolvent =
                FrequencyResponse.of(LinearLoop.of(loop.state(), loop.clock())).largest(frequency);
        double path = Euclidean.norm(loop.input().toArray())
                * resolvent
                * Euclidean.norm(loop.output().toArray());
        return 16.0 * loop.order() * size * resolvent * Math.max(1, gain > 0 ? path / gain : 1);
    }
}
