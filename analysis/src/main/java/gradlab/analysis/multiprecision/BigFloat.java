package gradlab.analysis.multiprecision;

import gradlab.analysis.arithmetic.NoValueException;
import java.math.BigInteger;

/**
 * A binary number mantissa * 2^exponent of at most {@value #PRECISION} bits; every operation rounds down or up, as asked, and
 * by less than one unit in the last place.
 *
 * @param mantissa odd, or 0
 * @param exponent 0 for the number 0
 */
public record BigFloat(BigInteger mantissa, long exponent) implements Comparable<BigFloat> {
    /** Bits of a mantissa: 16 fewer than the independent checker has, so that it can confirm what these bits decide. */
    static final int PRECISION = 192;

    static final BigFloat ZERO = new BigFloat(BigInteger.ZERO, 0);
    static final BigFloat ONE = of(1);

    /** Products of two exponents in this range are far from the ends of a long. */
    private static final long LARGEST_EXPONENT = 1L << 50;

    static BigFloat of(long value) {
        return rounded(BigInteger.valueOf(value), 0, false);
    }

    /** The number nearest to mantissa * 2^exponent on one side. */
    static BigFloat rounded(BigInteger mantissa, long exponent, boolean up) {
        int excess = mantissa.bitLength() - PRECISION;
        BigInteger kept = excess <= 0 ? mantissa : shiftedRight(mantissa, excess, up);
        if (kept.signum() == 0) {
            return ZERO;
        }
        int zeros = kept.getLowestSetBit();
        long scale = exponent + Math.max(excess, 0) + zeros;
        if (Math.abs(scale) > LARGEST_EXPONENT) {
            throw NoValueException.undecided("a number beyond 2^(2^50)");
        }
        return new BigFloat(kept.shiftRight(zeros), scale);
    }

    private static BigInteger shiftedRight(BigInteger value, int bits, boolean up) {
        return up ? value.negate().shiftRight(bits).negate() : value.shiftRight(bits);
    }

    int signum() {
        return mantissa.signum();
    }

    BigFloat negate() {
        return new BigFloat(mantissa.negate(), exponent);
    }

    BigFloat abs() {
        return signum() < 0 ? negate() : this;
    }

    /** The number times 2^shift, exactly. */
    BigFloat scaled(long shift) {
        return signum() == 0 ? this : rounded(mantissa, exponent + shift, false);
    }

    /** The position of the leading bit: |x| lies in [2^(top - 1), 2^top). */
    long top() {
        return exponent + mantissa.bitLength();
    }

    BigFloat add(BigFloat other, boolean up) {
        if (signum() == 0 || other.signum() == 0) {
            return signum() == 0 ? other : this;
        }
        BigFloat large = top() >= other.top() ? this : other;
        BigFloat small = large.equals(this) ? other : this;
        long gap = large.exponent - small.exponent;
        long reach = large.top() - small.top();
        if (reach > 2L * PRECISION) {
            // All of the small one lies below the last bit: which side it is on is all that counts.
            int room = 2 * PRECISION;
            BigInteger widened = large.mantissa.shiftLeft(room).add(BigInteger.valueOf(small.signum()));
            return rounded(widened, large.exponent - room, up);
        }
        return gap >= 0
                ? rounded(large.mantissa.shiftLeft((int) gap).add(small.mantissa), small.exponent, up)
                : rounded(small.mantissa.shiftLeft((int) -gap).add(large.mantissa), large.exponent, up);
    }

    BigFloat multiply(BigFloat other, boolean up) {
        return rounded(mantissa.multiply(other.mantissa), exponent + other.exponent, up);
    }

    /** Quotient by a number that is not 0. */
    BigFloat divide(BigFloat other, boolean up) {
        int shift = Math.max(0, PRECISION + 2 + other.mantissa.bitLength() - mantissa.bitLength());
        BigInteger[] parts = mantissa.shiftLeft(shift).divideAndRemainder(other.mantissa);
        boolean negative = mantissa.signum() * other.mantissa.signum() < 0;
        BigInteger quotient = parts[0];
        if (parts[1].signum() != 0 && negative != up) {
            quotient = quotient.add(BigInteger.valueOf(up ? 1 : -1));
        }
        return rounded(quotient, exponent - other.exponent - shift, up);
    }

    /** Root of a number not below 0. */
    BigFloat sqrt(boolean up) {
        int shift = Math.max(0, 2 * PRECISION + 4 - mantissa.bitLength());
        shift += (int) ((exponent - shift) & 1);
        BigInteger[] root = mantissa.shiftLeft(shift).sqrtAndRemainder();
        BigInteger kept = up && root[1].signum() != 0 ? root[0].add(BigInteger.ONE) : root[0];
        return rounded(kept, (exponent - shift) / 2, up);
    }

    /** The largest integer not above; of a number below 2^4096. */
    BigInteger floor() {
        if (top() > 4096) {
            throw NoValueException.undecided("an integer beyond 2^4096");
        }
        if (exponent >= 0) {
            return mantissa.shiftLeft((int) exponent);
        }
        return top() < 0 ? BigInteger.valueOf(Math.min(signum(), 0)) : mantissa.shiftRight((int) -exponent);
    }

    @Override
    public int compareTo(BigFloat other) {
        if (signum() != other.signum() || signum() == 0) {
            return Integer.compare(signum(), other.signum());
        }
        if (top() != other.top()) {
            return signum() * Long.compare(top(), other.top());
        }
        long gap = exponent - other.exponent;
        return gap >= 0
                ? mantissa.shiftLeft((int) gap).compareTo(other.mantissa)
                : mantissa.compareTo(other.mantissa.shiftLeft((int) -gap));
    }

    /** The nearest binary64 number, infinite or 0 beyond its range. */
    double doubleValue() {
        int excess = Math.max(0, mantissa.bitLength() - 62);
        long scale = exponent + excess;
        int bounded = (int) Math.max(-5000, Math.min(5000, scale));
        return Math.scalb((double) mantissa.shiftRight(excess).longValue(), bounded);
    }

    static BigFloat min(BigFloat a, BigFloat b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    static BigFloat max(BigFloat a, BigFloat b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
