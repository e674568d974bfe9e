package gradlab.dynamics.system;

/**
 * Products of one square matrix with one or two vectors at a time, reading it once; four rows together, so that sums do not wait
 * for each other. Sums run in ascending order of the columns: the same bits on any machine.
 */
final class MatrixPass {

    private final double[] matrix;
    private final int n;

    /** An n × n matrix, row-major; held, not copied. */
    MatrixPass(double[] matrix, int n) {
        this.matrix = matrix;
        this.n = n;
    }

    /** into = A x. */
    void times(double[] x, double[] into) {
        int i = 0;
        for (; i + 4 <= n; i += 4) {
            fourRows(i, x, into);
        }
        for (; i < n; i++) {
            into[i] = row(i, x);
        }
    }

    private void fourRows(int i, double[] x, double[] into) {
        int r0 = i * n;
        int r1 = r0 + n;
        int r2 = r1 + n;
        int r3 = r2 + n;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int j = 0; j < n; j++) {
            double factor = x[j];
            a += matrix[r0 + j] * factor;
            b += matrix[r1 + j] * factor;
            c += matrix[r2 + j] * factor;
            d += matrix[r3 + j] * factor;
        }
        into[i] = a;
        into[i + 1] = b;
        into[i + 2] = c;
        into[i + 3] = d;
    }

    private double row(int i, double[] x) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += matrix[i * n + j] * x[j];
        }
        return sum;
    }

    /** intoX = A x and intoY = A y. */
    void times(double[] x, double[] intoX, double[] y, double[] intoY) {
        int i = 0;
        for (; i + 4 <= n; i += 4) {
            fourRows(i, x, intoX, y, intoY);
        }
        for (; i < n; i++) {
            intoX[i] = row(i, x);
            intoY[i] = row(i, y);
        }
    }

    private void fourRows(int i, double[] x, double[] intoX, double[] y, double[] intoY) {
        int r0 = i * n;
        int r1 = r0 + n;
        int r2 = r1 + n;
        int r3 = r2 + n;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double p = 0;
        double q = 0;
        double r = 0;
        double s = 0;
        for (int j = 0; j < n; j++) {
            double left = x[j];
            double right = y[j];
            a += matrix[r0 + j] * left;
            p += matrix[r0 + j] * right;
            b += matrix[r1 + j] * left;
            q += matrix[r1 + j] * right;
            c += matrix[r2 + j] * left;
            r += matrix[r2 + j] * right;
            d += matrix[r3 + j] * left;
            s += matrix[r3 + j] * right;
        }
        into(i, intoX, a, b, c, d);
        into(i, intoY, p, q, r, s);
    }

    private static void into(int i, double[] into, double a, double b, double c, double d) {
        into[i] = a;
        into[i + 1] = b;
        into[i + 2] = c;
        into[i + 3] = d;
    }
}
