package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;

/**
 * The Kreiss constant of a square real matrix between two bounds: for powers
 * {@code K = sup over |z| > 1 of (|z| - 1) ‖(z I - A)^-1‖}, for the flow of x' = A x
 * {@code K = sup over Re z > 0 of Re z ‖(z I - A)^-1‖}. The matrix theorem of Kreiss says K <= sup ‖A^k‖ <= e n K, and
 * likewise for ‖exp(t A)‖ (trefethenembree2005, chapters 14 and 18).
 *
 * <p>Lower bound: the function at a point. Upper bound: the largest norm of the resolvent on a circle or a line, found with
 * a level that is crossed nowhere there (mitchell2020, boyd1990), is log-convex in the logarithm of the radius or in the
 * real part; so a few of them bound all between ({@link KreissSearch}). Far away the distance from the numerical range
 * bounds the resolvent. K itself is at least 1, the limit at infinity.
 *
 * <p>Guaranteed up to rounding: of the resolvent (n 1e-15 ‖A‖ in sigma_min) and of the eigenvalues of a matrix of order 2n that
 * say whether a level is crossed; matrices whose constant is above 1e10 or so are beyond both. An unstable matrix has no
 * finite upper bound, nor does one with an eigenvalue on the boundary, unless ‖A‖ <= 1 or the numerical abscissa is <= 0.
 * Cost: some 20 eigenvalue problems of order 2n and some hundred times 100 n^2 operations; 1/sqrt(tolerance) times that.
 */
public final class KreissConstant {
    /** Of larger matrices the resolvent near the boundary is beyond what rounding leaves, and nothing is said. */
    private static final double LARGEST = 1e30;

    private final boolean discrete;
    private final double tolerance;
    private final int maxSteps;

    private KreissConstant(boolean discrete, double tolerance, int maxSteps) {
        this.discrete = discrete;
        this.tolerance = tolerance;
        this.maxSteps = maxSteps;
    }

    /** Of powers: with respect to the unit disc. Bounds within 1 %, at most 20,000 resolvents. */
    public static KreissConstant ofPowers() {
        return new KreissConstant(true, 0.01, 20_000);
    }

    /** Of exponentials: with respect to the left half plane. Bounds within 1 %, at most 20,000 resolvents. */
    public static KreissConstant ofFlow() {
        return new KreissConstant(false, 0.01, 20_000);
    }

    /** Stops once the upper bound is at most 1 + tolerance times the lower one. The cost goes as 1/sqrt(tolerance). */
    public KreissConstant withRelativeTolerance(double newTolerance) {
        if (!(newTolerance >= 1e-4 && newTolerance < 1)) {
            throw new IllegalArgumentException("relativeTolerance must be in [1e-4, 1), was " + newTolerance);
        }
        return new KreissConstant(discrete, newTolerance, maxSteps);
    }

    /** Evaluates at most this many resolvents in the search. */
    public KreissConstant withMaxSteps(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("maxSteps must be at least 1, was " + steps);
        }
        return new KreissConstant(discrete, tolerance, steps);
    }

    /**
     * Bounds of a Kreiss constant.
     *
     * @param lower attained at the point {@code re + i im}, or 1, the limit at infinity (then the point is infinite)
     * @param upper at least the constant, possibly infinite; 1 of an empty matrix
     * @param re real part of the point where the lower bound is attained
     * @param im its imaginary part, not negative
     * @param steps how many resolvents were evaluated
     * @param outcome CONVERGED, MAX_STEPS, or UNBOUNDED: the lower bound passed 1e12, which of a matrix of moderate size
     *     cannot be told from infinity
     */
    public record Result(double lower, double upper, double re, double im, int steps, Outcome outcome) {}

    /**
     * The Kreiss constant of a square operator.
     *
     * @throws IllegalArgumentException if the operator is not square or an entry is not finite
     */
    public Result of(LinearOperator operator) {
        Scaling scaling = Scaling.ofSquare(operator);
        Result one = new Result(1, 1, Double.POSITIVE_INFINITY, 0, 0, Outcome.CONVERGED);
        if (scaling.rows() == 0) {
            return one;
        }
        NumericalRange range = NumericalRange.of(operator, 25, DenseBackend.fixedOrder());
        if (!(range.radiusUpper() < LARGEST)) {
            return new Result(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0, Outcome.UNBOUNDED);
        }
        double excess = discrete
                ? Math.min(range.radiusUpper(), SingularValues.of(operator).largest()) - 1
                : range.abscissa();
        if (excess <= 1e-15 * scaling.rows()) {
            return one;
        }
        return search(operator, range);
    }

    private Result search(LinearOperator operator, NumericalRange range) {
        CheckedEigenvalues eigenvalues = CheckedEigenvalues.of(operator);
        for (int i = 0; i < eigenvalues.values().size(); i++) {
            double re = eigenvalues.values().real().get(i);
            double im = eigenvalues.values().imaginary().get(i);
            double quotient = (discrete ? StrictMath.hypot(re, im) - 1 : re)
                    / eigenvalues.backwardErrors().get(i);
            if (quotient > KreissSearch.INFINITE) {
                return new Result(quotient, Double.POSITIVE_INFINITY, re, Math.abs(im), 0, Outcome.UNBOUNDED);
            }
        }
        double[] entries = DenseMatrix.of(operator).toArray();
        ResolventPeak peaks = new ResolventPeak(
                Resolvent.of(operator), new LevelCrossings(entries, operator.rows(), discrete), eigenvalues, discrete);
        // With |z| or Re z = p and the numerical range within w: p/(p - w) is at most 1 + slack from w (1 + 1/slack)
        // on.
        double slack = tolerance / 2;
        double reach = discrete ? range.radiusUpper() : range.abscissa();
        return new KreissSearch(peaks, discrete, tolerance, maxSteps).run(reach * (1 + 1 / slack), 1 + slack);
    }
}
