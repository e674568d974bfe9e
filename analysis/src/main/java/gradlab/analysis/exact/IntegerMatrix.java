package gradlab.analysis.exact;

import java.math.BigInteger;

/** Plain operations on rectangular arrays of integers; no argument is changed. */
final class IntegerMatrix {
    private IntegerMatrix() {}

    /** An entry of a matrix. */
    interface Entry {
        BigInteger at(int row, int column);
    }

    /** A set of places in a matrix. */
    interface Places {
        boolean contain(int row, int column);
    }

    static BigInteger[][] of(int rows, int columns, Entry entry) {
        BigInteger[][] matrix = new BigInteger[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix[i][j] = entry.at(i, j);
            }
        }
        return matrix;
    }

    /** The product A B; columns is the number of columns of B, which an empty B cannot tell. */
    static BigInteger[][] multiply(BigInteger[][] a, BigInteger[][] b, int columns) {
        return of(a.length, columns, (i, j) -> {
            BigInteger sum = BigInteger.ZERO;
            for (int k = 0; k < b.length; k++) {
                if (a[i][k].signum() != 0 && b[k][j].signum() != 0) {
                    sum = sum.add(a[i][k].multiply(b[k][j]));
                }
            }
            return sum;
        });
    }

    static BigInteger[][] transpose(BigInteger[][] a, int columns) {
        return of(columns, a.length, (i, j) -> a[j][i]);
    }

    /** The smaller of A'A and AA'; both have the same non-zero eigenvalues. */
    static BigInteger[][] gram(BigInteger[][] a, int columns) {
        BigInteger[][] wide = a.length <= columns ? a : transpose(a, columns);
        int length = Math.max(a.length, columns);
        BigInteger[][] gram = new BigInteger[wide.length][wide.length];
        for (int i = 0; i < wide.length; i++) {
            for (int j = 0; j <= i; j++) {
                BigInteger sum = BigInteger.ZERO;
                for (int k = 0; k < length; k++) {
                    sum = sum.add(wide[i][k].multiply(wide[j][k]));
                }
                gram[i][j] = sum;
                gram[j][i] = sum;
            }
        }
        return gram;
    }

    /** The square matrix p I - q A. */
    static BigInteger[][] shifted(BigInteger p, BigInteger q, BigInteger[][] a) {
        return of(a.length, a.length, (i, j) -> {
            BigInteger term = q.multiply(a[i][j]).negate();
            return i == j ? term.add(p) : term;
        });
    }

    static BigInteger trace(BigInteger[][] a) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.add(a[i][i]);
        }
        return sum;
    }

    /** The greatest common divisor of all entries; 0 for a matrix of zeros. */
    static BigInteger content(BigInteger[][] a) {
        BigInteger common = BigInteger.ZERO;
        for (BigInteger[] row : a) {
            for (BigInteger entry : row) {
                if (common.signum() == 0 || entry.mod(common).signum() != 0) {
                    common = common.gcd(entry);
                }
            }
        }
        return common;
    }

    static int bits(BigInteger[][] a) {
        int bits = 0;
        for (BigInteger[] row : a) {
            for (BigInteger entry : row) {
                bits = Math.max(bits, entry.bitLength());
            }
        }
        return bits;
    }

    /** Whether every entry at one of the given places is zero. */
    static boolean vanishes(BigInteger[][] a, Places places) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                if (a[i][j].signum() != 0 && places.contain(i, j)) {
                    return false;
                }
            }
        }
        return true;
    }
}
