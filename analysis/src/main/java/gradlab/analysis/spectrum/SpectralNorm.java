package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Svd;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;

/**
 * The spectral norm (largest singular value) of a linear operator.
 *
 * <p>Small operators (smaller side at most {@code denseLimit}, default 48: for Gaussian matrices the dense way was
 * measured to be the faster one up to about that size) are made dense and decomposed. Larger ones go through
 * Golub-Kahan-Lanczos bidiagonalisation (golubkahan1965) with full reorthogonalisation, started from a random vector of a
 * fixed seed: k steps take k applications of A and A' and O(k^2 (rows + columns)) operations. If that has not converged
 * after {@code maxSteps} and the smaller side is at most 1024, the dense way is taken after all.
 *
 * <p>What is certain: up to rounding the value is at most the norm, and some singular value lies within {@code residual}
 * of it. That it is the largest holds with probability one over the starting vector in exact arithmetic; once the
 * residual is below the gap to the second singular value, the error is about residual^2 / gap.
 *
 * <p>An empty operator has norm 0. Norms from 1e-300 to 1e300 are no trouble.
 */
public final class SpectralNorm {
    private static final int DENSE_AFTER_ALL = 1024;

    private final double relativeTolerance;
    private final int maxSteps;
    private final int denseLimit;
    private final long seed;
    private final DenseBackend backend;

    private SpectralNorm(double relativeTolerance, int maxSteps, int denseLimit, long seed, DenseBackend backend) {
        this.relativeTolerance = relativeTolerance;
        this.maxSteps = maxSteps;
        this.denseLimit = denseLimit;
        this.seed = seed;
        this.backend = backend;
    }

    /** Relative tolerance 1e-10, at most 300 steps, dense up to 48, seed 0. */
    public static SpectralNorm withDefaults() {
        return new SpectralNorm(1e-10, 300, 48, 0, DenseBackend.fixedOrder());
    }

    /** Stops once the residual is at most {@code tolerance} times the value. */
    public SpectralNorm withRelativeTolerance(double tolerance) {
        if (!(tolerance >= 1e-15 && tolerance < 1)) {
            throw new IllegalArgumentException("relativeTolerance must be in [1e-15, 1), was " + tolerance);
        }
        return new SpectralNorm(tolerance, maxSteps, denseLimit, seed, backend);
    }

    /** Takes at most this many Lanczos steps, each one application of A and of A'. */
    public SpectralNorm withMaxSteps(int steps) {
        return new SpectralNorm(relativeTolerance, checked("maxSteps", steps, 1), denseLimit, seed, backend);
    }

    /** Makes operators dense whose smaller side is at most this; 0 never at once. */
    public SpectralNorm withDenseLimit(int limit) {
        return new SpectralNorm(relativeTolerance, maxSteps, checked("denseLimit", limit, 0), seed, backend);
    }

    /** Draws the starting vector from this seed. */
    public SpectralNorm withSeed(long newSeed) {
        return new SpectralNorm(relativeTolerance, maxSteps, denseLimit, newSeed, backend);
    }

    /** Decomposes with these kernels where the dense way is taken; the default gives the same bits on every machine. */
    public SpectralNorm withBackend(DenseBackend other) {
        return new SpectralNorm(relativeTolerance, maxSteps, denseLimit, seed, other);
    }

    private static int checked(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }
        return value;
    }

    /**
     * The norm of an operator.
     *
     * @throws IllegalArgumentException if the operator maps a finite vector to one with a NaN or infinite entry that
     *     scaling the vector down does not cure
     */
    public Result of(LinearOperator operator) {
        int side = Math.min(operator.rows(), operator.columns());
        if (side == 0) {
            return new Result(0, 0, 0, Outcome.DENSE, Vector.of(new double[operator.columns()]));
        }
        if (side <= denseLimit) {
            return dense(DenseMatrix.of(operator), 0);
        }
        Result result = new GolubKahanLanczos(operator, relativeTolerance, Math.min(maxSteps, side + 1), seed).run();
        if (result.outcome() == Outcome.MAX_STEPS && side <= DENSE_AFTER_ALL) {
            return dense(DenseMatrix.of(operator), result.steps());
        }
        return result;
    }

    private Result dense(DenseMatrix matrix, int steps) {
        Svd svd = backend.svd(matrix.toArray(), matrix.rows(), matrix.columns());
        double value = svd.singularValues().get(0);
        double[] right = new double[matrix.columns()];
        double[] left = new double[matrix.rows()];
        for (int j = 0; j < right.length; j++) {
            right[j] = svd.v().get(j, 0);
        }
        for (int i = 0; i < left.length; i++) {
            left[i] = svd.u().get(i, 0);
        }
        Rescaled rescaled = Rescaled.of(matrix, right);
        double scaledValue = Math.scalb(value, -rescaled.exponent());
        double residual = Math.scalb(rescaled.residual(scaledValue, left, right), rescaled.exponent());
        return Result.of(value, residual, steps, Outcome.DENSE, right);
    }

    /** Why the computation stopped. */
    public enum Outcome {
        /** The residual met the tolerance. */
        CONVERGED("none needed"),
        /** The operator was made dense and decomposed directly. */
        DENSE("none needed"),
        /** The residual is above the tolerance after the last step; the value is still a lower bound. */
        MAX_STEPS("raise maxSteps or loosen relativeTolerance"),
        /** The norm is above the largest double; value and residual are infinite. */
        OVERFLOW("scale the operator by a power of two");

        private final String advice;

        Outcome(String advice) {
            this.advice = advice;
        }

        /** What to do about it. */
        public String advice() {
            return advice;
        }
    }

    /**
     * A spectral norm.
     *
     * @param value the norm, up to rounding a lower bound of it
     * @param residual the larger of {@code ‖A v - value u‖} and {@code ‖A' u - value v‖} for the unit vectors found; some
     *     singular value lies this near to {@code value}
     * @param steps Lanczos steps taken, 0 if dense at once
     * @param outcome why it stopped
     * @param rightVector the unit vector v that is amplified the most; zeros if the operator has no rows
     */
    public record Result(double value, double residual, int steps, Outcome outcome, Vector rightVector) {
        /** Which way was taken, and why. */
        public String explanation() {
            String lanczos = steps == 1 ? "one Lanczos step" : steps + " Lanczos steps";
            return switch (outcome) {
                case CONVERGED -> lanczos + " were enough, so the operator was not made dense";
                case DENSE ->
                    steps == 0
                            ? "small enough to be decomposed at once"
                            : "decomposed, since " + lanczos + " had not been enough";
                case MAX_STEPS -> "too large to be decomposed, and " + lanczos + " were not enough";
                case OVERFLOW -> "above the largest double";
            };
        }

        static Result of(double value, double residual, int steps, Outcome outcome, double[] right) {
            return Double.isFinite(value) && Double.isFinite(residual)
                    ? new Result(value, residual, steps, outcome, Vector.of(right))
                    : new Result(
                            Double.POSITIVE_INFINITY,
                            Double.POSITIVE_INFINITY,
                            steps,
                            Outcome.OVERFLOW,
                            Vector.of(right));
        }
    }
}
