package gradlab.verification.recheck;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Layers and what becomes of a jet under them. */
final class Layers {
    private static final int LARGEST_JACOBIAN = 64;

    static final Value.Layer IDENTITY = new Value.Layer(x -> x);
    static final Value.Layer RELU = leakyRelu(Num.ZERO);
    static final Value.Layer TANH = pointwise(Series::tanh, x -> {
        Num t = Series.tanh(x).abs();
        return Num.ONE.subtract(t.multiply(t));
    });
    /** With the slope s (1 - s) = (1 - tanh²(x/2))/4. */
    static final Value.Layer SIGMOID = pointwise(Series::sigmoid, x -> {
        Num t = Series.tanh(x.divide(Num.TWO)).abs();
        return Num.ONE.subtract(t.multiply(t)).divide(Num.of(4));
    });

    static final Value.Layer SOFTMAX = new Value.Layer(Layers::softmax);

    private Layers() {}

    static Mat apply(Value.Layer layer, Mat x) {
        Mat.require(x.columns == 1, "a vector");
        return layer.map().apply(new Jet(x, Optional.empty())).value();
    }

    static Mat jacobian(Value.Layer layer, Mat x) {
        Mat.require(x.columns == 1 && x.rows <= LARGEST_JACOBIAN, "a vector of at most 64 numbers");
        Jet image = layer.map().apply(new Jet(x, Optional.of(Mat.identity(x.rows))));
        return image.tangents().orElseThrow();
    }

    private static Value.Layer pointwise(UnaryOperator<Num> f, UnaryOperator<Num> slope) {
        return new Value.Layer(x -> x.through(x.value().map(f), t -> {
            Mat slopes = x.value().map(slope);
            return Mat.of(t.rows, t.columns, (i, j) -> slopes.get(i, 0).multiply(t.get(i, j)));
        }));
    }

    /** x above 0, a x below; at 0 without a slope unless a = 1. */
    static Value.Layer leakyRelu(Num a) {
        return pointwise(x -> x.max(Num.ZERO).add(a.multiply(x.min(Num.ZERO))), x -> {
            if (a.equal(Num.ONE) == Truth.TRUE || x.less(Num.ZERO) == Truth.TRUE) {
                return a;
            }
            if (Num.ZERO.less(x) == Truth.TRUE) {
                return Num.ONE;
            }
            throw x.isZero() ? NoValue.undefined("slope at a kink") : NoValue.undecided("slope where a kink may be");
        });
    }

    static Value.Layer dense(Mat w, Mat bias) {
        return new Value.Layer(x -> x.through(w.times(x.value()).with(bias, Num::add), w::times));
    }

    static Value.Layer residual(Value.Layer f, Num h) {
        return new Value.Layer(x -> {
            Jet branch = f.map().apply(x);
            Mat value = x.value().with(branch.value(), (a, b) -> a.add(h.multiply(b)));
            return x.through(value, t -> t.with(branch.tangents().orElseThrow(), (a, b) -> a.add(h.multiply(b))));
        });
    }

    static Value.Layer sequential(List<Value.Layer> layers) {
        return new Value.Layer(x -> {
            Jet jet = x;
            for (Value.Layer layer : layers) {
                jet = layer.map().apply(jet);
            }
            return jet;
        });
    }

    /** p_i = 1/sum_j e^(x_j - x_i), with Jacobian diag(p) - p p'. */
    private static Jet softmax(Jet x) {
        Mat logits = x.value();
        Mat p = logits.map(a -> Num.ONE.divide(Mat.sum(
                logits.entries().stream().map(b -> Series.exp(b.subtract(a))).toList())));
        return x.through(p, t -> {
            Mat shared = p.transpose().times(t);
            return Mat.of(
                    t.rows,
                    t.columns,
                    (i, j) -> p.get(i, 0).multiply(t.get(i, j).subtract(shared.get(0, j))));
        });
    }

    /** (x - mean)/s with s² = variance + eps, times gamma plus beta; Jacobian diag(gamma) (I - 11'/n - c c'/(n s²))/s. */
    static Value.Layer layerNorm(Num eps, Optional<Mat> gamma, Optional<Mat> beta) {
        return new Value.Layer(x -> {
            Num n = Num.of(x.value().rows);
            Mat c = centred(x.value());
            Num square = c.sumOfSquares().divide(n).add(eps);
            Num s = square.sqrt();
            Mat unit = c.map(a -> a.divide(s));
            Mat scaled = gamma.map(g -> unit.with(g, Num::multiply)).orElse(unit);
            return x.through(beta.map(b -> scaled.with(b, Num::add)).orElse(scaled), t -> {
                Mat along = c.transpose().times(t).map(a -> a.divide(n.multiply(square)));
                Mat flat = t.with(c.times(along), Num::subtract);
                Mat means = Mat.of(1, t.columns, (i, j) -> mean(column(t, j)));
                return Mat.of(
                        t.rows,
                        t.columns,
                        (i, j) -> gamma.map(g -> g.get(i, 0))
                                .orElse(Num.ONE)
                                .multiply(
                                        flat.get(i, j).subtract(means.get(0, j)).divide(s)));
            });
        });
    }

    private static Mat column(Mat t, int j) {
        return Mat.of(t.rows, 1, (i, k) -> t.get(i, j));
    }

    static Num mean(Mat x) {
        Mat.require(x.rows * x.columns > 0, "at least one number");
        return Mat.sum(x.entries()).divide(Num.of((long) x.rows * x.columns));
    }

    static Mat centred(Mat x) {
        Num mean = mean(x);
        return x.map(a -> a.subtract(mean));
    }
}
