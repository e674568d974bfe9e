package gradlab.dynamics.lyapunov;

import gradlab.dynamics.lyapunov.SelfCheck.Outcome;
import gradlab.dynamics.system.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The largest exponent of a recorded series (rosenstein1993): the mean logarithm of the distance of points that were nearest
 * neighbours in delay coordinates grows by lambda a time, until it is as large as the attractor.
 *
 * <p>The slope is taken by least squares between 10 and 60 % of the way from the first mean to where it levels off. Its interval has
 * two parts: the jackknife over 20 stretches of reference points, with Student's quantile, and half the difference of the slopes of
 * the two halves of the stretch that was fitted, since that is not quite straight. Noise of the size of the distances between
 * neighbours hides the growth; then, as where there are fewer than four times to fit or less than a factor e to grow, it says that it
 * found nothing.
 */
public final class SeriesExponent {
    /** Fewer samples tell nothing. */
    public static final int FEWEST = 200;

    /** More are not looked at. */
    public static final int MOST = 200_000;

    private static final double BEGIN = 0.1;
    private static final double END = 0.6;
    private static final int SHORTEST_HORIZON = 30;
    private static final int PERIODS = 15;
    private static final int FEWEST_TIMES = 4;

    private final double sampling;
    private final Clock clock;

    private SeriesExponent(double sampling, Clock clock) {
        this.sampling = sampling;
        this.clock = clock;
    }

    /** Exponents per sample. */
    public static SeriesExponent withDefaults() {
        return new SeriesExponent(1, Clock.STEP);
    }

    /** Exponents per unit of time, of samples so far apart. */
    public SeriesExponent withSampling(double time) {
        if (!(time > 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("sampling must be positive, was " + time);
        }
        return new SeriesExponent(time, Clock.TIME);
    }

    /**
     * The exponent.
     *
     * @param name what to call the series
     * @param samples finite numbers, from {@value #FEWEST} to {@value #MOST}, not all the same
     */
    public LyapunovResult of(String name, double[] samples) {
        check(samples);
        return ofModerate(name, moderate(samples));
    }

    /** The samples times a power of two that makes the largest about 1, for squares must not overflow. */
    private static double[] moderate(double[] samples) {
        double largest = 0;
        for (double x : samples) {
            largest = Math.max(largest, Math.abs(x));
        }
        int power = -Math.getExponent(largest);
        double[] scaled = new double[samples.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.scalb(samples[i], power);
        }
        return scaled;
    }

    private LyapunovResult ofModerate(String name, double[] samples) {
        Embedding embedding = Embedding.chosen(samples);
        int horizon = Math.min(
                embedding.points(samples.length) / 4,
                Math.max(SHORTEST_HORIZON, PERIODS * Embedding.meanPeriod(samples)));
        Divergence divergence = new Divergence(samples, embedding, horizon);
        Stretch stretch = Stretch.of(divergence.without(-1));
        Exponent exponent =
                stretch.fits() ? fitted(divergence, stretch) : new Exponent(Double.NaN, Double.POSITIVE_INFINITY, 0, 0);
        String chosen = String.format(
                Locale.ROOT,
                "delay %d, dimension %d, neighbours more than %d samples apart",
                embedding.delay(),
                embedding.dimension(),
                embedding.theiler());
        return new LyapunovResult(
                name,
                embedding.dimension(),
                clock,
                sampling,
                0,
                samples.length,
                List.of(exponent),
                Double.POSITIVE_INFINITY,
                stretch.fits(),
                List.of(new SelfCheck("embedding", Outcome.PASSED, chosen), stretch.check()),
                List.of(),
                Optional.of("a recorded series tells its largest exponent only"));
    }

    private static void check(double[] samples) {
        if (samples.length < FEWEST || samples.length > MOST) {
            throw new IllegalArgumentException(
                    "samples must be from " + FEWEST + " to " + MOST + ", were " + samples.length);
        }
        boolean same = true;
        for (double x : samples) {
            if (!Double.isFinite(x)) {
                throw new IllegalArgumentException("samples must be finite, had " + x);
            }
            same &= x == samples[0];
        }
        if (same) {
            throw new IllegalArgumentException("samples must not all be the same, were " + samples[0]);
        }
    }

    private Exponent fitted(Divergence divergence, Stretch stretch) {
        double[] curve = divergence.without(-1);
        double slope = slope(curve, stretch.from(), stretch.to());
        double squares = 0;
        int groups = Divergence.GROUPS;
        for (int g = 0; g < groups; g++) {
            double change = slope(divergence.without(g), stretch.from(), stretch.to()) - slope;
            squares += change * change;
        }
        double error = Math.sqrt(squares * (groups - 1) / groups);
        double quantile = StudentT.quantile(IntervalEstimate.CONFIDENCE, groups - 1.0);
        int middle = (stretch.from() + stretch.to()) / 2;
        double bent = (slope(curve, stretch.from(), middle) - slope(curve, middle, stretch.to())) / 2;
        double half = Math.hypot(quantile * error, bent);
        return new Exponent(slope / sampling, half / sampling, 0, groups - 1.0);
    }

    /** Least squares over the times from one to another, both included. */
    private static double slope(double[] curve, int from, int to) {
        double middle = (from + to) / 2.0;
        double product = 0;
        double square = 0;
        for (int t = from; t <= to; t++) {
            product += (t - middle) * curve[t];
            square += (t - middle) * (t - middle);
        }
        return product / square;
    }

    /**
     * The times between which a curve rises.
     *
     * @param from the first time of the fit
     * @param to the last
     * @param rise how much the curve rises in all
     */
    private record Stretch(int from, int to, double rise) {

        static Stretch of(double[] curve) {
            double level = 0;
            int tail = Math.max(1, curve.length / 4);
            for (int t = curve.length - tail; t < curve.length; t++) {
                level += curve[t] / tail;
            }
            double rise = level - curve[0];
            int from = first(curve, curve[0] + BEGIN * rise);
            int to = first(curve, curve[0] + END * rise);
            return new Stretch(from, to, rise);
        }

        private static int first(double[] curve, double value) {
            int t = 0;
            while (t + 1 < curve.length && !(curve[t] >= value)) {
                t++;
            }
            return t;
        }

        boolean fits() {
            return rise > 1 && to - from + 1 >= FEWEST_TIMES;
        }

        SelfCheck check() {
            String detail = String.format(
                    Locale.ROOT,
                    "the mean distance of neighbours grows by a factor e^%.3g, fitted from %d to %d samples later",
                    rise,
                    from,
                    to);
            return new SelfCheck(
                    "growth-of-distances",
                    fits() ? Outcome.PASSED : Outcome.FAILED,
                    fits() ? detail : detail + ": too little or too short to tell an exponent");
        }
    }
}
