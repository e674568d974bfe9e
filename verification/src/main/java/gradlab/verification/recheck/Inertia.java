package gradlab.verification.recheck;

import java.util.OptionalInt;

/** Counts of negative eigenvalues of symmetric matrices by symmetric elimination. */
final class Inertia {
    private Inertia() {}

    /** The number of negative eigenvalues of every symmetric matrix inside; empty if a pivot may be 0. */
    static OptionalInt negativePivots(Mat matrix) {
        Num[][] a = rows(matrix);
        int negative = 0;
        for (int k = 0; k < a.length; k++) {
            if (a[k][k].containsZero()) {
                return OptionalInt.empty();
            }
            negative += a[k][k].low.signum() < 0 ? 1 : 0;
            eliminate(a, k);
        }
        return OptionalInt.of(negative);
    }

    /** The number of negative eigenvalues of an exact matrix, singular or not; empty if numbers grow too long. */
    static OptionalInt exactNegative(Mat matrix) {
        Num[][] a = rows(matrix);
        int negative = 0;
        for (int k = 0; k < a.length; k++) {
            if (!pivot(a, k)) {
                return OptionalInt.of(negative);
            }
            if (!a[k][k].isPoint()) {
                return OptionalInt.empty();
            }
            negative += a[k][k].low.signum() < 0 ? 1 : 0;
            eliminate(a, k);
        }
        return OptionalInt.of(negative);
    }

    /** Makes entry (k, k) non-zero by a congruence, or finds that nothing is left. */
    private static boolean pivot(Num[][] a, int k) {
        for (int i = k; i < a.length; i++) {
            for (int j = k; j <= i; j++) {
                if (!a[i][j].isZero()) {
                    if (a[i][i].isZero() && a[j][j].isZero()) {
                        addLine(a, i, j);
                    }
                    swapLines(a, k, a[i][i].isZero() ? j : i);
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds row j to row i and column j to column i. */
    private static void addLine(Num[][] a, int i, int j) {
        for (int c = 0; c < a.length; c++) {
            a[i][c] = a[i][c].add(a[j][c]);
        }
        for (int r = 0; r < a.length; r++) {
            a[r][i] = a[r][i].add(a[r][j]);
        }
    }

    private static void swapLines(Num[][] a, int i, int j) {
        Num[] row = a[i];
        a[i] = a[j];
        a[j] = row;
        for (Num[] line : a) {
            Num entry = line[i];
            line[i] = line[j];
            line[j] = entry;
        }
    }

    private static void eliminate(Num[][] a, int k) {
        for (int i = k + 1; i < a.length; i++) {
            Num factor = a[i][k].divide(a[k][k]);
            for (int j = k + 1; j <= i; j++) {
                a[i][j] = a[i][j].subtract(factor.multiply(a[j][k]));
                a[j][i] = a[i][j];
            }
        }
    }

    private static Num[][] rows(Mat matrix) {
        Num[][] a = new Num[matrix.rows][matrix.rows];
        for (int i = 0; i < matrix.rows; i++) {
            for (int j = 0; j < matrix.rows; j++) {
                a[i][j] = matrix.get(i, j);
            }
        }
        return a;
    }

    /** About the number of negative eigenvalues of t I - A. */
    static int roughNegative(double[][] matrix, double t) {
        int n = matrix.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = (i == j ? t : 0) - matrix[i][j];
            }
        }
        int negative = 0;
        for (int k = 0; k < n; k++) {
            double pivot = a[k][k] == 0 ? 0x1p-60 : a[k][k];
            negative += pivot < 0 ? 1 : 0;
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / pivot;
                for (int j = k + 1; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        return negative;
    }
}
