package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import java.util.Optional;

/** Layers that bring their inputs to a common scale. */
final class Normalisations {
    static final Layer SOFTMAX = Layer.of(x -> {
        Mat p = probabilities(x.value());
        return x.to(p, t -> Layer.scaled(p, differences(p, t)));
    });
    /** With the Jacobian I - 1 p'. */
    static final Layer LOG_SOFTMAX = Layer.of(x -> {
        Mat p = probabilities(x.value());
        return x.to(p.map(Series::log), t -> differences(p, t));
    });

    private Normalisations() {}

    /** p_i = 1/sum_j e^(x_j - x_i). */
    private static Mat probabilities(Mat x) {
        return x.map(a -> Num.ONE.divide(x.map(b -> Series.exp(b.subtract(a))).sum()));
    }

    /** sum_j p_j (t_i - t_j). */
    private static Mat differences(Mat p, Mat t) {
        return Mat.of(
                t.rows,
                t.columns,
                (i, j) -> Mat.sum(
                        p.rows,
                        k -> k == i
                                ? Num.ZERO
                                : p.get(k, 0).multiply(t.get(i, j).subtract(t.get(k, j)))));
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
