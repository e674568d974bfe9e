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
    static final int LARGEST_JACOBIAN = 64;
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
    static final Layer TANH = pointwise(Series::tanh, Layer::tanhSlope);
    static final Layer SIGMOID = pointwise(Series::sigmoid, Layer::sigmoidSlope);

    static Num tanhSlope(Num x) {
        return oneMinusSquare(Series.tanh(x));
    }

    /** s (1 - s) = (1 - tanh²(x/2))/4. */
    static Num sigmoidSlope(Num x) {
        return oneMinusSquare(Series.tanh(x.divide(Num.TWO))).divide(Num.of(4));
    }

    private static Num oneMinusSquare(Num x) {
        return Num.ONE.subtract(x.abs().multiply(x.abs()));
    }

    static Layer of(UnaryOperator<Jet> map) {
        return new Layer(map);
    }

    Jet push(Jet x) {
        return map.apply(x);
    }

    Mat apply(Mat x) {
        require(x.columns == 1, "a vector");
        return map.apply(new Jet(x, Optional.empty())).value;
    }

    Mat jacobian(Mat x) {
        require(x.columns == 1 && x.rows <= LARGEST_JACOBIAN, "a vector of at most 64 numbers");
        return map.apply(new Jet(x, Optional.of(Mat.identity(x.rows)))).tangents.orElseThrow();
    }

    static Layer pointwise(UnaryOperator<Num> f, UnaryOperator<Num> slope) {
        return new Layer(x -> x.to(x.value.map(f), t -> scaled(x.value.map(slope), t)));
    }

    /** Every row times a number of its own. */
    static Mat scaled(Mat factors, Mat t) {
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

    static Mat product(Mat w, Mat t) {
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
                        Work.count(1);
                        jet = layer.map.apply(jet);
                    }
                    return jet;
                },
                deepest + 1);
    }
}
