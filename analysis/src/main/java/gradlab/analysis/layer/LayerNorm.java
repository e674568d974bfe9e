package gradlab.analysis.layer;

import gradlab.analysis.operator.Vector;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Layer normalisation {@code y = gamma * xhat + beta}, {@code xhat = (x - mean) r}, {@code r = 1 / sqrt(variance + eps)},
 * the variance divided by n (ba2016); without gain and bias y = xhat.
 *
 * <p>Its Jacobian without gain, {@code r (I - 11'/n - xhat xhat'/n)}, has norm r for n >= 3, eps r^3 for n = 2 and 0 for
 * n = 1. The norm for n = 2 is a difference of nearly equal numbers where eps is far below the variance: it is accurate to
 * about 1e-16 r. Huge inputs are scaled inside, so no square overflows.
 */
public final class LayerNorm implements Layer {
    private final double eps;
    private final double @Nullable [] affine;

    private LayerNorm(double eps, double @Nullable [] affine) {
        if (!(eps > 0 && eps < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("eps must be positive and finite, was " + eps);
        }
        this.eps = eps;
        this.affine = affine;
    }

    /** Layer normalisation without gain and bias, for vectors of any length. */
    public static LayerNorm of(double eps) {
        return new LayerNorm(eps, null);
    }

    /** Layer normalisation with the trainable gain gamma and bias beta. */
    public static LayerNorm of(double eps, Vector gamma, Vector beta) {
        if (gamma.size() != beta.size()) {
            throw new IllegalArgumentException(
                    "gamma and beta must have the same length, had " + gamma.size() + " and " + beta.size());
        }
        double[] affine = Arrays.copyOf(gamma.toArray(), 2 * gamma.size());
        System.arraycopy(beta.toArray(), 0, affine, gamma.size(), beta.size());
        return new LayerNorm(eps, affine);
    }

    @Override
    public int outputs(int inputs) {
        if (affine != null && inputs != affine.length / 2) {
            throw new IllegalArgumentException(
                    this + " takes vectors of length " + affine.length / 2 + ", not " + inputs);
        }
        return inputs;
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        return affine == null
                ? List.of()
                : List.of(ParameterBlock.of("gamma", affine.length / 2), ParameterBlock.of("beta", affine.length / 2));
    }

    @Override
    public double[] parameters() {
        return affine == null ? new double[0] : affine.clone();
    }

    @Override
    public Layer withParameters(double[] parameters) {
        Checks.length("parameters", parameters, affine == null ? 0 : affine.length);
        return affine == null ? this : new LayerNorm(eps, parameters.clone());
    }

    @Override
    public Linearisation at(double[] x, int batch) {
        outputs(Checks.width(x, batch));
        return LayerNormAt.of(x, batch, eps, affine);
    }

    @Override
    public String toString() {
        return "layernorm(" + eps + ")";
    }
}
