package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A differentiable map of vectors.
 *
 * @param map what becomes of a point and tangents at it
 * @param depth how many layers are inside one another
 */
record Layer(UnaryOperator<Jet> map, int depth) implements Value {
    private static final int LARGEST_JACOBIAN = 64;
    private static final int DEEPEST = 1000;

    Layer {
        require(depth <= DEEPEST, "at most " + DEEPEST + " layers inside one another");
    }

    private Layer(UnaryOperator<Jet> map) {
        this(map, 0);
    }

    /**
     * A point and, where derivatives are wanted, tangents at it, one a column.
     *
     * @param value the point
     * @param tangents the tangents
     */
    record Jet(Mat value, Optional<Mat> tangents) {
        /** Under a map with this image of the point; what it does to tangents is only asked for if there are any. */
        Jet to(Mat image, UnaryOperator<Mat> jacobianTimes) {
            return new Jet(image, tangents.map(jacobianTimes));
        }
    }

    static final Layer RELU = leakyRelu(Num.ZERO);
    static final Layer TANH = pointwise(Series::tanh, x -> oneMinusSquare(Series.tanh(x)));
    /** With the slope s (1 - s) = (1 - tanh²(x/2))/4. */
    static final Layer SIGMOID = pointwise(
            Series::sigmoid, x -> oneMinusSquare(Series.tanh(x.divide(Num.TWO))).divide(Num.of(4)));

    static final Layer SOFTMAX = new Layer(Layer::softmax);

    private static Num oneMinusSquare(Num x) {
        return Num.ONE.subtract(x.abs().multiply(x.abs()));
    }

    Mat apply(Mat x) {
        require(x.columns == 1, "a vector");
        return map.apply(new Jet(x, Optional.empty())).value;
    }

    Mat jacobian(Mat x) {
        require(x.columns == 1 && x.rows <= LARGEST_JACOBIAN, "a vector of at most 64 numbers");
        return map.apply(new Jet(x, Optional.of(Mat.identity(x.rows)))).tangents.orElseThrow();
    }

    private static Layer pointwise(UnaryOperator<Num> f, UnaryOperator<Num> slope) {
        return new Layer(x -> x.to(x.value.map(f), t -> scaled(x.value.map(slope), t)));
    }

    /** Every row times a number of its own. */
    private static Mat scaled(Mat factors, Mat t) {
        require(factors.rows == t.rows, "equal lengths");
        return Mat.of(t.rows, t.columns, (i, j) -> factors.get(i, 0).multiply(t.get(i, j)));
    }

    /** x above 0, a x below; at 0 without a slope unless a = 1. */
    static Layer leakyRelu(Num a) {
        return pointwise(x -> x.max(Num.ZERO).subtract(a.multiply(x.negate().max(Num.ZERO))), x -> {
            if (a.equal(Num.ONE) == Answer.HOLDS || x.high.signum() < 0) {
                return a;
            }
            if (x.low.signum() <= 0) {
                throw NoValue.of(x.isZero(), "slope at a kink");
            }
            return Num.ONE;
        });
    }

    static Layer dense(Mat w, Mat bias) {
        return new Layer(x -> {
            require(w.columns == x.value.rows, "as many inputs as columns");
            return x.to(product(w, x.value).with(bias, Num::add), t -> product(w, t));
        });
    }

    private static Mat product(Mat w, Mat t) {
        return Mat.of(
                w.rows, t.columns, (i, j) -> Mat.sum(w.columns, k -> w.get(i, k).multiply(t.get(k, j))));
    }

    static Layer residual(Layer f, Num h) {
        return new Layer(
                x -> {
                    Jet branch = f.map.apply(x);
                    Mat value = x.value.with(branch.value, (a, b) -> a.add(h.multiply(b)));
                    return x.to(value, t -> t.with(branch.tangents.orElseThrow(), (a, b) -> a.add(h.multiply(b))));
                },
                f.depth + 1);
    }

    static Layer sequential(List<Layer> layers) {
        int deepest = layers.stream().mapToInt(Layer::depth).max().orElse(0);
        return new Layer(
                x -> {
                    Jet jet = x;
                    for (Layer layer : layers) {
                        Num.work(1);
                        jet = layer.map.apply(jet);
                    }
                    return jet;
                },
                deepest + 1);
    }

    /** p_i = 1/sum_j e^(x_j - x_i), with Jacobian diag(p) - p p'. */
    private static Jet softmax(Jet x) {
        Mat p = x.value.map(
                a -> Num.ONE.divide(x.value.map(b -> Series.exp(b.subtract(a))).sum()));
        return x.to(p, t -> scaled(p, product(identityMinus(p.rows, (i, j) -> p.get(j, 0)), t)));
    }

    private static Mat identityMinus(int n, Mat.Entry entry) {
        return Mat.of(n, n, (i, j) -> (i == j ? Num.ONE : Num.ZERO).subtract(entry.at(i, j)));
    }

    /** gamma (x - mean)/s + beta, s² = variance + eps, with Jacobian diag(gamma) (I - 11'/n - c c'/(n s²))/s, c = x - mean. */
    static Layer layerNorm(Num eps, Optional<Mat> gamma, Optional<Mat> beta) {
        return new Layer(x -> {
            Num n = Num.of(x.value.rows);
            Num mean = x.value.mean();
            Mat c = x.value.map(a -> a.subtract(mean));
            Num square = c.sumOfSquares().divide(n).add(eps);
            Num s = square.sqrt();
            Mat gain = gamma.orElse(x.value.map(a -> Num.ONE)).map(a -> a.divide(s));
            Mat value = scaled(gain, c);
            return x.to(beta.map(b -> value.with(b, Num::add)).orElse(value), t -> {
                Mat.Entry lost = (i, j) -> c.get(i, 0)
                        .multiply(c.get(j, 0))
                        .divide(square)
                        .add(Num.ONE)
                        .divide(n);
                return scaled(gain, product(identityMinus(c.rows, lost), t));
            });
        });
    }
}
