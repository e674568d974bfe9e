package gradlab.analysis.interval;

/**
 * Enclosures of the units x S(w(x)) with S the logistic sigmoid and w odd and increasing, and of their slopes: SiLU (w = x;
 * elfwing2018) and the form of GELU with tanh (w = 2 sqrt(2/pi) (x + 0.044715 x³); hendrycks2016), since (1 + tanh u)/2 = S(2u).
 *
 * <p>With s = S(w) the slope is s (1 + x w' (1 - s)) and its own slope s (1 - s) (2 w' + x w'' - x w'² tanh(w/2)), an even
 * function whose sign is that of 2 + x w''/w' - x w' tanh(w/2): for SiLU 2 - x tanh(x/2), which falls as |x| grows. So
 * the slope has two extrema, its smallest and its largest value, symmetric since slope(x) + slope(-x) = 1, and the unit one
 * minimum. For the form of GELU a test shows the same by intervals. Literals as in {@link GaussianUnit}, with {@code f =
 * lambda x: x/(1 + exp(-x))} and {@code f = lambda x: x*(1 + tanh(sqrt(2/pi)*(x + mpf('0.044715')*x**3)))/2}.
 */
public final class SigmoidUnits {
    private static final Extremum SILU_LEAST = Extremum.near(-0x1.474973c84120bp+0, -0x1.1d25cf210482ep-2);
    private static final Extremum SILU_STEEPEST = Extremum.near(0x1.331e23ad9de11p+1, 0x1.198f11d6cef09p+0);
    private static final Extremum SILU_FALLING = Extremum.near(-0x1.331e23ad9de11p+1, -0x1.98f11d6cef08bp-4);
    private static final Extremum GELU_LEAST = Extremum.near(-0x1.81429f9e97e4dp-1, -0x1.5c3e533586d1ap-3);
    private static final Extremum GELU_STEEPEST = Extremum.near(0x1.6b23142700629p+0, 0x1.2105b0934cd3dp+0);
    private static final Extremum GELU_FALLING = Extremum.near(-0x1.6b23142700629p+0, -0x1.082d849a669ebp-3);

    /** 2 sqrt(2/pi). */
    static final Interval SCALE = Interval.of(2).divide(Elementary.PI).sqrt().multiply(Interval.of(2));
    /** 0.044715. */
    static final Interval CUBIC = Interval.of(44715).divide(Interval.of(1_000_000));

    private static final Interval THREE = Interval.of(3);

    private SigmoidUnits() {}

    /** x S(x); about 8 ulp wide for a point, the minimum -0.278464... included. */
    public static Interval silu(Interval x) {
        return Extremum.image(x, SigmoidUnits::siluAt, SILU_LEAST);
    }

    /** The slope of {@link #silu}, from -0.099839... to 1.099839320128867. */
    public static Interval siluSlope(Interval x) {
        return Extremum.within(x, SigmoidUnits::siluSlopeAt, SILU_FALLING, SILU_STEEPEST);
    }

    /** x (1 + tanh(sqrt(2/pi) (x + 0.044715 x³)))/2, the minimum -0.170040... included. */
    public static Interval geluTanh(Interval x) {
        return Extremum.image(x, SigmoidUnits::geluTanhAt, GELU_LEAST);
    }

    /** The slope of {@link #geluTanh}, from -0.128993... to 1.128993068658772. */
    public static Interval geluTanhSlope(Interval x) {
        return Extremum.within(x, SigmoidUnits::geluTanhSlopeAt, GELU_FALLING, GELU_STEEPEST);
    }

    private static Interval siluAt(double x) {
        return Double.isInfinite(x) ? valueAtInfinity(x) : unit(Interval.of(x), Interval.of(x));
    }

    private static Interval siluSlopeAt(double x) {
        return Double.isInfinite(x) ? slopeAtInfinity(x) : slope(Interval.of(x), Interval.of(x), Interval.ONE);
    }

    private static Interval geluTanhAt(double x) {
        return Double.isInfinite(x) ? valueAtInfinity(x) : unit(Interval.of(x), argument(Interval.of(x)));
    }

    private static Interval geluTanhSlopeAt(double x) {
        if (Math.abs(x) > 1e3) {
            return x > 0 ? new Interval(Math.nextDown(1.0), Math.nextUp(1.0)) : new Interval(-Double.MIN_VALUE, 0);
        }
        return slope(Interval.of(x), argument(Interval.of(x)), argumentSlope(Interval.of(x)));
    }

    /** w(x) of the form of GELU with tanh. */
    static Interval argument(Interval x) {
        return x.square().multiply(CUBIC).add(Interval.ONE).multiply(x).multiply(SCALE);
    }

    /** w'(x) of the form of GELU with tanh. */
    static Interval argumentSlope(Interval x) {
        return x.square().multiply(CUBIC).multiply(THREE).add(Interval.ONE).multiply(SCALE);
    }

    private static Interval unit(Interval x, Interval w) {
        return Elementary.sigmoid(w).multiply(x);
    }

    private static Interval slope(Interval x, Interval w, Interval argumentSlope) {
        Interval change = x.multiply(argumentSlope).multiply(Elementary.sigmoid(w.negate()));
        return Elementary.sigmoid(w).multiply(change.add(Interval.ONE));
    }

    private static Interval valueAtInfinity(double x) {
        return x < 0 ? Interval.ZERO : new Interval(Double.MAX_VALUE, x);
    }

    private static Interval slopeAtInfinity(double x) {
        return x < 0 ? Interval.ZERO : Interval.ONE;
    }
}
