package gradlab.analysis.interval;

/**
 * Sine, cosine and tangent over intervals: end points, and the extrema or poles that may lie between.
 *
 * <p>With q(x) = floor(x/(pi/2)) enclosed by interval division, [a, b] can hold the multiple k pi/2 only for k in
 * (lower q(a), upper q(b)]; where this counts a multiple just outside, the result is wider, never wrong.
 */
final class Trigonometry {
    private static final Interval HALF_PI = Elementary.PI.multiply(Interval.of(0.5));
    private static final Interval RANGE = new Interval(-1, 1);
    /** Quarter turns of numbers up to this size are exact longs, with a relative error of 2^-51 at most. */
    private static final double REDUCIBLE = 0x1p50;

    private Trigonometry() {}

    static Interval sin(Interval x) {
        if (x.isEmpty() || isHopeless(x)) {
            return x.isEmpty() ? x : RANGE;
        }
        Interval ends = Interval.hull(sinAt(x.lower()), sinAt(x.upper()));
        return withExtrema(ends, x, 1);
    }

    static Interval cos(Interval x) {
        if (x.isEmpty() || isHopeless(x)) {
            return x.isEmpty() ? x : RANGE;
        }
        Interval ends = Interval.hull(cosAt(x.lower()), cosAt(x.upper()));
        return withExtrema(ends, x, 0);
    }

    static Interval tan(Interval x) {
        if (x.isEmpty()) {
            return x;
        }
        if (isHopeless(x) || holdsQuarterTurn(x, 1) || holdsQuarterTurn(x, 3)) {
            return Interval.ENTIRE;
        }
        return Interval.hull(tanAt(x.lower()), tanAt(x.upper()));
    }

    /** The hull of the values at the ends with 1 and -1 where the maximum (at phase quarter turns) or minimum may be. */
    private static Interval withExtrema(Interval ends, Interval x, int phase) {
        double low = holdsQuarterTurn(x, phase + 2) ? -1 : ends.lower();
        double high = holdsQuarterTurn(x, phase) ? 1 : ends.upper();
        return new Interval(low, high);
    }

    private static boolean isHopeless(Interval x) {
        return !x.isPoint() && !(x.magnitude() <= REDUCIBLE && x.width() < 6);
    }

    /** Whether a non-point x may hold a number (4 j + phase) pi/2; a point other than 0 never does, and 0 is exact. */
    private static boolean holdsQuarterTurn(Interval x, int phase) {
        if (x.isPoint()) {
            return false;
        }
        long first = (long) Interval.of(x.lower()).divide(HALF_PI).floor().lower();
        long last = (long) Interval.of(x.upper()).divide(HALF_PI).floor().upper();
        for (long turn = first + 1; turn <= last; turn++) {
            if (Math.floorMod(turn - phase, 4L) == 0) {
                return true;
            }
        }
        return false;
    }

    private static Interval sinAt(double x) {
        return x == 0 ? Interval.ZERO : Widening.around(StrictMath.sin(x), 1).intersect(RANGE);
    }

    private static Interval cosAt(double x) {
        return x == 0 ? Interval.ONE : Widening.around(StrictMath.cos(x), 1).intersect(RANGE);
    }

    private static Interval tanAt(double x) {
        return x == 0 ? Interval.ZERO : Widening.around(StrictMath.tan(x), 2);
    }
}
