package gradlab.dynamics.signal;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/**
 * Means over two Gaussian numbers u, v of variance q and correlation c = 1 - lack, in the coordinates that make them
 * {@code u = sqrt(q) (A a + B b)}, {@code v = sqrt(q) (A a - B b)}, {@code A = sqrt(1 - lack/2)}, {@code B = sqrt(lack/2)},
 * a and b independent and standard normal. Then {@code E f(u) f(v) = E f² - E (f(u) - f(v))²/2} has no cancellation where u and
 * v are nearly the same. Two nested adaptive quadratures, the inner one (over b > 0, by symmetry) cut where u or v meets a
 * kink or leaves the scale of phi. Relative accuracy about 1e-11, or 1e-14/sqrt(lack) if that is more; cost 1e4 to 1e6 values of phi.
 */
final class PairMeans {
    private static final double FARTHEST = 9.5;
    private static final double[] ON_GAUSSIAN_SCALE = {1.5, 3, 5};
    private static final double STEPS = 4;
    private static final double TOLERANCE = 1e-12;
    private static final int HALVINGS = 7;
    /** phi(u) - phi(v) is known to about this over the distance of u and v, which goes with the root of the lack. */
    private static final double ROUNDING = 1e-14;

    private final Nonlinearity phi;
    private final double root;
    private final double along;
    private final double across;
    private final AdaptiveQuadrature quadrature;

    PairMeans(Nonlinearity phi, double q, double lack) {
        if (!(lack >= 0 && lack <= 2)) {
            throw new IllegalArgumentException("correlation must be between -1 and 1, was " + (1 - lack));
        }
        this.phi = phi;
        this.root = Math.sqrt(q);
        this.along = root * Math.sqrt(1 - lack / 2);
        this.across = root * Math.sqrt(lack / 2);
        double rounding = ROUNDING / Math.sqrt(Math.max(lack, ROUNDING));
        this.quadrature = AdaptiveQuadrature.withDefaults()
                .withRelativeTolerance(Math.max(TOLERANCE, rounding))
                .withMostHalvings(HALVINGS);
    }

    /** E (phi(u) - phi(v))²/2. */
    Estimate halfSquaredDifference() {
        return mean((u, v) -> {
            double difference = phi.value(u) - phi.value(v);
            return difference * difference / 2;
        });
    }

    /** E phi'(u) phi'(v). */
    Estimate slopeProduct() {
        return mean((u, v) -> phi.slope(u) * phi.slope(v));
    }

    /** The mean of a symmetric function of u and v. */
    private Estimate mean(DoubleBinaryOperator f) {
        double[] worst = new double[1];
        Estimate outer = quadrature.of(
                a -> {
                    Estimate inner = inner(f, along * a);
                    worst[0] = Math.max(worst[0], inner.error() * GaussianMeans.density(a));
                    return inner.value() * GaussianMeans.density(a);
                },
                cuts(0, along, -FARTHEST));
        return new Estimate(outer.value(), outer.error() + 2 * FARTHEST * worst[0]);
    }

    private Estimate inner(DoubleBinaryOperator f, double middle) {
        return quadrature.of(
                b -> 2 * f.applyAsDouble(middle + across * b, middle - across * b) * GaussianMeans.density(b),
                cuts(middle, across, 0));
    }

    /** Where middle + scale t or middle - scale t is 0, a kink, or a power of four on the scale of phi; and the Gaussian's scale. */
    private double[] cuts(double middle, double scale, double from) {
        DoubleStream gaussian = DoubleStream.of(ON_GAUSSIAN_SCALE);
        if (scale == 0) {
            return AdaptiveQuadrature.cuts(from, FARTHEST, both(gaussian).toArray());
        }
        DoubleStream features = DoubleStream.concat(
                DoubleStream.concat(DoubleStream.of(0), phi.kinks().stream().mapToDouble(x -> x)),
                both(DoubleStream.iterate(1, x -> x < root * FARTHEST, x -> STEPS * x)));
        DoubleStream crossings = features.flatMap(x -> DoubleStream.of((x - middle) / scale, (middle - x) / scale));
        return AdaptiveQuadrature.cuts(
                from, FARTHEST, DoubleStream.concat(both(gaussian), crossings).toArray());
    }

    private static DoubleStream both(DoubleStream positive) {
        return positive.flatMap(x -> DoubleStream.of(x, -x));
    }
}
