package gradlab.analysis.interval;

import java.math.BigInteger;

/** The exact number significand 2^exponent, for judging rounded results. */
record Dyadic(BigInteger significand, int exponent) {
    static Dyadic of(double x) {
        long bits = Double.doubleToLongBits(x);
        int biased = (int) (bits >>> 52) & 0x7ff;
        long fraction = bits & 0xfffffffffffffL;
        long significand = biased == 0 ? fraction : fraction | 1L << 52;
        BigInteger magnitude = BigInteger.valueOf(significand);
        return new Dyadic(bits < 0 ? magnitude.negate() : magnitude, Math.max(biased, 1) - 1075);
    }

    Dyadic add(Dyadic other) {
        int common = Math.min(exponent, other.exponent);
        return new Dyadic(
                significand.shiftLeft(exponent - common).add(other.significand.shiftLeft(other.exponent - common)),
                common);
    }

    Dyadic multiply(Dyadic other) {
        return new Dyadic(significand.multiply(other.significand), exponent + other.exponent);
    }

    int compareTo(Dyadic other) {
        return add(new Dyadic(other.significand.negate(), other.exponent))
                .significand
                .signum();
    }
}
