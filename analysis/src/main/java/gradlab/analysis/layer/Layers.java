package gradlab.analysis.layer;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.Hyperbolic;
import java.util.Collections;
import java.util.List;

/** The layers by the names they have in the claim language. */
public final class Layers {
    private Layers() {}

    /** {@code W x}. */
    public static Layer dense(DenseMatrix weight) {
        return Dense.of(weight);
    }

    /** {@code W x + b}. */
    public static Layer dense(DenseMatrix weight, Vector bias) {
        return Dense.of(weight, bias);
    }

    /** max(x, 0) of each entry; the slope at 0 is 0. */
    public static Layer relu() {
        return Pointwise.of("relu", Activations.RELU);
    }

    /** x for positive entries, {@code negativeSlope * x} for the others. */
    public static Layer leakyRelu(double negativeSlope) {
        return Pointwise.of("leaky_relu(" + negativeSlope + ")", new LeakyRelu(negativeSlope));
    }

    /** tanh of each entry. */
    public static Layer tanh() {
        return Pointwise.of("tanh", Hyperbolic.TANH);
    }

    /** 1/(1 + exp(-x)) of each entry. */
    public static Layer sigmoid() {
        return Pointwise.of("sigmoid", Activations.SIGMOID);
    }

    /** exp(x_i) / sum exp(x_j). */
    public static Layer softmax() {
        return new Softmax();
    }

    /** {@code (x - mean) / sqrt(variance + eps)}, the variance divided by n. */
    public static Layer layerNorm(double eps) {
        return LayerNorm.of(eps);
    }

    /** {@code gamma * (x - mean) / sqrt(variance + eps) + beta}. */
    public static Layer layerNorm(double eps, Vector gamma, Vector beta) {
        return LayerNorm.of(eps, gamma, beta);
    }

    /** {@code x + f(x)}. */
    public static Layer residual(Layer f) {
        return new Residual(f, 1);
    }

    /** {@code x + h f(x)}. */
    public static Layer residual(Layer f, double h) {
        return new Residual(f, h);
    }

    /** The layers one after another, the first of the list first. */
    public static Layer sequential(List<? extends Layer> layers) {
        return Sequential.of(layers);
    }

    /** The layers one after another, the first first. */
    public static Layer sequential(Layer... layers) {
        return Sequential.of(List.of(layers));
    }

    /** f applied k times. As a layer with parameters it has k copies of those of f, which may then differ. */
    public static Layer repeat(Layer f, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, was " + k);
        }
        return Sequential.of(Collections.nCopies(k, f));
    }
}
