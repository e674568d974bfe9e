package gradlab.analysis.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;

/**
 * Integers that may be eigenvalues of a symmetric integer matrix: its eigenvalues by cyclic Jacobi rotations (Golub and
 * Van Loan, Matrix Computations, 4th edition, section 8.5, key golubvanloan2013) in fixed-point arithmetic, rounded where they are close to an integer.
 * These are proposals and prove nothing: an exact test accepts them or not.
 *
 * <p>Entries carry 48 binary places. A rotation errs by some units of the last; the at most 60 sweeps over at most 64
 * rows add up to far less than the 2^28 units (2^-20) within which an integer is proposed.
 */
final class EigenvalueEstimates {
    private static final int PLACES = 48;
    private static final int NEGLIGIBLE_BITS = 16;
    private static final int PROPOSED_BITS = 28;
    /** Convergence is quadratic; ten sweeps are usual. */
    private static final int MAX_SWEEPS = 60;

    private final BigInteger[][] matrix;
    /** Binary places of sines and cosines: enough to multiply the longest entry. */
    private final int places;

    private EigenvalueEstimates(BigInteger[][] symmetric) {
        int n = symmetric.length;
        matrix = IntegerMatrix.of(n, n, (i, j) -> symmetric[i][j].shiftLeft(PLACES));
        places = IntegerMatrix.bits(symmetric) + PLACES + 8;
    }

    /** The i-th largest eigenvalue (from 1) if it looks like an integer. */
    static Optional<BigInteger> integer(BigInteger[][] symmetric, int i) {
        EigenvalueEstimates estimates = new EigenvalueEstimates(symmetric);
        int sweeps = 0;
        while (estimates.sweep() && sweeps < MAX_SWEEPS) {
            sweeps++;
        }
        BigInteger[] values = new BigInteger[symmetric.length];
        Arrays.setAll(values, k -> estimates.matrix[k][k]);
        Arrays.sort(values, Collections.reverseOrder());
        return nearInteger(values[i - 1]);
    }

    private static Optional<BigInteger> nearInteger(BigInteger fixedPoint) {
        BigInteger nearest =
                fixedPoint.add(BigInteger.ONE.shiftLeft(PLACES - 1)).shiftRight(PLACES);
        BigInteger distance = fixedPoint.subtract(nearest.shiftLeft(PLACES));
        return distance.abs().bitLength() <= PROPOSED_BITS ? Optional.of(nearest) : Optional.empty();
    }

    private boolean sweep() {
        boolean rotated = false;
        for (int p = 0; p < matrix.length; p++) {
            for (int q = p + 1; q < matrix.length; q++) {
                if (matrix[p][q].bitLength() > NEGLIGIBLE_BITS) {
                    rotate(p, q);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    /** Makes entry (p, q) zero: t = tan of the angle solves t² + t (a_qq - a_pp)/a_pq - 1 = 0, the smaller root. */
    private void rotate(int p, int q) {
        BigInteger difference = matrix[q][q].subtract(matrix[p][p]);
        BigInteger twice = matrix[p][q].shiftLeft(1);
        BigInteger hypotenuse = difference.pow(2).add(twice.pow(2)).sqrt();
        BigInteger sloped = twice.shiftLeft(places).divide(difference.abs().add(hypotenuse));
        BigInteger t = difference.signum() < 0 ? sloped.negate() : sloped;
        BigInteger one = BigInteger.ONE.shiftLeft(2 * places);
        BigInteger c = one.divide(one.add(t.pow(2)).sqrt());
        BigInteger s = t.multiply(c).shiftRight(places);
        BigInteger moved = t.multiply(matrix[p][q]).shiftRight(places);
        BigInteger first = matrix[p][p].subtract(moved);
        BigInteger second = matrix[q][q].add(moved);
        turn(p, q, c, s);
        matrix[p][p] = first;
        matrix[q][q] = second;
        matrix[p][q] = BigInteger.ZERO;
        matrix[q][p] = BigInteger.ZERO;
    }

    private void turn(int p, int q, BigInteger c, BigInteger s) {
        for (int r = 0; r < matrix.length; r++) {
            BigInteger left = matrix[r][p];
            BigInteger right = matrix[r][q];
            matrix[r][p] = c.multiply(left).subtract(s.multiply(right)).shiftRight(places);
            matrix[r][q] = s.multiply(left).add(c.multiply(right)).shiftRight(places);
            matrix[p][r] = matrix[r][p];
            matrix[q][r] = matrix[r][q];
        }
    }
}
