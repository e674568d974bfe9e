package gradlab.analysis.arithmetic;

/** Gaussian elimination with partial pivoting on row-major arrays (higham2002, chapter 9). */
final class Elimination {

    private Elimination() {}

    /** Determinant as the signed product of the pivots. */
    static double determinant(double[] matrix, int n) {
        double[] a = matrix.clone();
        double determinant = 1;
        for (int k = 0; k < n; k++) {
            int pivot = pivotRow(a, n, n, k);
            if (a[pivot * n + k] == 0) {
                return 0;
            }
            if (pivot != k) {
                swapRows(a, n, pivot, k);
                determinant = -determinant;
            }
            determinant *= a[k * n + k];
            for (int i = k + 1; i < n; i++) {
                subtractMultiple(a, n, i, k, a[i * n + k] / a[k * n + k]);
            }
        }
        return determinant;
    }

    /** Inverse by elimination on [A | I]; undefined if a pivot is exactly zero. */
    static double[] inverse(double[] matrix, int n) {
        int width = 2 * n;
        double[] a = new double[n * width];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix, i * n, a, i * width, n);
            a[i * width + n + i] = 1;
        }
        for (int k = 0; k < n; k++) {
            swapRows(a, width, pivotRow(a, n, width, k), k);
            double pivot = a[k * width + k];
            if (pivot == 0) {
                throw NoValueException.undefined("inverse of a singular matrix");
            }
            for (int j = 0; j < width; j++) {
                a[k * width + j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                if (i != k) {
                    subtractMultiple(a, width, i, k, a[i * width + k]);
                }
            }
        }
        double[] inverse = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a, i * width + n, inverse, i * n, n);
        }
        return inverse;
    }

    private static int pivotRow(double[] a, int rows, int width, int k) {
        int pivot = k;
        for (int i = k + 1; i < rows; i++) {
            if (Math.abs(a[i * width + k]) > Math.abs(a[pivot * width + k])) {
                pivot = i;
            }
        }
        return pivot;
    }

    private static void subtractMultiple(double[] a, int width, int row, int from, double factor) {
        for (int j = 0; j < width; j++) {
            a[row * width + j] -= factor * a[from * width + j];
        }
    }

    private static void swapRows(double[] a, int width, int i, int k) {
        for (int j = 0; i != k && j < width; j++) {
            double held = a[i * width + j];
            a[i * width + j] = a[k * width + j];
            a[k * width + j] = held;
        }
    }
}
