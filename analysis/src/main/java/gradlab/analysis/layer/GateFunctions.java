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
    private static final int SIGN_PLACE = 63;

    private GateFunctions() {}

    /**
     * Room for the numbers of one call, to be used again. For one thread. All loops run over such arrays from their start: beside
     * an offset the compiler does not know how arrays lie to each other, and leaves vector instructions out.
     */
    static final class Scratch {
        private final double[] argument;
        private final double[] fraction;
        private final double[] shifted;
        private final double[] numerator;
        private final double[] small;
        private final double[] whole;

        Scratch(int most) {
            argument = new double[most];
            fraction = new double[most];
            shifted = new double[most];
            numerator = new double[most];
            small = new double[most];
            whole = new double[most];
        }

        /** The quotients as values, those of {@code small} and the square of the divisor as slopes. */
        private void divide(double[] value, double[] slope, int at, int count) {
            quotients(numerator, small, whole, count);
            System.arraycopy(numerator, 0, value, at, count);
            System.arraycopy(small, 0, slope, at, count);
        }
    }

    /** 1/(1 + exp(-x)) and its slope, of entries from {@code at} on. */
    static void sigmoid(double[] x, double[] value, double[] slope, int at, int count, Scratch scratch) {
        System.arraycopy(x, at, scratch.argument, 0, count);
        exponentials(scratch.argument, -1, count, scratch.fraction, scratch.shifted);
        powers(scratch.shifted, count);
        ofSigmoid(scratch.argument, scratch.shifted, scratch.fraction, scratch.numerator, scratch.small, count);
        for (int i = 0; i < count; i++) {
            scratch.whole[i] = 1 + scratch.small[i];
        }
        scratch.divide(value, slope, at, count);
    }

    private static void ofSigmoid(
            double[] x, double[] power, double[] fraction, double[] numerator, double[] small, int count) {
        for (int i = 0; i < count; i++) {
            small[i] = power[i] * (1 + fraction[i]);
        }
        for (int i = 0; i < count; i++) {
            long negative = Double.doubleToRawLongBits(x[i]) >> SIGN_PLACE;
            numerator[i] = Double.longBitsToDouble(
                    (Double.doubleToRawLongBits(small[i]) & negative) | (BITS_OF_ONE & ~negative));
        }
    }

    /** tanh x and its slope, of entries from {@code at} on. */
    static void tanh(double[] x, double[] value, double[] slope, int at, int count, Scratch scratch) {
        System.arraycopy(x, at, scratch.argument, 0, count);
        exponentials(scratch.argument, -2, count, scratch.fraction, scratch.shifted);
        powers(scratch.shifted, count);
        ofTanh(scratch.shifted, scratch.fraction, scratch.small, scratch.whole, count);
        for (int i = 0; i < count; i++) {
            scratch.numerator[i] = Math.copySign(scratch.fraction[i], scratch.argument[i]);
        }
        scratch.divide(value, slope, at, count);
    }

    /** Four times exp(-2 |x|), 2 plus the difference of exp(-2 |x|) and 1, and, in place of the fraction, that without sign. */
    private static void ofTanh(double[] power, double[] fraction, double[] small, double[] whole, int count) {
        for (int i = 0; i < count; i++) {
            double product = power[i] * fraction[i];
            double below = product + (power[i] - 1);
            small[i] = 4 * (power[i] + product);
            fraction[i] = below;
            whole[i] = 2 + below;
        }
    }

    private static void quotients(double[] numerator, double[] small, double[] whole, int count) {
        for (int i = 0; i < count; i++) {
            numerator[i] = numerator[i] / whole[i];
            small[i] = small[i] / whole[i] / whole[i];
        }
    }

    /** 2^k of each k that stands in the last digits of {@link #ROUNDER} plus k. */
    private static void powers(double[] shifted, int count) {
        for (int i = 0; i < count; i++) {
            long digits = Double.doubleToRawLongBits(shifted[i]) & EXPONENT_DIGITS;
            shifted[i] = Double.longBitsToDouble((digits << EXPONENT_PLACE) + BITS_OF_ONE);
        }
    }

    /**
     * exp(r) - 1, and k in the last digits. The loops stay simple, so that the compiler uses vector instructions: a maximum in
     * the second one would keep it from that.
     */
    private static void exponentials(double[] x, double factor, int count, double[] fraction, double[] shifted) {
        for (int i = 0; i < count; i++) {
            shifted[i] = Math.max(factor * Math.abs(x[i]), -LARGEST);
        }
        for (int i = 0; i < count; i++) {
            double y = shifted[i];
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
