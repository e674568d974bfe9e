package gradlab.dynamics.system;

import java.util.Arrays;

/**
 * Products of one square matrix with one or two vectors at a time, reading it once. Each column is an array of its own and four go
 * through together: then every array is read at the same index, which is what the compiler needs to compute several rows at once. Each
 * row's sum runs in ascending order of the columns: the same bits on any machine.
 */
final class MatrixPass {

    private static final int TILE = 32;

    private final double[][] columns;
    private final int n;

    /** An n × n matrix, row-major; copied. */
    MatrixPass(double[] matrix, int n) {
        this.columns = new double[n][n];
        this.n = n;
        for (int from = 0; from < n; from += TILE) {
            for (int row = 0; row < n; row += TILE) {
                transpose(matrix, from, row);
            }
        }
    }

    /** A tile at a time, so that both sides stay in the cache. */
    private void transpose(double[] matrix, int from, int row) {
        for (int j = from; j < Math.min(n, from + TILE); j++) {
            for (int i = row; i < Math.min(n, row + TILE); i++) {
                columns[j][i] = matrix[i * n + j];
            }
        }
    }

    /** into = A x. */
    void times(double[] x, double[] into) {
        Arrays.fill(into, 0, n, 0);
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            four(j, x, into);
        }
        for (; j < n; j++) {
            add(columns[j], x[j], into);
        }
    }

    private void four(int j, double[] x, double[] into) {
        double[] p = columns[j];
        double[] q = columns[j + 1];
        double[] r = columns[j + 2];
        double[] s = columns[j + 3];
        double a = x[j];
        double b = x[j + 1];
        double c = x[j + 2];
        double d = x[j + 3];
        for (int i = 0; i < n; i++) {
            into[i] = (((into[i] + p[i] * a) + q[i] * b) + r[i] * c) + s[i] * d;
        }
    }

    private void add(double[] column, double factor, double[] into) {
        for (int i = 0; i < n; i++) {
            into[i] += column[i] * factor;
        }
    }

    /** intoX = A x and intoY = A y. */
    void times(double[] x, double[] intoX, double[] y, double[] intoY) {
        Arrays.fill(intoX, 0, n, 0);
        Arrays.fill(intoY, 0, n, 0);
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            four(j, x, intoX, y, intoY);
        }
        for (; j < n; j++) {
            add(columns[j], x[j], intoX);
            add(columns[j], y[j], intoY);
        }
    }

    private void four(int j, double[] x, double[] intoX, double[] y, double[] intoY) {
        double[] p = columns[j];
        double[] q = columns[j + 1];
        double[] r = columns[j + 2];
        double[] s = columns[j + 3];
        double a = x[j];
        double b = x[j + 1];
        double c = x[j + 2];
        double d = x[j + 3];
        double e = y[j];
        double f = y[j + 1];
        double g = y[j + 2];
        double h = y[j + 3];
        for (int i = 0; i < n; i++) {
            double w0 = p[i];
            double w1 = q[i];
            double w2 = r[i];
            double w3 = s[i];
            intoX[i] = (((intoX[i] + w0 * a) + w1 * b) + w2 * c) + w3 * d;
            intoY[i] = (((intoY[i] + w0 * e) + w1 * f) + w2 * g) + w3 * h;
        }
    }
}
