package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.backend.Eigenvectors;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The outermost eigenvalues of a square operator that is only applied, never formed: those of the largest and of the
 * smallest real part and of the largest imaginary part, with whatever others converge beside them.
 *
 * <p>Arnoldi's method (saad2011, chapter 6) with full orthogonalisation from a Gaussian vector of the seed, so k steps cost k
 * applications of A and O(k^2 n) operations. A Ritz value is kept once the residual {@code ‖A z - theta z‖} of its unit
 * vector is at most the tolerance times the largest modulus seen: theta is then an eigenvalue of a matrix that near to A. For
 * a symmetric operator an eigenvalue of A lies within the residual of it; for others it may be farther off.
 */
public final class PartialEigenvalues {
    private static final int CHECK_EVERY = 10;
    private static final double BREAKDOWN = 1e-14;

    private final double relativeTolerance;
    private final int maxSteps;
    private final long seed;

    private PartialEigenvalues(double relativeTolerance, int maxSteps, long seed) {
        this.relativeTolerance = relativeTolerance;
        this.maxSteps = maxSteps;
        this.seed = seed;
    }

    /** Residuals of at most 1e-6 of the largest modulus, at most 120 steps, seed 0. */
    public static PartialEigenvalues withDefaults() {
        return new PartialEigenvalues(1e-6, 120, 0);
    }

    /** Takes a Ritz value for an eigenvalue at this residual over the largest modulus. */
    public PartialEigenvalues withRelativeTolerance(double tolerance) {
        if (!(tolerance >= 1e-14 && tolerance < 1)) {
            throw new IllegalArgumentException("relativeTolerance must be in [1e-14, 1), was " + tolerance);
        }
        return new PartialEigenvalues(tolerance, maxSteps, seed);
    }

    /** Takes at most this many steps, each one application of A. */
    public PartialEigenvalues withMaxSteps(int steps) {
        if (steps < 1 || steps > 2_000) {
            throw new IllegalArgumentException("maxSteps must be from 1 to 2000, was " + steps);
        }
        return new PartialEigenvalues(relativeTolerance, steps, seed);
    }

    /** Draws the starting vector from this seed. */
    public PartialEigenvalues withSeed(long newSeed) {
        return new PartialEigenvalues(relativeTolerance, maxSteps, newSeed);
    }

    /**
     * Some eigenvalues.
     *
     * @param values those that converged, in their usual order
     * @param largestReal the largest real part of a Ritz value; minus infinity of an empty operator
     * @param smallestReal the smallest real part of a Ritz value; infinity of an empty operator
     * @param steps how many were taken
     * @param outcome CONVERGED if the outermost Ritz values are among those that converged, else MAX_STEPS
     */
    public record Result(Eigenvalues values, double largestReal, double smallestReal, int steps, Outcome outcome) {}

    /**
     * The outermost eigenvalues.
     *
     * @throws IllegalArgumentException if the operator is not square or maps a finite vector to one that is not
     */
    public Result of(LinearOperator operator) {
        Scaling.requireSquare(operator);
        int n = operator.rows();
        if (n == 0) {
            return new Result(
                    Eigenvalues.of(new double[0], new double[0], 0),
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    0,
                    Outcome.CONVERGED);
        }
        double[] start = RandomStream.of(seed, "eigenvalues").gaussians(n);
        Euclidean.scale(1 / Euclidean.norm(start), start);
        return new Run(Rescaled.of(operator, start), start).result(Math.min(maxSteps, n));
    }

    /** The outermost eigenvalues of the symmetric part (A + A')/2, all of them real. */
    public Result ofSymmetricPart(LinearOperator operator) {
        Scaling.requireSquare(operator);
        return of(Operators.scaled(0.5, Operators.sum(operator, Operators.transpose(operator))));
    }

    /** One growing basis V with A V = V H + beta v e'. */
    private final class Run {
        private final Rescaled operator;
        private final List<double[]> basis = new ArrayList<>();
        private final List<double[]> columns = new ArrayList<>();
        private final List<Double> subdiagonals = new ArrayList<>();
        private double beta;

        Run(Rescaled operator, double[] start) {
            this.operator = operator;
            basis.add(start);
        }

        Result result(int steps) {
            double largest = 0;
            while (true) {
                grow();
                int k = columns.size();
                double here = Euclidean.norm(columns.get(k - 1));
                largest = Math.max(largest, here);
                boolean invariant = beta <= BREAKDOWN * largest;
                boolean last = k >= steps || invariant;
                if (last || k % CHECK_EVERY == 0) {
                    Result result = looked(invariant || k == operator.operator().rows());
                    if (last || result.outcome() == Outcome.CONVERGED) {
                        return result;
                    }
                }
            }
        }

        private void grow() {
            int k = columns.size();
            double[] w = operator.apply(basis.get(k));
            double[] column = new double[k + 1];
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i <= k; i++) {
                    double part = Euclidean.dot(basis.get(i), w);
                    column[i] += part;
                    Euclidean.add(-part, basis.get(i), w);
                }
            }
            columns.add(column);
            beta = Euclidean.norm(w);
            if (beta > 0) {
                Euclidean.scale(1 / beta, w);
            }
            subdiagonals.add(beta);
            basis.add(w);
        }

        private double[] hessenberg() {
            int k = columns.size();
            double[] h = new double[k * k];
            for (int j = 0; j < k; j++) {
                for (int i = 0; i <= j; i++) {
                    h[i * k + j] = columns.get(j)[i];
                }
                if (j + 1 < k) {
                    h[(j + 1) * k + j] = subdiagonals.get(j);
                }
            }
            return h;
        }

        private Result looked(boolean whole) {
            int k = columns.size();
            Eigenvectors ritz = DenseKernels.eigenvectors(hessenberg(), k);
            double[] real = ritz.eigenvalues().real().toArray();
            double[] imaginary = ritz.eigenvalues().imaginary().toArray();
            double scale = ritz.eigenvalues().modulus(0);
            boolean[] converged = new boolean[k];
            for (int j = 0; j < k; j++) {
                double last = StrictMath.hypot(
                        ritz.real().get(k - 1, j), ritz.imaginary().get(k - 1, j));
                converged[j] = whole || beta * last <= relativeTolerance * scale;
            }
            int right = extreme(real, 1);
            int left = extreme(real, -1);
            boolean settled = converged[right] && converged[left] && converged[extreme(imaginary, 1)];
            return new Result(
                    kept(real, imaginary, converged),
                    Scaling.scalb(real[right], operator.exponent()),
                    Scaling.scalb(real[left], operator.exponent()),
                    k,
                    settled ? Outcome.CONVERGED : Outcome.MAX_STEPS);
        }

        private Eigenvalues kept(double[] real, double[] imaginary, boolean[] converged) {
            List<Integer> kept = new ArrayList<>();
            for (int j = 0; j < real.length; j++) {
                if (converged[j]) {
                    kept.add(j);
                }
            }
            return Eigenvalues.of(
                    kept.stream().mapToDouble(j -> real[j]).toArray(),
                    kept.stream().mapToDouble(j -> imaginary[j]).toArray(),
                    operator.exponent());
        }

        private static int extreme(double[] values, int sign) {
            int extreme = 0;
            for (int j = 1; j < values.length; j++) {
                extreme = sign * values[j] > sign * values[extreme] ? j : extreme;
            }
            return extreme;
        }
    }
}
