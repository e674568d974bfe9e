package gradlab.analysis.interval;

/**
 * Enclosures of Mish, x tanh(log(1 + e^x)), and of its slope (misra2020).
 *
 * <p>For x <= 0, with t = e^x and w = t² + 2t + 2: value x t (t + 2)/w, slope t ((t + 2) w + 4 x (1 + t))/w². For x > 0, with
 * t = e^-x and v = 1 + 2t + 2t²: value x (1 + 2t)/v, slope (1 + 2t)/v + 4 x t² (1 + t)/v². Nothing cancels but at the slope's
 * zero. The unit has one minimum, its slope one minimum and one maximum (a test shows that there are no more); literals as in
 * {@link GaussianUnit}, with {@code f = lambda x: x*tanh(log(1 + exp(x)))}.
 */
public final class MishUnit {
    private static final Extremum LEAST = Extremum.near(-0x1.31432c0d12d84p+0, -0x1.3c417299f9f85p-2);
    private static final Extremum STEEPEST = Extremum.near(0x1.7d9612a440040p+0, 0x1.16a7d0c455120p+0);
    private static final Extremum MOST_FALLING = Extremum.near(-0x1.20d0f116eb001p+1, -0x1.cce830f9bc266p-4);
    private static final Interval TWO = Interval.of(2);
    private static final Interval FOUR = Interval.of(4);

    private MishUnit() {}

    /** x tanh(log(1 + e^x)); about 30 ulp wide for a point, the minimum -0.308843... included. */
    public static Interval value(Interval x) {
        return Extremum.image(x, MishUnit::valueAt, LEAST);
    }

    /** The slope, from -0.112526... to 1.088498161251728. */
    public static Interval slope(Interval x) {
        return Extremum.within(x, MishUnit::slopeAt, MOST_FALLING, STEEPEST);
    }

    private static Interval valueAt(double x) {
        if (Double.isInfinite(x)) {
            return x < 0 ? Interval.ZERO : new Interval(Double.MAX_VALUE, x);
        }
        Interval t = Elementary.expAt(-Math.abs(x));
        Interval share = x > 0
                ? twicePlusOne(t).divide(quadratic(t))
                : t.multiply(t.add(TWO)).divide(mirrored(t));
        return share.multiply(Interval.of(x));
    }

    private static Interval slopeAt(double x) {
        if (Double.isInfinite(x)) {
            return x < 0 ? Interval.ZERO : Interval.ONE;
        }
        Interval t = Elementary.expAt(-Math.abs(x));
        Interval product = FOUR.multiply(Interval.of(x)).multiply(t.add(Interval.ONE));
        if (x > 0) {
            Interval v = quadratic(t);
            return twicePlusOne(t).divide(v).add(product.multiply(t.square()).divide(v.square()));
        }
        Interval w = mirrored(t);
        return t.multiply(t.add(TWO).multiply(w).add(product)).divide(w.square());
    }

    private static Interval twicePlusOne(Interval t) {
        return t.multiply(TWO).add(Interval.ONE);
    }

    /** 1 + 2t + 2t². */
    private static Interval quadratic(Interval t) {
        return t.square().multiply(TWO).add(twicePlusOne(t));
    }

    /** t² + 2t + 2. */
    private static Interval mirrored(Interval t) {
        return t.square().add(t.multiply(TWO)).add(TWO);
    }
}
