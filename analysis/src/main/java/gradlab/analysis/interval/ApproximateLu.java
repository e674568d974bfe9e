package gradlab.analysis.interval;

/**
 * An LU decomposition P A = L U with partial pivoting in plain floating point: a guess that rigorous methods start from.
 */
final class ApproximateLu {
    private final double[][] factors;
    private final int[] order;
    private final boolean even;
    private final boolean regular;

    private ApproximateLu(double[][] factors, int[] order, boolean even, boolean regular) {
        this.factors = factors;
        this.order = order;
        this.even = even;
        this.regular = regular;
    }

    static ApproximateLu of(double[] entries, int n) {
        double[][] a = Lines.rows(entries, n, n, 0);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        boolean even = true;
        for (int k = 0; k < n; k++) {
            int pivot = pivot(a, k);
            if (pivot != k) {
                double[] row = a[k];
                a[k] = a[pivot];
                a[pivot] = row;
                int index = order[k];
                order[k] = order[pivot];
                order[pivot] = index;
                even = !even;
            }
            if (!(Math.abs(a[k][k]) > 0 && Math.abs(a[k][k]) <= Double.MAX_VALUE)) {
                return new ApproximateLu(a, order, even, false);
            }
            eliminate(a, k);
        }
        return new ApproximateLu(a, order, even, true);
    }

    private static int pivot(double[][] a, int k) {
        int best = k;
        for (int i = k + 1; i < a.length; i++) {
            if (Math.abs(a[i][k]) > Math.abs(a[best][k])) {
                best = i;
            }
        }
        return best;
    }

    private static void eliminate(double[][] a, int k) {
        for (int i = k + 1; i < a.length; i++) {
            double factor = a[i][k] / a[k][k];
            a[i][k] = factor;
            for (int j = k + 1; factor != 0 && j < a.length; j++) {
                a[i][j] -= factor * a[k][j];
            }
        }
    }

    /** An approximate inverse of L, unit lower triangular, row-major. */
    double[] lowerInverse() {
        int n = order.length;
        double[] inverse = new double[n * n];
        for (int i = 0; i < n; i++) {
            inverse[i * n + i] = 1;
            for (int k = 0; k < i; k++) {
                for (int j = 0; j <= k; j++) {
                    inverse[i * n + j] -= factors[i][k] * inverse[k * n + j];
                }
            }
        }
        return inverse;
    }

    /** An approximate inverse of U, upper triangular, row-major. */
    double[] upperInverse() {
        int n = order.length;
        double[] inverse = new double[n * n];
        for (int i = n - 1; i >= 0; i--) {
            inverse[i * n + i] = 1;
            for (int k = i + 1; k < n; k++) {
                for (int j = k; j < n; j++) {
                    inverse[i * n + j] -= factors[i][k] * inverse[k * n + j];
                }
            }
            for (int j = i; j < n; j++) {
                inverse[i * n + j] /= factors[i][i];
            }
        }
        return inverse;
    }

    /** An approximate inverse of A, row-major. */
    double[] inverse() {
        int n = order.length;
        double[] upper = upperInverse();
        double[] lower = lowerInverse();
        double[] inverse = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = i; k < n; k++) {
                for (int j = 0; j <= k; j++) {
                    inverse[i * n + order[j]] += upper[i * n + k] * lower[k * n + j];
                }
            }
        }
        return inverse;
    }

    /** Whether every entry is finite. */
    static boolean isFinite(double[] entries) {
        for (double entry : entries) {
            if (!(Math.abs(entry) <= Double.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }

    /** L below the diagonal (of ones) and U on and above it, by rows. */
    double[][] factors() {
        return factors;
    }

    /** Row i of P A is row order[i] of A. */
    int[] order() {
        return order;
    }

    /** Whether the permutation is even. */
    boolean even() {
        return even;
    }

    /** Whether no pivot was 0 or not finite; otherwise the factors are of no use. */
    boolean regular() {
        return regular;
    }
}
