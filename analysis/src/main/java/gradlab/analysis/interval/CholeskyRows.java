package gradlab.analysis.interval;

/** The rows of the lower triangular Cholesky factor of t I - G in plain floating point, in a fixed order. */
final class CholeskyRows {
    private CholeskyRows() {}

    /** Rows 0 .. p - 1, row i of length i + 1; no rows if a pivot is not above 0. */
    static double[][] of(double[][] gram, double shift) {
        double[][] factor = new double[gram.length][];
        for (int i = 0; i < gram.length; i++) {
            double[] row = new double[i + 1];
            for (int j = 0; j < i; j++) {
                row[j] = (-gram[i][j] - dot(row, factor[j], j)) / factor[j][j];
            }
            double pivot = shift - gram[i][i] - dot(row, row, i);
            if (!(pivot > 0)) {
                return new double[0][];
            }
            row[i] = Math.sqrt(pivot);
            factor[i] = row;
        }
        return factor;
    }

    /** The solution x of L L' x = b, in plain floating point. */
    static double[] solve(double[][] factor, double[] b) {
        int p = factor.length;
        double[] x = b.clone();
        for (int i = 0; i < p; i++) {
            x[i] = (x[i] - dot(factor[i], x, i)) / factor[i][i];
        }
        for (int i = p - 1; i >= 0; i--) {
            x[i] /= factor[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= factor[i][k] * x[i];
            }
        }
        return x;
    }

    /** A plain inner product in four interleaved sums. */
    static double dot(double[] x, double[] y, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < length; i++) {
            a += x[i] * y[i];
        }
        return (a + b) + (c + d);
    }
}
