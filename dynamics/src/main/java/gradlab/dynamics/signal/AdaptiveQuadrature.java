package gradlab.dynamics.signal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Integrals over an interval that is cut where the integrand is not smooth.
 *
 * <p>Each piece takes the Gauss-Kronrod pair of 10 and 21 points (piessens1983). A piece is halved, at most
 * {@code mostHalvings} times, while its two values differ by more than its share of the tolerance. The error estimate is the
 * sum of these differences, each cut by QUADPACK's rule (200 d)^1.5 on its scale, which the 21 points deserve where they are
 * much better than the 10, plus the rounding of the sum. Cost: 21 values a piece.
 */
final class AdaptiveQuadrature {
    private static final double[] PLACES = {
        0.9956571630258081, 0.9739065285171717, 0.9301574913557082,
        0.8650633666889845, 0.7808177265864169, 0.6794095682990244,
        0.5627571346686047, 0.4333953941292472, 0.2943928627014602,
        0.14887433898163122
    };
    private static final double[] KRONROD = {
        0.011694638867371874, 0.032558162307964725, 0.054755896574351995,
        0.07503967481091996, 0.0931254545836976, 0.10938715880229764,
        0.12349197626206584, 0.13470921731147334, 0.14277593857706009,
        0.14773910490133849
    };
    private static final double KRONROD_MIDDLE = 0.1494455540029169;
    /** At every second place. */
    private static final double[] GAUSS = {
        0.06667134430868814, 0.1494513491505806, 0.21908636251598204, 0.26926671930999635, 0.29552422471475287
    };

    private static final double ROUNDING = 0x1p-52;

    private final double relativeTolerance;
    private final int mostHalvings;

    private AdaptiveQuadrature(double relativeTolerance, int mostHalvings) {
        this.relativeTolerance = relativeTolerance;
        this.mostHalvings = mostHalvings;
    }

    /** Relative tolerance 1e-13, at most 12 halvings of a piece. */
    static AdaptiveQuadrature withDefaults() {
        return new AdaptiveQuadrature(1e-13, 12);
    }

    AdaptiveQuadrature withRelativeTolerance(double tolerance) {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("relativeTolerance must be between 0 and 1, was " + tolerance);
        }
        return new AdaptiveQuadrature(tolerance, mostHalvings);
    }

    AdaptiveQuadrature withMostHalvings(int most) {
        return new AdaptiveQuadrature(relativeTolerance, most);
    }

    /**
     * The integral between the first cut and the last.
     *
     * @param cuts ascending; pieces of length 0 count nothing
     */
    Estimate of(DoubleUnaryOperator integrand, double[] cuts) {
        Sum[] pieces = new Sum[cuts.length - 1];
        double size = 0;
        for (int i = 0; i + 1 < cuts.length; i++) {
            pieces[i] = piece(integrand, cuts[i], cuts[i + 1]);
            size += pieces[i].size;
        }
        double allowed = relativeTolerance * size / Math.max(1, pieces.length);
        Sum total = Sum.ZERO;
        for (int i = 0; i < pieces.length; i++) {
            total = total.plus(refined(integrand, cuts[i], cuts[i + 1], pieces[i], allowed, mostHalvings));
        }
        return new Estimate(total.value, total.error + 4 * ROUNDING * total.size);
    }

    private static Sum refined(DoubleUnaryOperator f, double a, double b, Sum whole, double allowed, int halvings) {
        if (!(whole.error > allowed) || halvings == 0) {
            return whole;
        }
        double middle = (a + b) / 2;
        Sum left = refined(f, a, middle, piece(f, a, middle), allowed / 2, halvings - 1);
        return left.plus(refined(f, middle, b, piece(f, middle, b), allowed / 2, halvings - 1));
    }

    private static Sum piece(DoubleUnaryOperator f, double a, double b) {
        double half = (b - a) / 2;
        if (!(half > 0)) {
            return Sum.ZERO;
        }
        double middle = (a + b) / 2;
        double at = f.applyAsDouble(middle);
        double[] values = new double[2 * PLACES.length];
        double kronrod = KRONROD_MIDDLE * at;
        double gauss = 0;
        double size = KRONROD_MIDDLE * Math.abs(at);
        for (int i = 0; i < PLACES.length; i++) {
            double low = f.applyAsDouble(middle - half * PLACES[i]);
            double high = f.applyAsDouble(middle + half * PLACES[i]);
            values[2 * i] = low;
            values[2 * i + 1] = high;
            kronrod += KRONROD[i] * (low + high);
            size += KRONROD[i] * (Math.abs(low) + Math.abs(high));
            gauss += i % 2 == 0 ? 0 : GAUSS[i / 2] * (low + high);
        }
        double variation = variation(values, at, kronrod / 2);
        return new Sum(half * kronrod, half * cut(Math.abs(kronrod - gauss), variation), half * size);
    }

    /** The mean distance of the integrand from its mean, times 2: the scale of the error. */
    private static double variation(double[] values, double middle, double mean) {
        double sum = KRONROD_MIDDLE * Math.abs(middle - mean);
        for (int i = 0; i < values.length; i++) {
            sum += KRONROD[i / 2] * Math.abs(values[i] - mean);
        }
        return sum;
    }

    private static double cut(double difference, double variation) {
        double share = 200 * difference / variation;
        return variation > 0 && share < 1 ? variation * Math.min(share * Math.sqrt(share), share / 200) : difference;
    }

    /** The 21 places of the rule in each piece, each with its weight: pairs of place and weight. */
    static double[][] rule(double[] cuts) {
        int points = 2 * PLACES.length + 1;
        double[][] rule = new double[(cuts.length - 1) * points][];
        for (int i = 0; i + 1 < cuts.length; i++) {
            double half = (cuts[i + 1] - cuts[i]) / 2;
            double middle = (cuts[i + 1] + cuts[i]) / 2;
            rule[i * points] = new double[] {middle, half * KRONROD_MIDDLE};
            for (int k = 0; k < PLACES.length; k++) {
                double weight = half * KRONROD[k];
                rule[i * points + 2 * k + 1] = new double[] {middle - half * PLACES[k], weight};
                rule[i * points + 2 * k + 2] = new double[] {middle + half * PLACES[k], weight};
            }
        }
        return rule;
    }

    /** The cuts in ascending order within two ends, which are added. */
    static double[] cuts(double from, double to, double[] inside) {
        double[] within =
                Arrays.stream(inside).filter(x -> x > from && x < to).sorted().toArray();
        double[] all = new double[within.length + 2];
        all[0] = from;
        System.arraycopy(within, 0, all, 1, within.length);
        all[all.length - 1] = to;
        return all;
    }

    private record Sum(double value, double error, double size) {
        static final Sum ZERO = new Sum(0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(value + other.value, error + other.error, size + other.size);
        }
    }
}
