package gradlab.analysis.bound;

import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.SpectralNorm;
import java.util.List;

/**
 * What a product of layer bounds loses to the Jacobian measured at a point, layer by layer, as natural logarithms.
 *
 * <p>With c_i the bound of layer i and J_i its Jacobian at the point, {@code log(c_1 ... c_k) - log‖J_k ... J_1‖} is the sum over i of
 * the slack {@code log c_i - log‖J_i‖} (this layer could stretch more than it does here) and the misalignment
 * {@code log‖J_i‖ + log‖J_(i-1) ... J_1‖ - log‖J_i ... J_1‖} (it does not stretch most what reaches it most); neither is
 * negative but for rounding. Measured with {@link SpectralNorm}, not proved.
 *
 * @param slack of each layer; infinite where its Jacobian is 0
 * @param misalignment of each layer; 0 where the product is 0 already
 * @param logNorm log‖J_k ... J_1‖, minus infinity if that is 0
 */
public record LipschitzGap(Vector slack, Vector misalignment, double logNorm) {
    /**
     * The gap at a point.
     *
     * @param layerBounds c_i, not negative
     * @param jacobians J_i, the first layer first, as many
     */
    public static LipschitzGap of(double[] layerBounds, List<? extends LinearOperator> jacobians) {
        if (layerBounds.length != jacobians.size()) {
            throw new IllegalArgumentException("layerBounds must be as many as jacobians, were " + layerBounds.length
                    + " for " + jacobians.size());
        }
        double[] slack = new double[layerBounds.length];
        double[] misalignment = new double[layerBounds.length];
        double before = 0;
        for (int i = 0; i < slack.length; i++) {
            double own = logNorm(jacobians.get(i));
            double product = logNorm(Operators.chain(jacobians.subList(0, i + 1)));
            slack[i] = StrictMath.log(layerBounds[i]) - own;
            misalignment[i] = product == Double.NEGATIVE_INFINITY && before == product ? 0 : own + before - product;
            before = product;
        }
        return new LipschitzGap(Vector.of(slack), Vector.of(misalignment), before);
    }

    private static double logNorm(LinearOperator operator) {
        return StrictMath.log(SpectralNorm.withDefaults()
                .withRelativeTolerance(1e-8)
                .of(operator)
                .value());
    }
}
