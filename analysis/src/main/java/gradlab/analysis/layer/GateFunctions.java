package gradlab.analysis.layer;

/**
 * Sigmoid and tanh of many numbers, with slopes, by additions, multiplications and divisions alone: the same bits on every
 * machine, and several times as fast as {@link StrictMath}. Values and slopes have relative errors of at most 4e-16 or so,
 * slopes also where the function is flat.
 *
 * <p>With e = exp(-|x|) = 2^k (1 + p), p = exp(r) - 1 by its Taylor polynomial of degree 13 on |r| at most ln(2)/2, whose
 * remainder is below 3e-17 r. Arguments beyond 700 count as 700.
 */
final class GateFunctions {
    private static final double LARGEST = 700;
    private static final double PER_OCTAVE = 1.4426950408889634;
    /** ln 2 in two parts, the first with so few digits that its multiples by whole numbers below 2^11 are exact. */
    private static final double OCTAVE_HIGH = 0x1.62e42feep-1;

    private static final double OCTAVE_LOW = 0x1.a39ef35793c76p-33;
    /** Adding it leaves a whole number in the last digits. */
    private static final double ROUNDER = 0x1.8p52;

    private static final long EXPONENT_DIGITS = 0xFFF;
    private static final int EXPONENT_PLACE = 52;
    private static final long BITS_OF_ONE = 0x3FF0000000000000L;

    private GateFunctions() {}

    /** Room for the numbers of one call, to be used again. For one thread. */
    static final class Scratch {
        private final double[] fraction;
        private final double[] shifted;
        private final double[] numerator;
        private final double[] small;
        private final double[] less;

        Scratch(int most) {
            fraction = new double[most];
            shifted = new double[most];
            numerator = new double[most];
            small = new double[most];
            less = new double[most];
        }
    }

    /** 1/(1 + exp(-x)) and its slope, of entries from {@code at} on. */
    static void sigmoid(double[] x, double[] value, double[] slope, int at, int count, Scratch scratch) {
        exponentials(x, -1, at, count, scratch.fraction, scratch.shifted);
        double[] numerator = scratch.numerator;
        double[] small = scratch.small;
        for (int i = 0; i < count; i++) {
            double e = power(scratch.shifted[i]) * (1 + scratch.fraction[i]);
            small[i] = e;
            numerator[i] = x[at + i] < 0 ? e : 1;
        }
        for (int i = 0; i < count; i++) {
            double whole = 1 + small[i];
            value[at + i] = numerator[i] / whole;
            slope[at + i] = small[i] / whole / whole;
        }
    }

    /** tanh x and its slope, of entries from {@code at} on. */
    static void tanh(double[] x, double[] value, double[] slope, int at, int count, Scratch scratch) {
        exponentials(x, -2, at, count, scratch.fraction, scratch.shifted);
        double[] numerator = scratch.numerator;
        double[] small = scratch.small;
        double[] less = scratch.less;
        for (int i = 0; i < count; i++) {
            double power = power(scratch.shifted[i]);
            double product = power * scratch.fraction[i];
            double below = product + (power - 1);
            small[i] = power + product;
            less[i] = below;
            numerator[i] = Math.copySign(below, x[at + i]);
        }
        for (int i = 0; i < count; i++) {
            double whole = 2 + less[i];
            value[at + i] = numerator[i] / whole;
            slope[at + i] = 4 * small[i] / whole / whole;
        }
    }

    /** 2^k of a k that stands in the last digits of {@link #ROUNDER} plus k. */
    private static double power(double shifted) {
        return Double.longBitsToDouble(
                ((Double.doubleToRawLongBits(shifted) & EXPONENT_DIGITS) << EXPONENT_PLACE) + BITS_OF_ONE);
    }

    /** exp(r) - 1, and k in the last digits. The loops stay simple, so that the compiler uses vector instructions. */
    private static void exponentials(
            double[] x, double factor, int at, int count, double[] fraction, double[] shifted) {
        for (int i = 0; i < count; i++) {
            double y = Math.max(factor * Math.abs(x[at + i]), -LARGEST);
            double moved = y * PER_OCTAVE + ROUNDER;
            double k = moved - ROUNDER;
            double r = (y - k * OCTAVE_HIGH) - k * OCTAVE_LOW;
            double p = 1.0 / 6227020800.0;
            p = p * r + 1.0 / 479001600.0;
            p = p * r + 1.0 / 39916800.0;
            p = p * r + 1.0 / 3628800.0;
            p = p * r + 1.0 / 362880.0;
            p = p * r + 1.0 / 40320.0;
            p = p * r + 1.0 / 5040.0;
            p = p * r + 1.0 / 720.0;
            p = p * r + 1.0 / 120.0;
            p = p * r + 1.0 / 24.0;
            p = p * r + 1.0 / 6.0;
            p = p * r + 0.5;
            fraction[i] = p * r * r + r;
            shifted[i] = moved;
        }
    }
}
