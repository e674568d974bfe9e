package gradlab.analysis.exact;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * The neighbours of a non-negative number among the binary64 numbers: the largest one not above it and the smallest
 * one not below it (equal when the number is one itself). Above the largest finite number the upper neighbour is
 * infinity; between 0 and the smallest subnormal the lower one is 0.
 *
 * @param lower the tightest lower bound, finite
 * @param upper the tightest upper bound
 */
record BinaryBounds(double lower, double upper) {
    private static final int PRECISION = 53;
    /** The smallest subnormal is 2^-1074. */
    private static final int FINEST = 1074;

    private static final int LARGEST = 1024;

    /**
     * Bounds of sqrt(square). With v = square · 4^k, floor(sqrt(square) 2^k) = isqrt(floor(v)): the leading 53 bits
     * come out exactly, and two remainders tell whether anything was cut off.
     */
    static BinaryBounds ofRoot(BigFraction square) {
        if (square.signum() == 0) {
            return new BinaryBounds(0, 0);
        }
        BigInteger numerator = square.getNumerator();
        BigInteger denominator = square.getDenominator();
        int exponent = Math.floorDiv(numerator.bitLength() - denominator.bitLength(), 2);
        int shift = Math.min(PRECISION + 1 - exponent, FINEST);
        BigInteger[] quotient = shift >= 0
                ? numerator.shiftLeft(2 * shift).divideAndRemainder(denominator)
                : numerator.divideAndRemainder(denominator.shiftLeft(-2 * shift));
        BigInteger[] root = quotient[0].sqrtAndRemainder();
        boolean exact = quotient[1].signum() == 0 && root[1].signum() == 0;
        int excess = Math.max(0, root[0].bitLength() - PRECISION);
        exact &= excess == 0 || root[0].getLowestSetBit() >= excess;
        return between(root[0].shiftRight(excess), shift - excess, exact);
    }

    /** The bounds of a number that is mantissa · 2^-shift, or above it by less than 2^-shift. */
    private static BinaryBounds between(BigInteger mantissa, int shift, boolean exact) {
        if (mantissa.bitLength() - shift > LARGEST) {
            return new BinaryBounds(Double.MAX_VALUE, Double.POSITIVE_INFINITY);
        }
        double lower = Math.scalb((double) mantissa.longValueExact(), -shift);
        return new BinaryBounds(lower, exact ? lower : Math.nextUp(lower));
    }
}
