package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.spectrum.Euclidean;
import java.util.Optional;

/**
 * The largest gain found so far. A flow is looked at in units of time in which the entries of its generator are of size 1,
 * so that no scale of it matters.
 */
final class GainPeak {
    private static final int SAMPLES = 16;
    private static final int MOST_EIGENVALUES = 64;
    /** Where the gain does not depend on the frequency, the first one tried stays. */
    private static final double ROUNDING = 1e-13;

    private final LinearLoop loop;
    private final FrequencyResponse response;
    private final LevelFrequencies crossings;
    private final int exponent;
    private double gain = -1;
    private double frequency;

    private GainPeak(LinearLoop loop, int exponent, DenseBackend backend) {
        this.loop = loop;
        this.exponent = exponent;
        this.response = FrequencyResponse.of(loop);
        sample(backend);
        boolean turned = loop.isInSteps() && response.largest(Math.PI) > response.largest(0);
        this.crossings = new LevelFrequencies(loop, turned, backend);
    }

    static GainPeak of(LinearLoop loop, DenseBackend backend) {
        int exponent = loop.isInSteps() ? 0 : exponent(loop.state());
        LinearLoop scaled = exponent == 0
                ? loop
                : new LinearLoop(scaled(loop.state(), -exponent), loop.input(), loop.output(), loop.clock());
        return new GainPeak(scaled, exponent, backend);
    }

    private static int exponent(DenseMatrix matrix) {
        double largest = 0;
        for (double entry : matrix.toArray()) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest == 0 ? 0 : Math.getExponent(largest);
    }

    private static DenseMatrix scaled(DenseMatrix matrix, int exponent) {
        double[] entries = matrix.toArray();
        for (int i = 0; i < entries.length; i++) {
            entries[i] = Math.scalb(Math.scalb(entries[i], exponent / 2), exponent - exponent / 2);
        }
        return DenseMatrix.of(matrix.rows(), matrix.columns(), entries);
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
        Optional<double[]> found = crossings.at(Math.scalb(level, exponent));
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
        return Math.scalb(gain, -exponent);
    }

    /** Where. */
    double frequency() {
        return Math.scalb(frequency, exponent);
    }

    /** How many units of roundoff, relative, the computed gain may be off by: n (‖A‖ + |z|) ‖(z I - A)^-1‖, estimated. */
    double sensitivity() {
        double size = Euclidean.norm(loop.state().toArray()) + (loop.isInSteps() ? 1 : Math.abs(frequency));
        double scale = Euclidean.norm(loop.input().toArray())
                * Euclidean.norm(loop.output().toArray());
        double perUnit = loop.isPlain() ? 1 : scale;
        return 16.0 * loop.order() * size * (perUnit > 0 ? gain / perUnit : 1);
    }
}
