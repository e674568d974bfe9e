package gradlab.analysis.interval;

/** A product of intervals kept as an interval of moderate size times a power of two, against over- and underflow. */
final class ScaledProduct {
    private static final int LARGEST_STEP = 1000;

    private Interval moderate = Interval.ONE;
    private long power;

    void times(Interval factor) {
        moderate = normalised(moderate).multiply(normalised(factor));
    }

    void timesPowerOfTwo(int exponent) {
        power += exponent;
    }

    /** The product, rounded outwards; an overflow or underflow makes it one-sided, not wrong. */
    Interval value() {
        Interval value = moderate;
        for (long left = power; left != 0; ) {
            int step = (int) Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, left));
            Interval next = PowerOfTwo.scale(value, step);
            if (next.equals(value)) {
                return value;
            }
            value = next;
            left -= step;
        }
        return value;
    }

    /** The interval with its magnitude brought to [1, 2) and the power taken over; zero and unbounded ones as they are. */
    private Interval normalised(Interval x) {
        double magnitude = x.magnitude();
        if (magnitude == 0 || Double.isInfinite(magnitude)) {
            return x;
        }
        int exponent = Rounding.exponent(magnitude);
        power += exponent;
        return PowerOfTwo.scale(x, -exponent);
    }
}
