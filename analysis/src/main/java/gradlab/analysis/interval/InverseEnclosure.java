package gradlab.analysis.interval;

import static gradlab.analysis.interval.Rounding.addUp;
import static gradlab.analysis.interval.Rounding.divideUp;
import static gradlab.analysis.interval.Rounding.multiplyUp;

import java.util.Optional;

/**
 * Rigorous bounds of the inverse, valid for every real matrix inside an interval matrix.
 *
 * <p>With an approximate inverse Y of the midpoints and C = I - Y A: if ‖C‖_inf <= alpha < 1, every A is invertible, and as
 * A^-1 = Y + C A^-1, each entry of A^-1 - Y is at most alpha/(1 - alpha) times the largest |Y| in its column; substituted
 * on the right of that identity this start is improved twice (rump2010, section 10; Krawczyk's operator).
 *
 * <p>Accuracy: relative to the largest entry about 1e-16 times the condition number. Cost: about four interval products.
 */
public final class InverseEnclosure {
    private static final int IMPROVEMENTS = 2;

    private InverseEnclosure() {}

    /**
     * A matrix that holds the inverse of every A inside, or empty where it is not proved that all are invertible.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static Optional<IntervalMatrix> of(IntervalMatrix matrix) {
        requireSquare(matrix);
        if (!matrix.isFinite()) {
            return Optional.empty();
        }
        int power = PowerOfTwo.of(matrix);
        return ofModerate(PowerOfTwo.scale(matrix, -power)).map(inverse -> PowerOfTwo.scale(inverse, -power));
    }

    static void requireSquare(IntervalMatrix matrix) {
        if (matrix.rows() != matrix.columns()) {
            throw new IllegalArgumentException(
                    "matrix: must be square, was " + matrix.rows() + " x " + matrix.columns());
        }
    }

    private static Optional<IntervalMatrix> ofModerate(IntervalMatrix matrix) {
        int n = matrix.rows();
        ApproximateLu lu = ApproximateLu.of(matrix.midpoints(), n);
        double[] approximate = lu.regular() ? lu.inverse() : new double[0];
        if (!lu.regular() || !ApproximateLu.isFinite(approximate)) {
            return Optional.empty();
        }
        IntervalMatrix y = IntervalMatrix.of(n, n, approximate);
        IntervalMatrix c = identity(n).subtract(y.multiply(matrix));
        double alpha = largestRowSum(c);
        if (!(alpha < 1)) {
            return Optional.empty();
        }
        IntervalMatrix inverse = start(y, alpha);
        for (int i = 0; i < IMPROVEMENTS; i++) {
            inverse = intersect(inverse, y.add(c.multiply(inverse)));
        }
        return Optional.of(inverse);
    }

    /** Y with every entry widened by alpha/(1 - alpha) times the largest magnitude in its column. */
    private static IntervalMatrix start(IntervalMatrix y, double alpha) {
        int n = y.rows();
        double factor = divideUp(alpha, Rounding.addDown(1, -alpha));
        double[] radii = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                radii[j] = Math.max(radii[j], multiplyUp(factor, y.get(i, j).magnitude()));
            }
        }
        return IntervalMatrix.of(n, n, (i, j) -> y.get(i, j).add(new Interval(-radii[j], radii[j])));
    }

    private static IntervalMatrix intersect(IntervalMatrix a, IntervalMatrix b) {
        return IntervalMatrix.of(a.rows(), a.columns(), (i, j) -> a.get(i, j).intersect(b.get(i, j)));
    }

    static IntervalMatrix identity(int n) {
        return IntervalMatrix.of(n, n, (i, j) -> i == j ? Interval.ONE : Interval.ZERO);
    }

    /** An upper bound of ‖C‖_inf for every C in the matrix. */
    static double largestRowSum(IntervalMatrix c) {
        double largest = 0;
        for (int i = 0; i < c.rows(); i++) {
            double sum = 0;
            for (int j = 0; j < c.columns(); j++) {
                sum = addUp(sum, c.get(i, j).magnitude());
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }
}
