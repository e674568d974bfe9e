package gradlab.analysis.interval;

/**
 * Enclosures of the error function at doubles.
 *
 * <p>For 0 < x < 1 the series erf(x) = 2/sqrt(pi) e^-x² x s_1 with s_n = 1 + 2x²/(2n + 1) s_(n+1) (nist2010, 7.6.2): as
 * the factors fall below 1/2, s_N is in [1, 2], and N backward steps in interval arithmetic enclose s_1.
 *
 * <p>For 1 <= x < 6 the complement erfc(x) = 2/sqrt(pi) e^-x² / R_0 where R_(n-1) = 2x + 2n/R_n for the ratios R_n =
 * i^(n-1)erfc(x) / i^n erfc(x) of successive repeated integrals (nist2010, 7.18.7). All R_n are positive, so R_N is in
 * [2x, infinity], and N backward steps in interval arithmetic enclose R_0 without any estimate of a remainder.
 *
 * <p>From 6 on erfc(x) < 2.2e-17 < 2^-53.
 */
final class ErrorFunction {
    private static final int SERIES_TERMS = 30;
    private static final int FRACTION_STEPS = 250;
    private static final double SATURATED = 6;
    private static final Interval TWO = Interval.of(2);
    private static final Interval SCALE = TWO.divide(Elementary.PI.sqrt());

    private ErrorFunction() {}

    static Interval at(double x) {
        if (x < 0) {
            return at(-x).negate();
        }
        if (x == 0) {
            return Interval.ZERO;
        }
        if (x >= SATURATED) {
            return new Interval(Math.nextDown(1.0), 1);
        }
        return x < 1 ? series(Interval.of(x)) : Interval.ONE.subtract(complement(Interval.of(x)));
    }

    /** erfc(x/divisor) for x >= 0, with a small relative width however small it is. */
    static Interval complement(double x, Interval divisor) {
        Interval quotient = Interval.of(x).divide(divisor);
        return quotient.upper() < 1 ? Interval.ONE.subtract(series(quotient)) : complement(quotient);
    }

    private static Interval series(Interval x) {
        Interval twiceSquare = x.square().multiply(TWO);
        Interval sum = Interval.of(1, 2);
        for (int n = SERIES_TERMS; n >= 1; n--) {
            sum = sum.multiply(twiceSquare).divide(Interval.of(2.0 * n + 1)).add(Interval.ONE);
        }
        return SCALE.multiply(gauss(x)).multiply(x).multiply(sum);
    }

    private static Interval complement(Interval x) {
        Interval twice = x.multiply(TWO);
        Interval ratio = Interval.of(twice.lower(), Double.POSITIVE_INFINITY);
        for (int n = FRACTION_STEPS; n >= 1; n--) {
            ratio = twice.add(Interval.of(2.0 * n).divide(ratio));
        }
        return SCALE.multiply(gauss(x)).divide(ratio);
    }

    private static Interval gauss(Interval x) {
        return Elementary.exp(x.square().negate());
    }
}
