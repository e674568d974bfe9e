package gradlab.analysis.bound;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.interval.ProductEnclosure;
import java.util.Optional;

/** Proofs that symmetric matrices are almost positive semidefinite. */
final class PositiveForm {
    private PositiveForm() {}

    /**
     * A number e such that B + e I is positive semidefinite for every symmetric B in the matrix: with an approximate Cholesky
     * factor L, whatever its errors, B = L L' + (B - L L') and ‖B - L L'‖ <= ‖B - L L'‖_inf = e. Nothing if B is not positive
     * definite to rounding.
     */
    static Optional<Double> defect(IntervalMatrix b) {
        int n = b.rows();
        double[] middle = b.midpoints();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                middle[j * n + i] = middle[i * n + j];
            }
        }
        return DenseKernels.cholesky(middle, n).map(lower -> {
            IntervalMatrix factor = IntervalMatrix.of(n, n, lower);
            IntervalMatrix rest = b.subtract(ProductEnclosure.of(factor, factor.transpose()));
            Interval largest = Interval.ZERO;
            for (int i = 0; i < n; i++) {
                Interval sum = Interval.ZERO;
                for (int j = 0; j < n; j++) {
                    sum = sum.add(Interval.of(rest.get(i, j).magnitude()));
                }
                largest = largest.max(sum);
            }
            return largest.upper();
        });
    }

    /** A positive lower bound of the eigenvalues of a symmetric point matrix, if one is found near {@code guess}. */
    static Optional<Double> least(double[] m, int n, double guess) {
        IntervalMatrix shifted = IntervalMatrix.of(n, n, (i, j) -> {
            Interval entry = Interval.of(m[i * n + j]);
            return i == j ? entry.subtract(Interval.of(guess)) : entry;
        });
        return defect(shifted)
                .map(e -> Interval.of(guess).subtract(Interval.of(e)).lower())
                .filter(least -> least > 0);
    }
}
