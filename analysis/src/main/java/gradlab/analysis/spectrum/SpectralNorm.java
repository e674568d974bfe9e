package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.OperatorBatch;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import java.util.Collections;
import java.util.List;

/**
 * The spectral norm (largest singular value) of a linear operator.
 *
 * <p>There are two ways. Golub-Kahan-Lanczos bidiagonalisation (golubkahan1965) from a random vector of a fixed seed takes
 * an application of A and of A' a step. The dense way multiplies the operator out and computes singular values. Which is
 * cheaper is estimated from their costs ({@link NormCost}) and the number of steps: before the first step, after it from how
 * unequally it stretched a random vector, later from the convergence seen; Lanczos is left for the dense way as soon as
 * what it still needs costs more.
 *
 * <p>What is certain of Lanczos: up to rounding the value is at most the norm, and some singular value lies within
 * {@code residual} of it. That it is the largest holds with probability one over the starting vector in exact arithmetic. It
 * stops once the residual, or the error estimated as residual^2 over the gap to the next singular value, is small enough.
 *
 * <p>An empty operator has norm 0. Norms from 1e-300 to 1e300 are no trouble.
 */
public final class SpectralNorm {
    private final double relativeTolerance;
    private final int maxSteps;
    private final Way way;
    private final long seed;
    private final DenseBackend backend;

    private SpectralNorm(double relativeTolerance, int maxSteps, Way way, long seed, DenseBackend backend) {
        this.relativeTolerance = relativeTolerance;
        this.maxSteps = maxSteps;
        this.way = way;
        this.seed = seed;
        this.backend = backend;
    }

    /** How to compute it. */
    public enum Way {
        /** The one that is estimated to be cheaper. */
        CHEAPER,
        /** Lanczos, whatever it costs; no matrix is stored. */
        LANCZOS,
        /** The singular values of the matrix. */
        DENSE
    }

    /** Relative tolerance 1e-10, at most 300 steps, the cheaper way, seed 0. */
    public static SpectralNorm withDefaults() {
        return new SpectralNorm(1e-10, 300, Way.CHEAPER, 0, DenseBackend.fixedOrder());
    }

    /** Stops once the residual is at most {@code tolerance} times the value, or the estimated error 1e-4 times that. */
    public SpectralNorm withRelativeTolerance(double tolerance) {
        if (!(tolerance >= 1e-15 && tolerance < 1)) {
            throw new IllegalArgumentException("relativeTolerance must be in [1e-15, 1), was " + tolerance);
        }
        return new SpectralNorm(tolerance, maxSteps, way, seed, backend);
    }

    /** Takes at most this many Lanczos steps, each one application of A and of A'. */
    public SpectralNorm withMaxSteps(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("maxSteps must be at least 1, was " + steps);
        }
        return new SpectralNorm(relativeTolerance, steps, way, seed, backend);
    }

    /** Goes this way. */
    public SpectralNorm withWay(Way other) {
        return new SpectralNorm(relativeTolerance, maxSteps, other, seed, backend);
    }

    /** Draws the starting vector from this seed. */
    public SpectralNorm withSeed(long newSeed) {
        return new SpectralNorm(relativeTolerance, maxSteps, way, newSeed, backend);
    }

    /** Decomposes with these kernels where the dense way is taken; the default gives the same bits on every machine. */
    public SpectralNorm withBackend(DenseBackend other) {
        return new SpectralNorm(relativeTolerance, maxSteps, way, seed, other);
    }

    /**
     * A spectral norm.
     *
     * @param value the norm
     * @param residual some singular value lies this near to {@code value}, up to rounding
     * @param steps Lanczos steps taken, 0 if dense at once
     * @param outcome CONVERGED, DENSE, MAX_STEPS (the value is a lower bound) or OVERFLOW
     * @param method which way was gone, and why
     */
    public record Result(double value, double residual, int steps, Outcome outcome, String method) {}

    /**
     * The norm of an operator.
     *
     * @throws IllegalArgumentException if the operator maps a finite vector to one with a NaN or infinite entry that
     *     scaling the vector down does not cure
     */
    public Result of(LinearOperator operator) {
        if (NormCost.side(operator) == 0) {
            return new Result(0, 0, 0, Outcome.DENSE, "nothing to compute: the operator is empty");
        }
        if (way == Way.DENSE) {
            return dense().of(operator, "as was asked for", 0);
        }
        NormCost cost = NormCost.of(operator, backend);
        NormSearch search = new NormSearch(operator, relativeTolerance, seed);
        if (way == Way.LANCZOS) {
            search.run(maxSteps);
            return search.result("as was asked for");
        }
        String instead = search.run(maxSteps, cost);
        return instead.isEmpty() ? search.result(cost.comparison()) : dense().of(operator, instead, search.steps());
    }

    /**
     * The norms of operators that are applied together, in order: Lanczos for each, step by step for all. For the Jacobians
     * of a network at many inputs that reads the weights once a step for all of them, which is what a step costs. Norms
     * from 1e-150 to 1e150 are no trouble.
     *
     * @throws IllegalArgumentException if a product is not finite
     */
    public List<Result> ofEach(OperatorBatch batch) {
        if (Math.min(batch.rows(), batch.columns()) == 0) {
            return Collections.nCopies(batch.count(), of(Operators.zero(batch.rows(), batch.columns())));
        }
        return new JointNorms(batch, relativeTolerance, seed).run(maxSteps);
    }

    /**
     * The unit vector that is stretched the most, as far as Lanczos finds it.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public Vector mostStretched(LinearOperator operator) {
        if (NormCost.side(operator) == 0) {
            return Vector.of(new double[operator.columns()]);
        }
        NormSearch search = new NormSearch(operator, relativeTolerance, seed);
        search.run(maxSteps);
        return Vector.of(search.vector());
    }

    private DenseNorm dense() {
        return new DenseNorm(backend);
    }
}
