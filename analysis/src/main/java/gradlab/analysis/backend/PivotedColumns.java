package gradlab.analysis.backend;

/** Gaussian elimination with partial pivoting of an n by k matrix in rows, k at most n, in place. */
final class PivotedColumns {
    private PivotedColumns() {}

    /**
     * P X = L U.
     *
     * @param x row-major; overwritten by L below the diagonal, U on and above it
     * @param order overwritten: row i of P X is row {@code order[i]} of X
     */
    static void eliminate(double[] x, int n, int k, int[] order) {
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int j = 0; j < k; j++) {
            int pivot = pivot(x, n, k, j);
            if (pivot != j) {
                swapRows(x, k, pivot, j);
                int kept = order[pivot];
                order[pivot] = order[j];
                order[j] = kept;
            }
            if (x[j * k + j] != 0) {
                clear(x, n, k, j);
            }
        }
    }

    private static int pivot(double[] x, int n, int k, int j) {
        int best = j;
        double largest = Math.abs(x[j * k + j]);
        for (int i = j + 1; i < n; i++) {
            if (Math.abs(x[i * k + j]) > largest) {
                largest = Math.abs(x[i * k + j]);
                best = i;
            }
        }
        return best;
    }

    private static void swapRows(double[] x, int k, int one, int other) {
        for (int c = 0; c < k; c++) {
            double kept = x[one * k + c];
            x[one * k + c] = x[other * k + c];
            x[other * k + c] = kept;
        }
    }

    private static void clear(double[] x, int n, int k, int j) {
        int top = j * k;
        for (int i = j + 1; i < n; i++) {
            int row = i * k;
            double factor = x[row + j] / x[top + j];
            x[row + j] = factor;
            if (factor != 0) {
                for (int c = j + 1; c < k; c++) {
                    x[row + c] -= factor * x[top + c];
                }
            }
        }
    }
}
