package gradlab.analysis.interval;

import java.util.function.DoubleFunction;

/**
 * Where a function stops rising or falling, and what it is there.
 *
 * @param place an interval around the point
 * @param value an interval that holds the function's value there
 */
record Extremum(Interval place, Interval value) {

    /** From the doubles nearest to the exact place and value. */
    static Extremum near(double place, double value) {
        return new Extremum(Widening.around(place, 1), Widening.around(value, 1));
    }

    /**
     * The image of x under a function that is monotone between neighbouring extrema.
     *
     * @param at an enclosure of the function at a double or, as a limit, at an infinity
     * @param extrema all of them
     */
    static Interval image(Interval x, DoubleFunction<Interval> at, Extremum... extrema) {
        if (x.isEmpty()) {
            return Interval.EMPTY;
        }
        Interval image = Interval.hull(at.apply(x.lower()), at.apply(x.upper()));
        for (Extremum extremum : extrema) {
            image = x.overlaps(extremum.place) ? Interval.hull(image, extremum.value) : image;
        }
        return image;
    }

    /** The image of x under a function whose range is spanned by the values at its two extrema. */
    static Interval within(Interval x, DoubleFunction<Interval> at, Extremum least, Extremum largest) {
        return image(x, at, least, largest).intersect(Interval.hull(least.value, largest.value));
    }
}
