package gradlab.dynamics.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The variance of pre-activations from layer to layer, {@code V(q) = s E phi(sqrt(q) z)² + sigma_b²} with
 * {@code s = sigma_w²/(1 - dropout)} (poole2016, schoenholz2017).
 *
 * <p>V increases with q for every function here, so from any start q goes to the next fixed point in the direction of its first
 * step, or to infinity. Fixed points are looked for on a grid of 8 points a decade from 1e-14 to 1e14, with the extrema between
 * them; beyond its ends the slopes of phi at 0 and far out decide.
 *
 * @param table the means of phi
 * @param variances how the network is drawn
 */
record VarianceMap(MeansByVariance table, Variances variances) {
    private static final double ONE = 1e-12;

    static VarianceMap of(Nonlinearity phi, Variances variances) {
        return new VarianceMap(MeansByVariance.of(phi), variances);
    }

    private Nonlinearity phi() {
        return table.means().phi();
    }

    Estimate value(double q) {
        return table.means().square(q).affine(variances.kept(), variances.bias());
    }

    double slope(double q) {
        return q == 0
                ? variances.kept() * phi().nearZero().meanSquare()
                : variances.kept() * table.means().squareDerivative(q).value();
    }

    /** The limit of V(q)/q far out. */
    double slopeFarOut() {
        return variances.kept() * phi().farOut().meanSquare();
    }

    /** Whether V(q) = q for every q, to rounding. */
    boolean isIdentity() {
        return phi().homogeneous() && variances.bias() == 0 && Math.abs(slopeFarOut() - 1) < ONE;
    }

    /** ln(V(q)/q) at ln q. */
    private double growthAt(double logarithm) {
        double q = StrictMath.exp(logarithm);
        return growth(q, table.means().square(q).value());
    }

    private double growth(double q, double square) {
        return StrictMath.log((variances.kept() * square + variances.bias()) / q);
    }

    private double[] logarithms() {
        double[] logarithms = new double[table.size()];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = StrictMath.log(table.variance(i));
        }
        return logarithms;
    }

    private double[] growths() {
        double[] growths = new double[table.size()];
        for (int i = 0; i < growths.length; i++) {
            growths[i] = growth(table.variance(i), table.square(i));
        }
        return growths;
    }

    /** All finite fixed points, ascending; of the identity, the first variance alone. */
    List<FixedPoint> fixedPoints() {
        if (phi().homogeneous()) {
            return ofLine();
        }
        List<FixedPoint> found = new ArrayList<>();
        if (variances.bias() == 0 && (phi().vanishesAtZero() || variances.weight() == 0)) {
            found.add(FixedPoint.of(Estimate.exact(0), slope(0)));
        }
        if (variances.weight() == 0) {
            return found.isEmpty() ? List.of(FixedPoint.of(Estimate.exact(variances.bias()), 0)) : found;
        }
        double[] values = growths();
        int from = firstResolved(values);
        int to = Math.max(from, lastResolved(values)) + 1;
        double[] places = Arrays.copyOfRange(logarithms(), from, to);
        for (Bracket bracket : Bracket.all(places, Arrays.copyOfRange(values, from, to), this::growthAt)) {
            found.add(at(StrictMath.exp(bracket.root(this::growthAt))));
        }
        return found;
    }

    /** Where V(q)/q goes to 1 as q goes to 0, its distance from 1 is lost in rounding for the smallest q. */
    private static int firstResolved(double[] growths) {
        int i = 0;
        while (i < growths.length - 1 && Math.abs(growths[i]) < ONE) {
            i++;
        }
        return i;
    }

    private static int lastResolved(double[] growths) {
        int i = growths.length - 1;
        while (i > 0 && Math.abs(growths[i]) < ONE) {
            i--;
        }
        return i;
    }

    private List<FixedPoint> ofLine() {
        double slope = slopeFarOut();
        if (isIdentity()) {
            return List.of(FixedPoint.of(Estimate.exact(variances.first()), slope));
        }
        boolean exists = variances.bias() == 0 || slope < 1 - ONE;
        return exists
                ? List.of(FixedPoint.of(Estimate.exact(Math.abs(variances.bias() / (1 - slope))), slope))
                : List.of();
    }

    private FixedPoint at(double q) {
        double slope = slope(q);
        double distance = Math.max(Math.abs(1 - slope), ONE);
        return FixedPoint.of(new Estimate(q, Math.max(value(q).error() / distance, Math.ulp(q) * 4)), slope);
    }

    /** Where the variance goes from a start: a finite fixed point, or infinity. */
    double destination(double start) {
        if (phi().homogeneous()) {
            return isIdentity() ? start : ofLineFrom(start);
        }
        if (variances.weight() == 0) {
            return variances.bias();
        }
        double from = StrictMath.log(Math.max(start, MeansByVariance.LEAST));
        boolean up = growthAt(from) > 0;
        double[] places = logarithms();
        double[] values = growths();
        int first = firstResolved(values);
        int last = lastResolved(values);
        for (int i = up ? above(places, from) : above(places, from) - 1; i >= first && i <= last; i += up ? 1 : -1) {
            if (values[i] > 0 != up) {
                return StrictMath.exp(
                        new Bracket(Math.min(from, places[i]), Math.max(from, places[i])).root(this::growthAt));
            }
            from = places[i];
        }
        return up ? Double.POSITIVE_INFINITY : 0;
    }

    private double ofLineFrom(double start) {
        double slope = slopeFarOut();
        boolean grows = slope >= 1 - ONE && (start > 0 || variances.bias() > 0);
        return grows ? Double.POSITIVE_INFINITY : variances.bias() / Math.max(1 - slope, ONE);
    }

    private static int above(double[] places, double t) {
        int i = 0;
        while (i < places.length && places[i] <= t) {
            i++;
        }
        return i;
    }
}
