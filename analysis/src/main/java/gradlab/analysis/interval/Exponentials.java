package gradlab.analysis.interval;

/**
 * Enclosures of functions close to exp and log, accurate where the obvious formula cancels.
 *
 * <p>expm1 and log1p are those of {@link StrictMath} (fdlibm states errors below 1 ulp, ng1993), widened by 2 ulp.
 */
public final class Exponentials {
    private static final int ULPS = 2;
    private static final Interval ABOVE_MINUS_ONE = new Interval(-1, Double.POSITIVE_INFINITY);

    private Exponentials() {}

    /** e^x - 1; 4 ulp wide for a point, exact at 0, never below -1. */
    public static Interval expm1(Interval x) {
        return Widening.increasing(x, Exponentials::expm1At);
    }

    /** The logarithm of 1 + x, of the part above -1; 4 ulp wide for a point, exact at 0. */
    public static Interval log1p(Interval x) {
        return x.upper() <= -1
                ? Interval.EMPTY
                : Widening.increasing(x.intersect(ABOVE_MINUS_ONE), Exponentials::log1pAt);
    }

    /** log(1 + e^x) = max(x, 0) + log(1 + e^-|x|); about 8 ulp wide for a point. */
    public static Interval softplus(Interval x) {
        return Widening.increasing(x, Exponentials::softplusAt);
    }

    private static Interval expm1At(double x) {
        return x == 0
                ? Interval.ZERO
                : Widening.around(StrictMath.expm1(x), ULPS).intersect(ABOVE_MINUS_ONE);
    }

    private static Interval log1pAt(double x) {
        if (x == 0) {
            return Interval.ZERO;
        }
        return x == -1
                ? new Interval(Double.NEGATIVE_INFINITY, -Double.MAX_VALUE)
                : Widening.around(StrictMath.log1p(x), ULPS);
    }

    private static Interval softplusAt(double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return new Interval(Double.MAX_VALUE, x);
        }
        Interval rest = log1p(Elementary.expAt(-Math.abs(x)));
        return x > 0 ? rest.add(Interval.of(x)) : rest;
    }
}
