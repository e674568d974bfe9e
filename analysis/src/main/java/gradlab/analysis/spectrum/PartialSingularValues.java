package gradlab.analysis.spectrum;

import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import java.util.Arrays;

/**
 * The k largest or the k smallest singular values of an operator that is only applied, never formed.
 *
 * <p>Golub-Kahan-Lanczos with full reorthogonalisation (golubkahan1965) on the side that makes the operator tall, with thick
 * restarts for the largest values (baglamareichel2005). After convergence a fresh random direction is followed for
 * some steps, and followed on if a value is found that was missed; so copies of a multiple value are found unless they lie
 * within a few per cent of others still outside. Each value comes with the residual of its triple, computed anew: some
 * singular value lies that near. The smallest values converge slowly, often only when the space is the whole one: then
 * steps run up to the smaller side, and the dense way ({@link SingularValues}) is the better one if the matrix fits.
 *
 * <p>Cost of s steps: s applications of A and A' and O(s p (rows + columns)) operations, p the size of the space (at most
 * 3 k + 40 for the largest, s for the smallest). Norms from 1e-300 to 1e300 are no trouble.
 */
public final class PartialSingularValues {
    /** Steps after convergence in which a value that was missed can show itself. */
    private static final int SECOND_LOOK = 10;

    private final boolean largest;
    private final int count;
    private final double relativeTolerance;
    private final int maxSteps;
    private final long seed;

    private PartialSingularValues(boolean largest, int count, double relativeTolerance, int maxSteps, long seed) {
        this.largest = largest;
        this.count = count;
        this.relativeTolerance = relativeTolerance;
        this.maxSteps = maxSteps;
        this.seed = seed;
    }

    /** The k largest; residuals at most 1e-10 of the largest, at most 2,000 steps, seed 0. */
    public static PartialSingularValues largest(int k) {
        return new PartialSingularValues(true, positive("k", k), 1e-10, 2000, 0);
    }

    /** The k smallest; residuals at most 1e-10 of the largest, at most 2,000 steps, seed 0. */
    public static PartialSingularValues smallest(int k) {
        return new PartialSingularValues(false, positive("k", k), 1e-10, 2000, 0);
    }

    /** Stops once every residual is at most {@code tolerance} times the largest singular value. */
    public PartialSingularValues withRelativeTolerance(double tolerance) {
        if (!(tolerance >= 1e-14 && tolerance < 1)) {
            throw new IllegalArgumentException("relativeTolerance must be in [1e-14, 1), was " + tolerance);
        }
        return new PartialSingularValues(largest, count, tolerance, maxSteps, seed);
    }

    /** Takes at most this many steps, each one application of A and of A'. */
    public PartialSingularValues withMaxSteps(int steps) {
        return new PartialSingularValues(largest, count, relativeTolerance, positive("maxSteps", steps), seed);
    }

    /** Draws starting vectors from this seed. */
    public PartialSingularValues withSeed(long newSeed) {
        return new PartialSingularValues(largest, count, relativeTolerance, maxSteps, newSeed);
    }

    private static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
        return value;
    }

    /**
     * Some singular values.
     *
     * @param values min(k, rows, columns) of them, descending (the smallest ones too)
     * @param residuals of each, the larger of ‖A v - s u‖ and ‖A'u - s v‖
     * @param steps how many were taken
     * @param outcome CONVERGED, MAX_STEPS (the values are what is known so far) or OVERFLOW
     */
    public record Result(Vector values, Vector residuals, int steps, Outcome outcome) {}

    /**
     * The singular values asked for.
     *
     * @throws IllegalArgumentException if the operator maps a finite vector to one with a NaN or infinite entry that
     *     scaling the vector down does not cure
     */
    public Result of(LinearOperator operator) {
        LinearOperator tall = operator.rows() >= operator.columns() ? operator : Operators.transpose(operator);
        int side = tall.columns();
        if (side == 0) {
            return new Result(Vector.of(), Vector.of(), 0, Outcome.CONVERGED);
        }
        RandomStream random = RandomStream.of(seed, "singular values");
        double[] start = random.gaussians(side);
        Euclidean.scale(1 / Euclidean.norm(start), start);
        Rescaled rescaled = Rescaled.of(tall, start);
        SingularSubspace space = new SingularSubspace(rescaled, start, random);
        return new PartialSearch(space, largest, Math.min(count, side), relativeTolerance, SECOND_LOOK)
                .run(maxSteps, rescaled.exponent());
    }

    static Result result(double[] values, double[] residuals, int exponent, int steps, boolean converged) {
        double[] scaledValues =
                Arrays.stream(values).map(x -> Scaling.scalb(x, exponent)).toArray();
        double[] scaledResiduals =
                Arrays.stream(residuals).map(x -> Scaling.scalb(x, exponent)).toArray();
        boolean finite = Arrays.stream(scaledValues).allMatch(Double::isFinite);
        Outcome outcome = !finite ? Outcome.OVERFLOW : converged ? Outcome.CONVERGED : Outcome.MAX_STEPS;
        return new Result(Vector.of(scaledValues), Vector.of(scaledResiduals), steps, outcome);
    }
}
