package gradlab.analysis.interval;

import java.math.BigInteger;

/** A square matrix of integers times a power of two, for exact determinants and counts of eigenvalues. */
final class ExactMatrix {
    private final BigInteger[][] entries;
    private final int exponent;

    private ExactMatrix(BigInteger[][] entries, int exponent) {
        this.entries = entries;
        this.exponent = exponent;
    }

    static ExactMatrix of(double[][] a) {
        Dyadic[][] exact = new Dyadic[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                exact[i][j] = Dyadic.of(a[i][j]);
            }
        }
        return of(exact);
    }

    /** x² I - A'A. */
    static ExactMatrix shiftedGram(double[][] a, double x) {
        int n = a[0].length;
        Dyadic[][] exact = new Dyadic[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Dyadic sum = i == j ? Dyadic.of(x).multiply(Dyadic.of(x)) : Dyadic.of(0);
                for (double[] row : a) {
                    sum = sum.add(Dyadic.of(-row[i]).multiply(Dyadic.of(row[j])));
                }
                exact[i][j] = sum;
            }
        }
        return of(exact);
    }

    private static ExactMatrix of(Dyadic[][] a) {
        int exponent = Integer.MAX_VALUE;
        for (Dyadic[] row : a) {
            for (Dyadic entry : row) {
                exponent = entry.significand().signum() == 0 ? exponent : Math.min(exponent, entry.exponent());
            }
        }
        int common = exponent == Integer.MAX_VALUE ? 0 : exponent;
        BigInteger[][] entries = new BigInteger[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                Dyadic entry = a[i][j];
                entries[i][j] = entry.significand().signum() == 0
                        ? BigInteger.ZERO
                        : entry.significand().shiftLeft(entry.exponent() - common);
            }
        }
        return new ExactMatrix(entries, common);
    }

    /** The determinant by fraction-free elimination (Bareiss), with row exchanges. */
    Dyadic determinant() {
        int n = entries.length;
        BigInteger[][] a = new BigInteger[n][];
        for (int i = 0; i < n; i++) {
            a[i] = entries[i].clone();
        }
        BigInteger previous = BigInteger.ONE;
        int sign = 1;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            while (pivot < n && a[pivot][k].signum() == 0) {
                pivot++;
            }
            if (pivot == n) {
                return Dyadic.of(0);
            }
            if (pivot != k) {
                BigInteger[] row = a[k];
                a[k] = a[pivot];
                a[pivot] = row;
                sign = -sign;
            }
            step(a, k, previous);
            previous = a[k][k];
        }
        return new Dyadic(sign > 0 ? previous : previous.negate(), n * exponent);
    }

    /** The number of negative eigenvalues of a symmetric matrix by the signs of its leading minors; -1 if one is 0. */
    int negativeEigenvalues() {
        int n = entries.length;
        BigInteger[][] a = new BigInteger[n][];
        for (int i = 0; i < n; i++) {
            a[i] = entries[i].clone();
        }
        BigInteger previous = BigInteger.ONE;
        int changes = 0;
        for (int k = 0; k < n; k++) {
            if (a[k][k].signum() == 0) {
                return -1;
            }
            changes += a[k][k].signum() == previous.signum() ? 0 : 1;
            step(a, k, previous);
            previous = a[k][k];
        }
        return changes;
    }

    private static void step(BigInteger[][] a, int k, BigInteger previous) {
        for (int i = k + 1; i < a.length; i++) {
            for (int j = k + 1; j < a.length; j++) {
                a[i][j] = a[i][j].multiply(a[k][k])
                        .subtract(a[i][k].multiply(a[k][j]))
                        .divide(previous);
            }
        }
    }
}
