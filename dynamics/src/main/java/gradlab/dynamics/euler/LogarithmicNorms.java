package gradlab.dynamics.euler;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;

/**
 * Logarithmic norms {@code mu(A) = lim (‖I + hA‖ - 1)/h} as h falls to 0 (soderlind2006): every solution of x' = Ax has
 * {@code e^(-t mu(-A)) ‖x(0)‖ <= ‖x(t)‖ <= e^(t mu(A)) ‖x(0)‖} for t >= 0, in the norm that mu belongs to.
 *
 * @param one mu_1, the largest over the columns j of a_jj + sum of |a_ij| over i other than j
 * @param two mu_2, the largest eigenvalue of (A + A')/2
 * @param infinity mu_inf, as mu_1 over the rows
 * @param lowerTwo -mu_2(-A), the smallest eigenvalue of (A + A')/2
 */
public record LogarithmicNorms(double one, double two, double infinity, double lowerTwo) {
    /** Those of a square matrix of at least one row; the decomposition by these kernels. */
    public static LogarithmicNorms of(DenseMatrix a, DenseBackend backend) {
        int n = a.rows();
        if (n == 0 || a.columns() != n) {
            throw new IllegalArgumentException("a must be square and not empty, was " + n + " x " + a.columns());
        }
        double[] entries = a.toArray();
        double[] symmetric = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                symmetric[i * n + j] = entries[i * n + j] / 2 + entries[j * n + i] / 2;
            }
        }
        double[] values = backend.symmetricEigen(symmetric, n).values().toArray();
        return new LogarithmicNorms(
                ofLines(entries, n, 1, n), values[0], ofLines(entries, n, n, 1), values[values.length - 1]);
    }

    /** Over lines k: the entry on the diagonal and the moduli of the others; entry i of line k at k across + i along. */
    private static double ofLines(double[] a, int n, int across, int along) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            double sum = a[k * n + k];
            for (int i = 0; i < n; i++) {
                sum += i == k ? 0 : Math.abs(a[k * across + i * along]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }
}
