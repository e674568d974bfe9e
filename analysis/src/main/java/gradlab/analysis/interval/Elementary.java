package gradlab.analysis.interval;

/**
 * Enclosures of the elementary functions over intervals.
 *
 * <p>Each contains the exact image of its argument; values outside a function's domain contribute nothing, so an
 * argument wholly outside gives {@link Interval#EMPTY}. The values come from {@link StrictMath}, whose results the Java
 * platform fixes to those of fdlibm bit for bit, widened by fdlibm's error:
 *
 * <ul>
 *   <li>exp, log, sin, cos by 1 ulp: fdlibm states errors below 1 ulp (ng1993) and {@link Math} promises the same; the
 *       largest known ones are 0.95, 0.89, 0.83 and 0.84 (gladman2024).
 *   <li>pow by 1 ulp: fdlibm states an error below 0.70 ulp.
 *   <li>tan by 2 ulp: "nearly rounded" in fdlibm's words, 1 ulp by the promise of {@link Math}.
 *   <li>sinh, cosh, tanh by 4 ulp: 2.5 by the promise of {@link Math}, about 2.2 the largest known.
 * </ul>
 *
 * <p>Results are clamped to the function's range and to 1 where it is passed (exp(x) >= 1 for x >= 0), and are exact
 * where the value is known: exp 0, log 1, log2 of powers of two, sin 0, cos 0, tan 0, sinh 0, cosh 0, tanh 0, sigmoid
 * 0, erf 0. {@code log(0)} as an end is -infinity.
 */
public final class Elementary {
    /** The two doubles around pi. */
    public static final Interval PI = new Interval(Math.PI, Math.nextUp(Math.PI));
    /** The two doubles around the base of the natural logarithm. */
    public static final Interval E = new Interval(Math.E, Math.nextUp(Math.E));
    /** The two doubles around the natural logarithm of 2 = 0.69314718055994530941...: the lower is ...528622... */
    static final Interval LN2 = new Interval(0x1.62e42fefa39efp-1, 0x1.62e42fefa39f0p-1);

    private static final int HYPERBOLIC_ULPS = 4;
    /** From here on 1 - tanh(x) < 2 exp(-44) < 2^-53. */
    private static final double TANH_SATURATED = 22;

    private static final Interval UNIT = new Interval(0, 1);
    private static final Interval NEARLY_ONE = new Interval(Math.nextDown(1.0), 1);
    private static final Interval UPPER_HALF = new Interval(0.5, 1);
    private static final Interval QUARTER = new Interval(0, 0.25);
    private static final Interval FROM_ZERO = new Interval(0, Double.POSITIVE_INFINITY);
    private static final Interval FROM_ONE = new Interval(1, Double.POSITIVE_INFINITY);

    private Elementary() {}

    /** e^x; 2 ulp wide for a point. */
    public static Interval exp(Interval x) {
        return Widening.increasing(x, Elementary::expAt);
    }

    /** The natural logarithm of the part above 0; 2 ulp wide for a point. */
    public static Interval log(Interval x) {
        return x.upper() <= 0 ? Interval.EMPTY : Widening.increasing(x.intersect(FROM_ZERO), Elementary::logAt);
    }

    /** The logarithm to base 2 of the part above 0; exact at powers of two, otherwise about 5 ulp wide for a point. */
    public static Interval log2(Interval x) {
        return x.upper() <= 0 ? Interval.EMPTY : Widening.increasing(x.intersect(FROM_ZERO), Elementary::log2At);
    }

    /** sin x; 2 ulp wide for a point, [-1, 1] for wide arguments and for non-points beyond 2^50. */
    public static Interval sin(Interval x) {
        return Trigonometry.sin(x);
    }

    /** cos x; 2 ulp wide for a point, [-1, 1] for wide arguments and for non-points beyond 2^50. */
    public static Interval cos(Interval x) {
        return Trigonometry.cos(x);
    }

    /** tan x; 4 ulp wide for a point, {@link Interval#ENTIRE} where x may hold a pole. */
    public static Interval tan(Interval x) {
        return Trigonometry.tan(x);
    }

    /** (e^x - e^-x)/2; 8 ulp wide for a point. */
    public static Interval sinh(Interval x) {
        return Widening.increasing(x, Elementary::sinhAt);
    }

