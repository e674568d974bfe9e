package gradlab.analysis.exact;

import java.math.BigInteger;

/**
 * Determinants and powers modulo the prime 2^31 - 1: what is not 0 there is not 0 at all. A cheap way to drop a false
 * candidate before the exact test; never a way to accept one.
 */
final class ModularDeterminant {
    private static final long PRIME = Integer.MAX_VALUE;

    private ModularDeterminant() {}

    /** Whether the determinant is 0 modulo the prime (it is, when the determinant is 0). */
    static boolean vanishes(BigInteger[][] square) {
        long[][] rows = reduce(square);
        for (int k = 0; k < rows.length; k++) {
            int row = k;
            while (row < rows.length && rows[row][k] == 0) {
                row++;
            }
            if (row == rows.length) {
                return true;
            }
            long[] pivot = rows[row];
            rows[row] = rows[k];
            rows[k] = pivot;
            eliminateBelow(rows, k);
        }
        return false;
    }

    private static void eliminateBelow(long[][] rows, int k) {
        long inverse = BigInteger.valueOf(rows[k][k])
                .modInverse(BigInteger.valueOf(PRIME))
                .longValueExact();
        for (int i = k + 1; i < rows.length; i++) {
            long factor = rows[i][k] * inverse % PRIME;
            for (int j = k; j < rows.length && factor != 0; j++) {
                rows[i][j] = Math.floorMod(rows[i][j] - factor * rows[k][j] % PRIME, PRIME);
            }
        }
    }

    /** Whether A^(2^k), 2^k the first such power not below the order of A, is 0 modulo the prime. */
    static boolean powerVanishes(BigInteger[][] square) {
        long[][] power = reduce(square);
        for (int exponent = 1; exponent < square.length; exponent *= 2) {
            power = times(power, power);
        }
        for (long[] row : power) {
            for (long entry : row) {
                if (entry != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long[][] times(long[][] a, long[][] b) {
        long[][] product = new long[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                for (int j = 0; j < a.length; j++) {
                    product[i][j] = (product[i][j] + a[i][k] * b[k][j]) % PRIME;
                }
            }
        }
        return product;
    }

    private static long[][] reduce(BigInteger[][] matrix) {
        BigInteger prime = BigInteger.valueOf(PRIME);
        long[][] reduced = new long[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                reduced[i][j] = matrix[i][j].mod(prime).longValueExact();
            }
        }
        return reduced;
    }
}
