package gradlab.verification.domain;

import gradlab.analysis.interval.Interval;
import org.hipparchus.fraction.BigFraction;

/**
 * The bounds of a real domain. A bound such as {@code sqrt(2)} or {@code pi} is no rational: then the inner one is
 * rounded inwards, so that what is drawn lies inside, and the outer one outwards, so that a cover covers.
 *
 * @param low least rational that is surely inside
 * @param high largest rational that is surely inside
 * @param lowIsExact whether the domain's lower bound is that number itself
 * @param highIsExact whether the domain's upper bound is that number itself
 * @param outer an interval around all of the domain
 */
public record Bounds(BigFraction low, BigFraction high, boolean lowIsExact, boolean highIsExact, Interval outer) {

    /** Whether a number is surely inside. */
    public boolean contains(BigFraction value) {
        return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }

    /** The nearest number that is surely inside. */
    public BigFraction clamp(BigFraction value) {
        return value.compareTo(low) < 0 ? low : value.compareTo(high) > 0 ? high : value;
    }
}
