package gradlab.analysis.exact;

import java.math.BigInteger;

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
     * Bounds of sqrt(v) for v = numerator/denominator, not necessarily reduced. With w = v · 4^k, floor(sqrt(v) 2^k) =
     * isqrt(floor(w)): the leading 53 bits come out exactly, and two remainders tell whether anything was cut off.
     */
    static BinaryBounds ofRoot(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            return new BinaryBounds(0, 0);
        }
        int exponent = Math.floorDiv(numerator.bitLength() - denominator.bitLength(), 2);
        int shift = Math.min(PRECISION + 1 - exponent, FINEST);
        BigInteger[] quotient = shifted(numerator, denominator, 2 * shift);
        BigInteger[] root = quotient[0].sqrtAndRemainder();
        return rounded(root[0], shift, quotient[1].signum() == 0 && root[1].signum() == 0);
    }

    /** Bounds of numerator/denominator, not necessarily reduced. */
    static BinaryBounds ofQuotient(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            return new BinaryBounds(0, 0);
        }
        int exponent = numerator.bitLength() - denominator.bitLength();
        int shift = Math.min(PRECISION + 1 - exponent, FINEST);
        BigInteger[] quotient = shifted(numerator, denominator, shift);
        return rounded(quotient[0], shift, quotient[1].signum() == 0);
    }

    /** Quotient and remainder of numerator · 2^shift by denominator. */
    private static BigInteger[] shifted(BigInteger numerator, BigInteger denominator, int shift) {
        return shift >= 0
                ? numerator.shiftLeft(shift).divideAndRemainder(denominator)
                : numerator.divideAndRemainder(denominator.shiftLeft(-shift));
    }

    /** The bounds of whole · 2^-shift, or of a number above it by less than 2^-shift. */
    private static BinaryBounds rounded(BigInteger whole, int shift, boolean exact) {
        int excess = Math.max(0, whole.bitLength() - PRECISION);
        boolean fits = excess == 0 || whole.getLowestSetBit() >= excess;
        return between(whole.shiftRight(excess), shift - excess, exact && fits);
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
