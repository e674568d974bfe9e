package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import java.util.Optional;

/** Layers that bring their inputs to a common scale. */
final class Normalisations {
    static final Layer SOFTMAX = Layer.of(x -> {
        Mat p = x.value().rows == 0 ? x.value() : probabilities(x.value());
        return x.to(p, t -> Layer.scaled(p.map(Normalisations::spread), differences(x.value(), t)));
    });
    /** With the Jacobian I - 1 p'. */
    static final Layer LOG_SOFTMAX = Layer.of(x -> {
        Mat p = probabilities(x.value());
        Mat rest = p.map(Num.ONE::subtract);
        return x.to(p.map(Series::log), t -> Layer.scaled(rest, differences(x.value(), t)));
    });

    private Normalisations() {}

    /** p_i = 1/(1 + the sum of e^(x_j - x_i) over the others). */
    private static Mat probabilities(Mat x) {
        return Mat.of(x.rows, 1, (i, none) -> Num.ONE.divide(Num.ONE.add(ratios(x, i, i))));
    }

    /** The sum of e^(x_k - x_j) over all k but j and another. */
    private static Num ratios(Mat x, int j, int another) {
        return Mat.sum(
                x.rows,
                k -> k == j || k == another ? Num.ZERO : Series.exp(x.get(k, 0).subtract(x.get(j, 0))));
    }

    /** p (1 - p) = 1/4 - (p - 1/2)². */
    private static Num spread(Num p) {
        Num off = p.subtract(Num.ONE.divide(Num.TWO)).abs();
        return p.isExact()
                ? p.multiply(Num.ONE.subtract(p))
                : Num.ONE.divide(Num.of(4)).subtract(off.multiply(off));
    }

    /** sum_j q_ij (t_i - t_j) with q_ij = p_j/(1 - p_i) = 1/(1 + the sum of e^(x_k - x_j) over the k other than i and j). */
    private static Mat differences(Mat x, Mat t) {
        Mat q = Mat.of(x.rows, x.rows, (i, j) -> i == j ? Num.ZERO : Num.ONE.divide(Num.ONE.add(ratios(x, j, i))));
        return Mat.of(t.rows, t.columns, (i, c) -> {
            boolean alone = t.rows > 1
                    && Mat.sum(t.rows, j -> j == i ? Num.ZERO : t.get(j, c).abs())
                            .isZero();
            return alone
                    ? t.get(i, c)
                    : Mat.sum(
                            t.rows,
                            j -> j == i
                                    ? Num.ZERO
                                    : q.get(i, j).multiply(t.get(i, c).subtract(t.get(j, c))));
        });
    }

    /** -sum_i y_i log p_i. */
    static Layer crossEntropy(Mat y) {
        Mat row = y.transpose().map(Num::negate);
        return Layer.of(x -> Layer.dense(row, Mat.of(Num.ZERO)).push(LOG_SOFTMAX.push(x)));
    }

    /** gamma (x - mean)/s + beta, s² = variance + eps. */
    static Layer layerNorm(Num eps, Optional<Mat> gamma, Optional<Mat> beta) {
        return Layer.of(x -> {
            Mat c = centred(x.value());
            return gained(overRoot(new Layer.Jet(c, x.tangents()), eps, true), gamma, beta);
        });
    }

    /** gamma x/s, s² = (sum of x_i²)/n + eps. */
    static Layer rmsNorm(Num eps, Optional<Mat> gamma) {
        return Layer.of(x -> gained(overRoot(x, eps, false), gamma, Optional.empty()));
    }

    /** The layer norm of exactly n numbers, one feature of a batch. */
    static Layer batchNorm(int n, Num eps) {
        Layer norm = layerNorm(eps, Optional.empty(), Optional.empty());
        return Layer.of(x -> {
            require(x.value().rows == n, "a batch of " + n);
            return norm.push(x);
        });
    }

    private static Layer.Jet gained(Layer.Jet y, Optional<Mat> gamma, Optional<Mat> beta) {
        Mat scaled = gamma.map(g -> Layer.scaled(g, y.value())).orElse(y.value());
        Mat value = beta.map(b -> scaled.with(b, Num::add)).orElse(scaled);
        return y.to(value, t -> gamma.map(g -> Layer.scaled(g, t)).orElse(t));
    }

    /** n c_i = (n - 1) x_i - (the sum of the others), so that each x_j stands once. */
    private static Mat centred(Mat x) {
        require(x.rows > 0, "at least one number");
        Num n = Num.of(x.rows);
        Num fewer = Num.of(x.rows - 1);
        return Mat.of(
                x.rows,
                1,
                (i, j) -> fewer.multiply(x.get(i, 0)).subtract(others(x, i)).divide(n));
    }

    private static Num others(Mat x, int i) {
        return Mat.sum(x.rows, k -> k == i ? Num.ZERO : x.get(k, 0));
    }

    /** y = c/s with s² = (sum of c_i²)/n + eps, and the tangents (P - y y'/n) t/s, P centring them if that was done to c. */
    private static Layer.Jet overRoot(Layer.Jet point, Num eps, boolean centring) {
        Mat c = point.value();
        Num n = Num.of(c.rows);
        Mat squares = c.map(a -> a.abs().multiply(a.abs()));
        Num s = squares.sum().divide(n).add(eps).sqrt();
        Mat y = c.isExact()
                ? c.map(a -> a.divide(s))
                : Mat.of(
                        c.rows,
                        1,
                        (i, j) -> rising(
                                c.get(i, 0), n, others(squares, i).divide(n).add(eps)));
        return point.to(y, t -> {
            Mat m = Mat.of(c.rows, c.rows, (i, j) -> {
                Num product = c.isExact()
                        ? c.get(i, 0).multiply(c.get(j, 0)).divide(s.multiply(s))
                        : i == j
                                ? y.get(i, 0).abs().multiply(y.get(i, 0).abs())
                                : y.get(i, 0).multiply(y.get(j, 0));
                Num lost = (centring ? product.add(Num.ONE) : product).divide(n);
                return (i == j ? Num.ONE : Num.ZERO).subtract(lost).divide(s);
            });
            return Layer.product(m, t);
        });
    }

    /** a/sqrt(a²/n + rest), which rises with a and, for a fixed sign of a, falls in magnitude with the rest. */
    private static Num rising(Num a, Num n, Num rest) {
        return Num.between(end(a.low, n, rest).low, end(a.high, n, rest).high);
    }

    private static Num end(Rational a, Num n, Num rest) {
        Num at = Num.of(a);
        return at.divide(at.multiply(at).divide(n).add(rest).sqrt());
    }
}
