package gradlab.analysis.interval;

/**
 * Enclosures of the Gaussian error linear unit x Phi(x), Phi the normal distribution function, and of its slope Phi(x) +
 * x phi(x) (hendrycks2016).
 *
 * <p>The unit falls up to its one minimum and rises beyond: its slope has one zero, being negative before and positive
 * after. The slope's own slope is phi(x) (2 - x²), so it has its extrema at -sqrt(2) and sqrt(2), and there its
 * smallest and largest value. The literals are the doubles nearest to what mpmath 1.3.0 gives, {@code mp.dps = 60;
 * f = lambda x: x*ncdf(x); r = findroot(lambda x: diff(f, x), -0.75); float(r), float(f(r))}, for the slope with {@code
 * diff(f, x, 2)} and {@code float(diff(f, r))}.
 */
public final class GaussianUnit {
    private static final Extremum LEAST = Extremum.near(-0x1.80ead197f00b4p-1, -0x1.5c19dd4b1a3fbp-3);
    private static final Extremum STEEPEST = Extremum.near(0x1.6a09e667f3bcdp+0, 0x1.20ffdcafe39a7p+0);
    private static final Extremum MOST_FALLING = Extremum.near(-0x1.6a09e667f3bcdp+0, -0x1.07fee57f1cd3bp-3);
    private static final Interval HALF = Interval.of(0.5);
    private static final Interval ROOT_OF_TWO = Interval.of(2).sqrt();
    private static final Interval ROOT_OF_TWO_PI =
            Elementary.PI.multiply(Interval.of(2)).sqrt();

    private GaussianUnit() {}

    /** x Phi(x); relative width below 1e-12 for a point of magnitude at most 30, the minimum -0.169971... included. */
    public static Interval value(Interval x) {
        return Extremum.image(x, GaussianUnit::valueAt, LEAST);
    }

    /** Phi(x) + x phi(x), from -0.128904... to 1.128904145185155; about 1e-14 wide for a point. */
    public static Interval slope(Interval x) {
        return Extremum.within(x, GaussianUnit::slopeAt, MOST_FALLING, STEEPEST);
    }

    private static Interval valueAt(double x) {
        if (Double.isInfinite(x)) {
            return x < 0 ? Interval.ZERO : new Interval(Double.MAX_VALUE, x);
        }
        return distribution(x).multiply(Interval.of(x));
    }

    private static Interval slopeAt(double x) {
        if (Double.isInfinite(x)) {
            return x < 0 ? Interval.ZERO : Interval.ONE;
        }
        return distribution(x).add(density(x).multiply(Interval.of(x)));
    }

    private static Interval distribution(double x) {
        if (x == 0) {
            return HALF;
        }
        Interval tail = ErrorFunction.complement(Math.abs(x), ROOT_OF_TWO).multiply(HALF);
        return x < 0 ? tail : Interval.ONE.subtract(tail);
    }

    private static Interval density(double x) {
        Interval power = Interval.of(x).square().multiply(HALF).negate();
        return Elementary.exp(power).divide(ROOT_OF_TWO_PI);
    }
}
