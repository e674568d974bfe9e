package gradlab.analysis.interval;

import java.util.function.DoubleFunction;

/** From approximate values with a known error in units in the last place to enclosures. */
final class Widening {
    private Widening() {}

    /**
     * An interval that holds every real within {@code ulps} units in the last place of {@code value}.
     *
     * <p>The unit is that of the larger binade on both sides: one step of {@code nextDown} below a power of two is only
     * half of it, so the lower side of a positive value subtracts whole units (exactly: both are multiples of the unit
     * and the result is no larger), the upper side takes that many steps outwards. An infinite value says that the real
     * one is beyond {@code MAX_VALUE}.
     */
    static Interval around(double value, int ulps) {
        if (value < 0) {
            return around(-value, ulps).negate();
        }
        if (value == Double.POSITIVE_INFINITY) {
            return new Interval(Double.MAX_VALUE, value);
        }
        double high = value;
        for (int i = 0; i < ulps; i++) {
            high = Math.nextUp(high);
        }
        return new Interval(value - ulps * Math.ulp(value), high);
    }

    /**
     * The image of x under an increasing function.
     *
     * @param at an enclosure of the function at a double or, as a limit, at an infinity
     */
    static Interval increasing(Interval x, DoubleFunction<Interval> at) {
        return x.isEmpty()
                ? Interval.EMPTY
                : new Interval(at.apply(x.lower()).lower(), at.apply(x.upper()).upper());
    }

    /**
     * The image of x under an even function that falls as |x| grows.
     *
     * @param at an enclosure of the function at a double that is not negative or, as a limit, at +infinity
     */
    static Interval evenFalling(Interval x, DoubleFunction<Interval> at) {
        return x.isEmpty()
                ? Interval.EMPTY
                : new Interval(
                        at.apply(x.magnitude()).lower(), at.apply(x.mignitude()).upper());
    }
}
