package gradlab.analysis.exact;

import java.math.BigInteger;

/**
 * Integer eigenvalues modulo small primes: an integer k with det(k I - G) = 0 leaves a root modulo every prime, so that
 * one prime without a root rules all of them out. A characteristic polynomial without integer roots has none modulo a
 * given prime in about 37 of 100 cases, so that twelve primes let one of 250 such matrices pass. Cost: some thousand
 * machine operations at order 8, where rotations in fixed point take a million.
 */
final class ModularEigenvalues {
    private static final int[] PRIMES = {11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53};
    /** The product of the primes: below 2^58. */
    private static final BigInteger MODULUS =
            BigInteger.valueOf(11L * 13 * 17 * 19 * 23 * 29 * 31 * 37).multiply(BigInteger.valueOf(41L * 43 * 47 * 53));

    private ModularEigenvalues() {}

    /** Whether a square matrix certainly has no integer eigenvalue; false says nothing. */
    static boolean rulesOutIntegers(BigInteger[][] square) {
        int n = square.length;
        long[][] reduced = new long[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                reduced[i][j] = square[i][j].mod(MODULUS).longValueExact();
            }
        }
        for (int prime : PRIMES) {
            if (!hasRoot(reduced, prime)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasRoot(long[][] matrix, int prime) {
        for (int k = 0; k < prime; k++) {
            if (isSingular(shifted(matrix, k, prime), prime)) {
                return true;
            }
        }
        return false;
    }

    /** k I - G modulo a prime. */
    private static int[][] shifted(long[][] matrix, int k, int prime) {
        int n = matrix.length;
        int[][] shifted = new int[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                shifted[i][j] = (int) Math.floorMod((i == j ? k : 0) - matrix[i][j], (long) prime);
            }
        }
        return shifted;
    }

    private static boolean isSingular(int[][] rows, int prime) {
        for (int k = 0; k < rows.length; k++) {
            int row = k;
            while (row < rows.length && rows[row][k] == 0) {
                row++;
            }
            if (row == rows.length) {
                return true;
            }
            int[] pivot = rows[row];
            rows[row] = rows[k];
            rows[k] = pivot;
            for (int i = k + 1; i < rows.length; i++) {
                cross(rows[i], pivot, k, prime);
            }
        }
        return false;
    }

    /** Makes entry k of a row 0 by multiplying across: no inverses, since the pivot is no multiple of the prime. */
    private static void cross(int[] row, int[] pivot, int k, int prime) {
        int factor = row[k];
        for (int j = k; j < row.length && factor != 0; j++) {
            row[j] = Math.floorMod(row[j] * pivot[k] - factor * pivot[j], prime);
        }
    }
}
