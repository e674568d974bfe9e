package gradlab.analysis.interval;

import static gradlab.analysis.interval.Rounding.addDown;
import static gradlab.analysis.interval.Rounding.addUp;

/**
 * A closed interval [lower, upper] of real numbers with binary64 end points; an infinite end means unbounded on that
 * side, so {@code [MAX_VALUE, +inf]} says "not below MAX_VALUE" and {@link #ENTIRE} is the whole real line.
 *
 * <p>Every operation returns an interval that contains the exact result for all reals inside its arguments, rounded
 * outwards by at most one unit in the last place an end: an exact result (1 + 2, 3 * 4) stays a point. Operations follow
 * the set-based flavour of IEEE 1788 (ieee2015): a function applied where it is undefined contributes nothing, so the root of
 * [-1, 4] is [0, 2] and 1/[0, 0] is {@link #EMPTY}. Callers for whom an undefined operation matters must therefore look
 * at the arguments first: {@code divisor.contains(0)}, {@code x.lower() < 0}.
 *
 * <p>The empty set is represented by lower = +infinity, upper = -infinity. Comparisons that involve it are never
 * certain. Zero ends are stored as +0, so that record equality is equality of sets.
 *
 * @param lower the lower end, finite or -infinity
 * @param upper the upper end, finite or +infinity, not below {@code lower}
 */
