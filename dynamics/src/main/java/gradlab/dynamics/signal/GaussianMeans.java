package gradlab.dynamics.signal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Means of an activation function phi over Gaussian numbers of variance q.
 *
 * <p>The line is cut at the kinks of phi, at 0, at powers of two on the scale of phi (1 in x = sqrt(q) z) and of the Gaussian
 * (1 in z), and ends at |z| = 13, beyond which lies less than 1e-37 of its weight. On such pieces the integrands are analytic in
 * an ellipse wide enough for 21 points, however large q is, which Gauss-Hermite rules are not. Accuracy: relative errors
 * around 1e-14, each result with its estimate. Piecewise linear phi has closed forms ({@link TwoSlopes}), which are used.
 */
public final class GaussianMeans {
    private static final double FARTHEST = 13;
    private static final double[] ON_GAUSSIAN_SCALE = {0.75, 1.5, 2.5, 4, 6, 9};
    private static final double LEAST_MASS = 1e-18;
    private static final double NORMALISATION = 1 / Math.sqrt(2 * StrictMath.PI);

    private final Nonlinearity phi;
    private final AdaptiveQuadrature quadrature = AdaptiveQuadrature.withDefaults();

    private GaussianMeans(Nonlinearity phi) {
        this.phi = phi;
    }

    /** The means of this function. */
    public static GaussianMeans of(Nonlinearity phi) {
        return new GaussianMeans(phi);
    }

    /** The function. */
    public Nonlinearity phi() {
        return phi;
    }

    /** E phi(x)² for x of variance q. */
    public Estimate square(double q) {
        if (phi.homogeneous()) {
            return Estimate.exact(phi.farOut().meanSquare() * checked(q));
        }
        return mean(q, x -> {
            double value = phi.value(x);
            return value * value;
        });
    }

    /** E phi'(x)² for x of variance q; at 0 the limit from above. */
    public Estimate slopeSquare(double q) {
        if (phi.homogeneous()) {
            return Estimate.exact(phi.farOut().meanSquare());
        }
        if (checked(q) == 0) {
            return Estimate.exact(phi.nearZero().meanSquare());
        }
        return mean(q, x -> {
            double slope = phi.slope(x);
            return slope * slope;
        });
    }

    /** d/dq E phi(x)² = E phi(x) phi'(x) x/q, q positive. */
    public Estimate squareDerivative(double q) {
        if (phi.homogeneous()) {
            return Estimate.exact(phi.farOut().meanSquare());
        }
        if (!(q > 0)) {
            throw new IllegalArgumentException("q must be positive, was " + q);
        }
        return mean(q, x -> phi.value(x) * phi.slope(x) * x).affine(1 / q, 0);
    }

    /** E phi(x). */
    public Estimate value(double q) {
        return mean(q, phi::value);
    }

    /** E phi(u) phi(v) for u and v of variance q and correlation c. */
    public Estimate product(double q, double c) {
        if (phi.homogeneous()) {
            return Estimate.exact(phi.farOut().product(c) * checked(q));
        }
        Estimate square = square(q);
        Estimate loss = halfSquaredDifference(q, 1 - c);
        return new Estimate(square.value() - loss.value(), square.error() + loss.error());
    }

    /** E (phi(u) - phi(v))²/2 for u and v of variance q and correlation 1 - lack, to a small relative error however small it is. */
    public Estimate halfSquaredDifference(double q, double lack) {
        if (phi.homogeneous()) {
            double square = phi.farOut().meanSquare();
            double difference = q * (square - phi.farOut().product(1 - lack));
            return new Estimate(difference, 0x1p-51 * q * square);
        }
        return new PairMeans(phi, checked(q), lack).halfSquaredDifference();
    }

    /** E phi'(u) phi'(v) for u and v of variance q and correlation c: the derivative of the mean product by c, over q. */
    public Estimate slopeProduct(double q, double c) {
        if (phi.homogeneous()) {
            return Estimate.exact(phi.farOut().slopeProduct(c));
        }
        return c == 1 ? slopeSquare(q) : new PairMeans(phi, checked(q), 1 - c).slopeProduct();
    }

    /** E f(x) for x of variance q, for f as smooth as phi. */
    Estimate mean(double q, DoubleUnaryOperator f) {
        double root = Math.sqrt(checked(q));
        if (root == 0) {
            return Estimate.exact(f.applyAsDouble(0));
        }
        return quadrature.of(z -> f.applyAsDouble(root * z) * density(z), cuts(root));
    }

    /** The law of phi'(x)² for x of variance q, as many masses at places: pairs of place and mass, the masses of sum 1. */
    double[][] slopeSquares(double q, int partsOfPiece) {
        if (phi.homogeneous() || q == 0) {
            TwoSlopes slopes = phi.homogeneous() ? phi.farOut() : phi.nearZero();
            return new double[][] {{slopes.left() * slopes.left(), 0.5}, {slopes.right() * slopes.right(), 0.5}};
        }
        double root = Math.sqrt(checked(q));
        double[] pieces = cuts(root);
        double[] finer = new double[(pieces.length - 1) * partsOfPiece + 1];
        for (int i = 0; i < finer.length; i++) {
            int piece = Math.min(i / partsOfPiece, pieces.length - 2);
            double share = (double) (i - piece * partsOfPiece) / partsOfPiece;
            finer[i] = pieces[piece] + share * (pieces[piece + 1] - pieces[piece]);
        }
        return Arrays.stream(AdaptiveQuadrature.rule(finer))
                .filter(p -> p[1] * density(p[0]) > LEAST_MASS)
                .map(p -> new double[] {phi.slope(root * p[0]) * phi.slope(root * p[0]), p[1] * density(p[0])})
                .toArray(double[][]::new);
    }

    private double[] cuts(double root) {
        DoubleStream kinks = phi.kinks().stream().mapToDouble(x -> x / root);
        DoubleStream scales = DoubleStream.concat(
                DoubleStream.of(ON_GAUSSIAN_SCALE), DoubleStream.iterate(1 / root, x -> x < FARTHEST, x -> 2 * x));
        DoubleStream both = scales.flatMap(x -> DoubleStream.of(x, -x));
        return AdaptiveQuadrature.cuts(
                -FARTHEST,
                FARTHEST,
                DoubleStream.concat(DoubleStream.of(0), DoubleStream.concat(kinks, both))
                        .toArray());
    }

    static double density(double z) {
        return NORMALISATION * StrictMath.exp(-z * z / 2);
    }

    private static double checked(double q) {
        if (!(q >= 0 && q < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("q must be finite and not negative, was " + q);
        }
        return q;
    }
}
