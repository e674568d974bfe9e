package gradlab.analysis.arithmetic;

import gradlab.analysis.interval.Interval;
import org.hipparchus.fraction.BigFraction;

/** Encloses exact numbers in intervals. */
final class Enclosure {

    private Enclosure() {}

    /** The tightest interval around a rational: a point if binary64 has it, else two neighbours. */
    static Interval of(BigFraction value) {
        double near = value.doubleValue();
        double lower = clamp(near);
        while (lower != Double.NEGATIVE_INFINITY && exact(lower).compareTo(value) > 0) {
            lower = Math.nextDown(lower);
        }
        double upper = clamp(near);
        while (upper != Double.POSITIVE_INFINITY && exact(upper).compareTo(value) < 0) {
            upper = Math.nextUp(upper);
        }
        return new Interval(lower, upper);
    }

    private static double clamp(double near) {
        return Double.isNaN(near) ? 0 : Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, near));
    }

    private static BigFraction exact(double value) {
        return new BigFraction(value);
    }
}
