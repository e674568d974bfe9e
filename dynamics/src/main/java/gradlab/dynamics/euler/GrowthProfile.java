package gradlab.dynamics.euler;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * How much the first k layers of a chain of residual steps stretch a vector at most, in natural logarithms, against the bounds of
 * the theory: {@code ‖(I + h_k J_k)...(I + h_1 J_1)‖ <= product of ‖I + h_l J_l‖}, and for the flow, of which they are steps,
 * {@code exp(sum of h_l mu_2(J_l))} from above and {@code exp(-sum of h_l mu_2(-J_l))} from below.
 *
 * @param measured ln of the norm of the product, entry k for the first k layers, 0 for none; empty where it was not computed,
 *     and not longer than until a product overflows
 * @param steps the sum of ln ‖I + h_l J_l‖
 * @param flowUpper the sum of h_l mu_2(J_l)
 * @param flowLower the sum of -h_l mu_2(-J_l)
 */
public record GrowthProfile(Vector measured, Vector steps, Vector flowUpper, Vector flowLower) {

    /** The bounds alone, of layers that follow one another. */
    static GrowthProfile bounds(List<LayerStability> layers) {
        int depth = layers.size();
        double[] steps = new double[depth + 1];
        double[] upper = new double[depth + 1];
        double[] lower = new double[depth + 1];
        for (int l = 0; l < depth; l++) {
            LayerStability layer = layers.get(l);
            steps[l + 1] = steps[l] + StrictMath.log(layer.stepNorm());
            upper[l + 1] = upper[l] + layer.step() * layer.muTwo();
            lower[l + 1] = lower[l] + layer.step() * layer.lowerTwo();
        }
        return new GrowthProfile(Vector.of(), Vector.of(steps), Vector.of(upper), Vector.of(lower));
    }

    /** The bounds and the norms of the products themselves, of n x n Jacobians, each product formed. */
    static GrowthProfile measured(List<LayerStability> layers, List<DenseMatrix> jacobians, DenseBackend backend) {
        int n = jacobians.get(0).rows();
        double[] product = DenseMatrix.identity(n).toArray();
        List<Double> logarithms = new ArrayList<>(List.of(0.0));
        int exponent = 0;
        for (int l = 0; l < layers.size(); l++) {
            DenseMatrix step = DenseMatrix.of(
                    Operators.shifted(Operators.scaled(layers.get(l).step(), jacobians.get(l)), 1));
            product = backend.multiply(step.toArray(), product, n, n, n);
            double norm = backend.singularValues(product, n, n)[0];
            logarithms.add(StrictMath.log(norm) + exponent * StrictMath.log(2));
            if (!(norm > 0 && norm < Double.POSITIVE_INFINITY)) {
                break;
            }
            int shift = Math.getExponent(norm);
            exponent += shift;
            for (int i = 0; i < product.length; i++) {
                product[i] = Math.scalb(product[i], -shift);
            }
        }
        GrowthProfile bounds = bounds(layers);
        return new GrowthProfile(
                Vector.of(logarithms.stream().mapToDouble(x -> x).toArray()),
                bounds.steps,
                bounds.flowUpper,
                bounds.flowLower);
    }
}
