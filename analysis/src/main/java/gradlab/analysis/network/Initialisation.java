package gradlab.analysis.network;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.Svd;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.random.RandomStream;

/**
 * How the weights of a dense layer are drawn, outputs by inputs, times a gain g.
 *
 * @param scheme the distribution at gain 1
 * @param gain g, not negative: every entry is multiplied by it
 */
public record Initialisation(Scheme scheme, double gain) {
    /** Checks the gain. */
    public Initialisation {
        if (!(gain >= 0 && gain < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("gain must be finite and not negative, was " + gain);
        }
    }

    /** The distributions at gain 1, with n_in inputs and n_out outputs. */
    public enum Scheme {
        /** N(0, 2 / n_in): keeps the mean square of a wide ReLU network forward (he2015). */
        HE,
        /** N(0, 2 / (n_in + n_out)): a compromise of forward and backward for linear units (glorotbengio2010). */
        XAVIER,
        /** N(0, 1 / n_in): keeps the mean square of a wide linear network forward (lecun1998). */
        LECUN,
        /** Uniform among the matrices with orthonormal rows or columns, whichever are fewer (saxe2014). */
        ORTHOGONAL,
        /** N(0, 1 / n_in), as LECUN: at gain g the N(0, g^2 / n_in) of the theory of random networks (poole2016). */
        GAUSSIAN,
        /** Ones on the diagonal, zeros elsewhere (le2015); nothing is drawn. */
        IDENTITY
    }

    /** A scheme at gain 1. */
    public static Initialisation of(Scheme scheme) {
        return new Initialisation(scheme, 1);
    }

    /** The same scheme at another gain: He at gain g draws N(0, g^2 2 / n_in). */
    public Initialisation withGain(double newGain) {
        return new Initialisation(scheme, newGain);
    }

    /** Draws a weight matrix; entries row by row from the stream. */
    public DenseMatrix weight(int outputs, int inputs, RandomStream random) {
        if (outputs < 1 || inputs < 1) {
            throw new IllegalArgumentException(
                    "outputs and inputs must be at least 1, were " + outputs + " and " + inputs);
        }
        if (scheme == Scheme.IDENTITY) {
            return identity(outputs, inputs);
        }
        double[] entries = random.gaussians(Math.multiplyExact(outputs, inputs));
        if (scheme == Scheme.ORTHOGONAL) {
            entries = orthogonalFactor(entries, outputs, inputs);
        }
        double deviation = gain * deviation(outputs, inputs);
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= deviation;
        }
        return DenseMatrix.of(outputs, inputs, entries);
    }

    private DenseMatrix identity(int outputs, int inputs) {
        double[] entries = new double[Math.multiplyExact(outputs, inputs)];
        for (int i = 0; i < Math.min(outputs, inputs); i++) {
            entries[i * inputs + i] = gain;
        }
        return DenseMatrix.of(outputs, inputs, entries);
    }

    private double deviation(int outputs, int inputs) {
        return switch (scheme) {
            case HE -> Math.sqrt(2.0 / inputs);
            case XAVIER -> Math.sqrt(2.0 / ((double) inputs + outputs));
            case LECUN, GAUSSIAN -> Math.sqrt(1.0 / inputs);
            case ORTHOGONAL, IDENTITY -> 1;
        };
    }

    /** U V' of the thin decomposition of a Gaussian matrix: uniform (Haar) by its invariance under rotations. */
    private static double[] orthogonalFactor(double[] gaussian, int rows, int columns) {
        Svd svd = DenseKernels.svd(gaussian, rows, columns);
        int k = Math.min(rows, columns);
        double[] right = DenseKernels.transpose(svd.v().toArray(), columns, k);
        return DenseKernels.multiply(svd.u().toArray(), right, rows, k, columns);
    }
}
