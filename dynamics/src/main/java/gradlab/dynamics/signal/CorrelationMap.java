package gradlab.dynamics.signal;

import gradlab.dynamics.signal.FixedPoint.Stability;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The correlation of the pre-activations of two inputs from layer to layer, at the variance q > 0 that both keep:
 * {@code C(c) = (sigma_w² E phi(u) phi(v) + sigma_b²)/q} (poole2016, schoenholz2017).
 *
 * <p>Expanding phi in Hermite polynomials shows that {@code C(c) = p_0 + p_1 c + p_2 c² + ...} with no p_k negative; their sum is
 * {@code C(1)}, 1 without dropout and less with it. Hence C is convex on [0, 1] and {@code C(0) >= 0}, so besides 1 there is at
 * most one fixed point in [0, 1), and without dropout there is one just if {@code C'(1) = chi_1 > 1}. On [-1, 0) write E and O
 * for the even and the odd part: {@code O(t) <= t O(1) <= t}, so {@code C(-t) = -t} asks for {@code E(t) = 0} and
 * {@code O(t) = t}: only for odd phi without bias, at t = 1. A line keeps every correlation. So the list here is complete.
 *
 * @param means the means of phi
 * @param variances how the network is drawn
 * @param q the variance
 */
record CorrelationMap(GaussianMeans means, Variances variances, double q) {
    private static final double LEAST_LACK = 1e-9;
    private static final double MOST_LACK_ABOVE_ZERO = 1;
    private static final double TIE = 1e-12;

    /** C(c). */
    Estimate value(double c) {
        return means.product(q, c).affine(variances.weight() / q, variances.bias() / q);
    }

    /** C'(c) = sigma_w² E phi'(u) phi'(v). */
    Estimate slope(double c) {
        return means.slopeProduct(q, c).affine(variances.weight(), 0);
    }

    /** The fixed points, ascending. */
    List<FixedPoint> fixedPoints() {
        if (variances.dropout() > 0) {
            return List.of(below(StrictMath.log(MOST_LACK_ABOVE_ZERO)));
        }
        List<FixedPoint> found = new ArrayList<>();
        boolean symmetric = means.phi().odd() && variances.bias() == 0;
        if (symmetric) {
            found.add(at(-1, 0));
        }
        if (slope(1).value() > 1 + TIE) {
            found.add(symmetric ? at(0, 0) : below(StrictMath.log(MOST_LACK_ABOVE_ZERO)));
        }
        found.add(at(1, 0));
        return found;
    }

    /** 1 - C(1 - lack) over lack, less 1; it falls as lack grows, since C is convex. */
    private DoubleUnaryOperator excess() {
        double lost = variances.dropout() == 0
                ? 0
                : (variances.kept() - variances.weight()) * means.square(q).value() / q;
        return t -> {
            double lack = Math.min(StrictMath.exp(t), MOST_LACK_ABOVE_ZERO);
            double loss = means.halfSquaredDifference(q, lack).value();
            return (lost + variances.weight() * loss / q) / lack - 1;
        };
    }

    private FixedPoint below(double highest) {
        double lack = StrictMath.exp(new Bracket(StrictMath.log(LEAST_LACK), highest).root(excess()));
        double slope = slope(1 - lack).value();
        Estimate loss = means.halfSquaredDifference(q, lack).affine(variances.weight() / q, 0);
        double error = loss.error() / Math.max(Math.abs(1 - slope), TIE);
        return at(1 - lack, error);
    }

    private FixedPoint at(double c, double error) {
        return FixedPoint.of(new Estimate(c, error), slope(c).value());
    }

    /** The correlation that two inputs come to: the fixed point in [0, 1] that attracts. */
    static FixedPoint attracting(List<FixedPoint> fixedPoints) {
        return fixedPoints.stream()
                .filter(p -> p.place().value() >= 0 && p.stability() == Stability.STABLE)
                .findFirst()
                .orElseGet(() -> fixedPoints.get(fixedPoints.size() - 1));
    }
}
