package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.Binary64;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Formats of floating-point numbers (IEEE 754, and bfloat16): p digits in base 2, exponents up to a largest one. Rounding
 * is to the nearest, to the even one on a tie; subnormal numbers are kept.
 */
public enum FloatFormat {
    /** 53 digits, below 2^1024. */
    BINARY64(53, 1023),
    /** 24 digits, below 2^128. */
    BINARY32(24, 127),
    /** 11 digits, below 2^16. */
    BINARY16(11, 15),
    /** 8 digits, below 2^128. */
    BFLOAT16(8, 127);

    private final int digits;
    private final int largestExponent;

    FloatFormat(int digits, int largestExponent) {
        this.digits = digits;
        this.largestExponent = largestExponent;
    }

    /** The format of a name in a claim file. */
    public static Optional<FloatFormat> named(String word) {
        return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
    }

    /** Its name in a claim file. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The exponent of the last digit of the smallest numbers. */
    private int leastUnit() {
        return 2 - largestExponent - digits;
    }

    /**
     * The number of the format nearest to a binary64 number; infinite beyond the largest. A sum, product, quotient or root
     * of numbers of the format that was rounded to binary64 before comes out as if rounded once, since 53 is at least 2p +
     * 2 for the shorter formats (figueroa1995).
     */
    public double round(double x) {
        if (this == BINARY64 || x == 0 || !Double.isFinite(x)) {
            return x;
        }
        int unit = Math.max(Math.getExponent(x) - digits + 1, leastUnit());
        return limited(Math.scalb(Math.rint(Math.scalb(x, -unit)), unit));
    }

    /** The number of the format nearest to a rational, rounded once; infinite beyond the largest. */
    public double round(BigFraction x) {
        BigInteger p = x.getNumerator().abs();
        BigInteger q = x.getDenominator();
        if (p.signum() == 0) {
            return 0;
        }
        int exponent = p.bitLength() - q.bitLength();
        // 2^exponent is above x/2 and below 2x; one digit more than needed is cut below.
        exponent -= p.shiftLeft(Math.max(0, -exponent)).compareTo(q.shiftLeft(Math.max(0, exponent))) < 0 ? 1 : 0;
        if (exponent > largestExponent) {
            return Math.copySign(Double.POSITIVE_INFINITY, x.signum());
        }
        int unit = Math.max(exponent - digits + 1, leastUnit());
        BigInteger[] parts = p.shiftLeft(Math.max(0, -unit)).divideAndRemainder(q.shiftLeft(Math.max(0, unit)));
        int half = parts[1].shiftLeft(1).compareTo(q.shiftLeft(Math.max(0, unit)));
        boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
        long whole = parts[0].longValueExact() + (up ? 1 : 0);
        return limited(x.signum() * Math.scalb((double) whole, unit));
    }

    private double limited(double x) {
        double beyond = largestExponent == 1023 ? Double.POSITIVE_INFINITY : Math.scalb(1.0, largestExponent + 1);
        return Math.abs(x) >= beyond ? Math.copySign(Double.POSITIVE_INFINITY, x) : x;
    }

    /** Whether a rational is a number of the format. */
    public boolean has(BigFraction x) {
        double rounded = round(x);
        return Double.isFinite(rounded) && Binary64.exact(rounded).equals(x);
    }
}
