package gradlab.analysis.interval;

/**
 * base^exponent for positive bases: x^y is monotone in x for fixed y and in y for fixed x, so its extrema over a
 * rectangle are at the corners, as limits where a corner is 0 or infinite.
 */
final class PositivePower {
    private static final int LARGEST_EXACT_EXPONENT = 1024;
    private static final Interval FROM_ONE = new Interval(1, Double.POSITIVE_INFINITY);
    private static final Interval UNIT = new Interval(0, 1);

    private PositivePower() {}

    static Interval of(Interval base, Interval exponent) {
        if (base.isEmpty() || exponent.isEmpty() || base.upper() < 0) {
            return Interval.EMPTY;
        }
        if (base.upper() == 0) {
            return exponent.upper() > 0 ? Interval.ZERO : Interval.EMPTY;
        }
        double low = Math.max(base.lower(), 0);
        return Interval.hull(
                Interval.hull(at(low, exponent.lower()), at(low, exponent.upper())),
                Interval.hull(at(base.upper(), exponent.lower()), at(base.upper(), exponent.upper())));
    }

    private static Interval at(double x, double y) {
        if (x == 1 || y == 0) {
            return Interval.ONE;
        }
        boolean large = (x > 1) == (y > 0);
        if (x == 0 || Double.isInfinite(x) || Double.isInfinite(y)) {
            return large ? new Interval(Double.MAX_VALUE, Double.POSITIVE_INFINITY) : Interval.ZERO;
        }
        Interval power = Widening.around(StrictMath.pow(x, y), 1).intersect(large ? FROM_ONE : UNIT);
        if (y == 0.5) {
            return power.intersect(Interval.of(x).sqrt());
        }
        boolean integer = y == Math.rint(y) && Math.abs(y) <= LARGEST_EXACT_EXPONENT;
        return integer ? power.intersect(Interval.of(x).pow((int) y)) : power;
    }
}