    /** (e^x + e^-x)/2; 8 ulp wide for a point, never below 1. */
    public static Interval cosh(Interval x) {
        return x.isEmpty()
                ? Interval.EMPTY
                : new Interval(
                        coshAt(x.mignitude()).lower(), coshAt(x.magnitude()).upper());
    }

    /** The hyperbolic tangent; 8 ulp wide for a point, never beyond [-1, 1], one ulp wide from |x| = 22 on. */
    public static Interval tanh(Interval x) {
        return Widening.increasing(x, Elementary::tanhAt);
    }

    /**
     * sech²(x) = 1/cosh²(x) = 1 - tanh²(x), the derivative of tanh, as 4 e^(-2|x|)/(1 + e^(-2|x|))², which cannot
     * overflow and keeps a small relative error for large |x|; about 8 ulp wide for a point, never above 1.
     */
    public static Interval sechSquared(Interval x) {
        Interval two = Interval.of(2);
        return sigmoidSlope(x.multiply(two)).multiply(two.square());
    }

    /** 1/(1 + e^-x); about 6 ulp wide for a point, within [0, 1]. */
    public static Interval sigmoid(Interval x) {
        return Widening.increasing(x, Elementary::sigmoidAt);
    }

    /** The derivative of sigmoid, e^-|x|/(1 + e^-|x|)²; about 8 ulp wide for a point, never above 1/4. */
    public static Interval sigmoidSlope(Interval x) {
        return Widening.evenFalling(x, Elementary::sigmoidSlopeAt);
    }

    /** The error function, 2/sqrt(pi) times the integral of e^-t² from 0 to x; relative width below 1e-14 for a point. */
    public static Interval erf(Interval x) {
        return Widening.increasing(x, ErrorFunction::at);
    }

    /**
     * base^exponent over the part of the base above 0 (and 0 itself to positive exponents); 2 ulp wide for points, exact
     * where the exponent is an integer up to 1024 in magnitude, or 1/2, and the result is a double. For a negative base
     * see {@link Interval#pow(int)}.
     */
    public static Interval pow(Interval base, Interval exponent) {
        return PositivePower.of(base, exponent);
    }

    static Interval expAt(double x) {
        if (x == 0) {
            return Interval.ONE;
        }
        if (x == Double.NEGATIVE_INFINITY) {
            return Interval.ZERO;
        }
        return Widening.around(StrictMath.exp(x), 1).intersect(x > 0 ? FROM_ONE : UNIT);
    }

    private static Interval logAt(double x) {
        return x == 1 ? Interval.ZERO : Widening.around(StrictMath.log(x), 1);
    }

    private static Interval log2At(double x) {
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return logAt(x);
        }
        int exponent = Rounding.exponent(x);
        if (x == Math.scalb(1.0, exponent)) {
            return Interval.of(exponent);
        }
        return logAt(x).divide(LN2).intersect(Interval.of(exponent, exponent + 1.0));
    }

    private static Interval sinhAt(double x) {
        if (x < 0) {
            return sinhAt(-x).negate();
        }
        return x == 0
                ? Interval.ZERO
                : Widening.around(StrictMath.sinh(x), HYPERBOLIC_ULPS)
                        .intersect(new Interval(Math.min(x, Double.MAX_VALUE), Double.POSITIVE_INFINITY));
    }

    private static Interval coshAt(double x) {
        return x == 0
                ? Interval.ONE
                : Widening.around(StrictMath.cosh(x), HYPERBOLIC_ULPS).intersect(FROM_ONE);
    }

    private static Interval tanhAt(double x) {
        if (x < 0) {
            return tanhAt(-x).negate();
        }
        if (x == 0) {
            return Interval.ZERO;
        }
        return x >= TANH_SATURATED
                ? NEARLY_ONE
                : Widening.around(StrictMath.tanh(x), HYPERBOLIC_ULPS).intersect(new Interval(0, Math.min(x, 1)));
    }

    private static Interval sigmoidAt(double x) {
        if (x < 0) {
            Interval power = expAt(x);
            return power.divide(power.add(Interval.ONE)).intersect(UNIT);
        }
        return expAt(-x).add(Interval.ONE).reciprocal().intersect(UPPER_HALF);
    }

    private static Interval sigmoidSlopeAt(double x) {
        Interval power = expAt(-x);
        return power.divide(power.add(Interval.ONE).square()).intersect(QUARTER);
    }
}