public record Interval(double lower, double upper) {
    /** The empty set: lower = +infinity, upper = -infinity. */
    public static final Interval EMPTY = new Interval(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    /** All real numbers. */
    public static final Interval ENTIRE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    /** The point 0. */
    public static final Interval ZERO = new Interval(0, 0);
    /** The point 1. */
    public static final Interval ONE = new Interval(1, 1);

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException unless lower <= upper, lower < +infinity and upper > -infinity, or the two are
     *     the ends of {@link #EMPTY}
     */
    public Interval {
        boolean empty = lower == Double.POSITIVE_INFINITY && upper == Double.NEGATIVE_INFINITY;
        boolean proper = lower <= upper && lower < Double.POSITIVE_INFINITY && upper > Double.NEGATIVE_INFINITY;
        if (!(empty || proper)) {
            throw new IllegalArgumentException("lower: must be a number not above upper, and not both ends the same"
                    + " infinity, was lower = " + lower + ", upper = " + upper);
        }
        lower += 0.0;
        upper += 0.0;
    }

    /**
     * The point [value, value].
     *
     * @throws IllegalArgumentException if {@code value} is not finite
     */
    public static Interval of(double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("value: must be finite, was " + value);
        }
        return new Interval(value, value);
    }

    /**
     * The interval [lower, upper], not empty.
     *
     * @throws IllegalArgumentException unless lower <= upper, lower < +infinity and upper > -infinity
     */
    public static Interval of(double lower, double upper) {
        if (lower > upper) {
            throw new IllegalArgumentException(
                    "lower: must not be above upper, was lower = " + lower + ", upper = " + upper);
        }
        return new Interval(lower, upper);
    }

    /** The smallest interval that contains both. */
    public static Interval hull(Interval a, Interval b) {
        return new Interval(Math.min(a.lower, b.lower), Math.max(a.upper, b.upper));
    }

    /** The set of all x + y; the tightest enclosure. */
    public Interval add(Interval other) {
        return isEmpty() || other.isEmpty()
                ? EMPTY
                : new Interval(addDown(lower, other.lower), addUp(upper, other.upper));
    }

    /** The set of all x - y; the tightest enclosure. */
    public Interval subtract(Interval other) {
        return add(other.negate());
    }

    /** The set of all x y; the tightest enclosure. */
    public Interval multiply(Interval other) {
        return Products.multiply(this, other);
    }

    /**
     * The set of all x/y with y != 0; its hull where it falls in two parts: {@link #ENTIRE} or a half line if the
     * divisor contains 0, {@link #EMPTY} for the divisor [0, 0]. The tightest enclosure.
     */
    public Interval divide(Interval divisor) {
        return Products.divide(this, divisor);
    }

    /** The set of all -x. */
    public Interval negate() {
        return isEmpty() ? EMPTY : new Interval(-upper, -lower);
    }

    /** The set of all 1/x with x != 0, as {@link #divide}. */
    public Interval reciprocal() {
        return ONE.divide(this);
    }

    /** The square roots of the part that is not negative; {@link #EMPTY} if there is none. Tightest. */
    public Interval sqrt() {
        return isEmpty() || upper < 0
                ? EMPTY
                : new Interval(lower <= 0 ? 0 : Rounding.sqrtDown(lower), Rounding.sqrtUp(upper));
    }

    /** The set of all x²; the tightest enclosure, never below 0. */
    public Interval square() {
        return Products.square(this);
    }

    /** The set of all |x|. */
    public Interval abs() {
        return isEmpty() ? EMPTY : new Interval(mignitude(), magnitude());
    }

    /** The set of all min(x, y). */
    public Interval min(Interval other) {
        return isEmpty() || other.isEmpty()
                ? EMPTY
                : new Interval(Math.min(lower, other.lower), Math.min(upper, other.upper));
    }

    /** The set of all max(x, y). */
    public Interval max(Interval other) {
        return isEmpty() || other.isEmpty()
                ? EMPTY
                : new Interval(Math.max(lower, other.lower), Math.max(upper, other.upper));
    }

    /**
     * The set of all x^n, by repeated squaring of the ends: never below 0 for even n, relative width below |n| 2^-51 for
     * a point. x^0 is 1 for every x, 0 included (a caller for whom 0^0 is undefined asks {@code contains(0)}); a
     * negative exponent is the reciprocal of the positive one.
     */
    public Interval pow(int exponent) {
        return Products.pow(this, exponent);
    }

    /** The set of all floor(x), as its hull. */
    public Interval floor() {
        return isEmpty() ? EMPTY : new Interval(Math.floor(lower), Math.floor(upper));
    }

    /** The set of all ceil(x), as its hull. */
    public Interval ceil() {
        return isEmpty() ? EMPTY : new Interval(Math.ceil(lower), Math.ceil(upper));
    }

    /** The numbers in both; {@link #EMPTY} if there is none. */
    public Interval intersect(Interval other) {
        double low = Math.max(lower, other.lower);
        double high = Math.min(upper, other.upper);
        return low <= high ? new Interval(low, high) : EMPTY;
    }

    /** Whether the real number {@code value} is inside; false for infinities and NaN. */
    public boolean contains(double value) {
        return lower <= value && value <= upper && Math.abs(value) <= Double.MAX_VALUE;
    }

    /** Whether every number of {@code other} is inside; true for the empty set. */
    public boolean contains(Interval other) {
        return other.isEmpty() || (lower <= other.lower && other.upper <= upper);
    }

    /** Whether this is a single number. */
    public boolean isPoint() {
        return lower == upper;
    }

    /** Whether this is the empty set. */
    public boolean isEmpty() {
        return lower > upper;
    }

    /** Whether both ends are finite; false for the empty set. */
    public boolean isFinite() {
        return lower >= -Double.MAX_VALUE && upper <= Double.MAX_VALUE && lower <= upper;
    }

    /**
     * upper - lower, rounded up; +infinity if unbounded.
     *
     * @throws IllegalStateException if empty
     */
    public double width() {
        requireNumbers("width");
        return lower == upper ? 0 : addUp(upper, -lower);
    }

    /**
     * A finite number inside, the middle rounded to nearest where both ends are finite; of a half line its largest or
     * smallest double, of {@link #ENTIRE} 0.
     *
     * @throws IllegalStateException if empty
     */
    public double midpoint() {
        requireNumbers("midpoint");
        if (Double.isInfinite(lower)) {
            return Double.isInfinite(upper) ? 0 : -Double.MAX_VALUE;
        }
        if (Double.isInfinite(upper)) {
            return Double.MAX_VALUE;
        }
        double sum = lower + upper;
        return Double.isInfinite(sum) ? lower / 2 + upper / 2 : sum / 2;
    }

    /**
     * The largest |x|, +infinity if unbounded.
     *
     * @throws IllegalStateException if empty
     */
    public double magnitude() {
        requireNumbers("magnitude");
        return Math.max(Math.abs(lower), Math.abs(upper));
    }

    /**
     * The smallest |x|, 0 if 0 is inside.
     *
     * @throws IllegalStateException if empty
     */
    public double mignitude() {
        requireNumbers("mignitude");
        return lower > 0 ? lower : upper < 0 ? -upper : 0;
    }

    /** Whether x < y for every x here and every y there; false if either is empty. */
    public boolean certainlyLess(Interval other) {
        return !isEmpty() && !other.isEmpty() && upper < other.lower;
    }

    /** Whether x <= y for every x here and every y there; false if either is empty. */
    public boolean certainlyLessOrEqual(Interval other) {
        return !isEmpty() && !other.isEmpty() && upper <= other.lower;
    }

    /** Whether the two have a number in common. */
    public boolean overlaps(Interval other) {
        return !intersect(other).isEmpty();
    }

    private void requireNumbers(String question) {
        if (isEmpty()) {
            throw new IllegalStateException(question + ": the empty interval has none");
        }
    }
}
