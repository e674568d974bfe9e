package gradlab.analysis.backend;

/**
 * Matrix products in a fixed order of summation. The inner loops run over independent entries, so the compiler may use
 * vector instructions without changing a bit of the result.
 */
public final class Products {
    private Products() {}

    /** {@code A B} of finite matrices; an entry above the largest double is infinite, never NaN. */
    static double[] multiply(double[] a, double[] b, int m, int k, int n) {
        double[] c = new double[Math.multiplyExact(m, n)];
        addProduct(a, b, c, m, k, n);
        for (double entry : c) {
            if (!Double.isFinite(entry)) {
                return multiplyScaled(a, b, m, k, n);
            }
        }
        return c;
    }

    private static double[] multiplyScaled(double[] a, double[] b, int m, int k, int n) {
        int ofA = Dense.exponent(a);
        int ofB = Dense.exponent(b);
        double[] c = new double[m * n];
        addProduct(Dense.scaled(a, -ofA), Dense.scaled(b, -ofB), c, m, k, n);
        for (int i = 0; i < c.length; i++) {
            c[i] = Math.scalb(c[i], ofA + ofB);
        }
        return c;
    }

    /**
     * Adds {@code A B} to C, unchecked: A is m by k, B is k by n, C is m by n, row-major at the start of each array (which
     * may be longer). Entry (i, j) becomes ((c + a_i0 b_0j) + a_i1 b_1j) + ... in ascending k, with every product and sum
     * rounded. Cost: 2 m k n operations.
     */
    public static void addProduct(double[] a, double[] b, double[] c, int m, int k, int n) {
        for (int i = 0; i < m; i++) {
            int l = 0;
            for (; l + 4 <= k; l += 4) {
                int at = i * k + l;
                addFourRows(a[at], a[at + 1], a[at + 2], a[at + 3], b, l * n, c, i * n, n);
            }
            for (; l < k; l++) {
                addRow(a[i * k + l], b, l * n, c, i * n, n);
            }
        }
    }

    /**
     * Adds {@code A' B} to the m by n matrix C that starts at {@code c[to]}, unchecked: A is k by m, B is k by n. The order
     * of summation is that of {@link #addProduct} on the transpose of A.
     */
    public static void addTransposedProduct(double[] a, double[] b, double[] c, int to, int k, int m, int n) {
        int l = 0;
        for (; l + 4 <= k; l += 4) {
            for (int i = 0; i < m; i++) {
                double a0 = a[l * m + i];
                double a1 = a[(l + 1) * m + i];
                double a2 = a[(l + 2) * m + i];
                double a3 = a[(l + 3) * m + i];
                addFourRows(a0, a1, a2, a3, b, l * n, c, to + i * n, n);
            }
        }
        for (; l < k; l++) {
            for (int i = 0; i < m; i++) {
                addRow(a[l * m + i], b, l * n, c, to + i * n, n);
            }
        }
    }

    static void addFourRows(
            double a0, double a1, double a2, double a3, double[] b, int row, double[] c, int to, int n) {
        for (int j = 0; j < n; j++) {
            c[to + j] = (((c[to + j] + a0 * b[row + j]) + a1 * b[row + n + j]) + a2 * b[row + 2 * n + j])
                    + a3 * b[row + 3 * n + j];
        }
    }

    static void addRow(double factor, double[] b, int row, double[] c, int to, int n) {
        for (int j = 0; j < n; j++) {
            c[to + j] += factor * b[row + j];
        }
    }
}
