package gradlab.analysis.survey;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What one layer of a model does at the point looked at.
 *
 * @param name of its node
 * @param type what it computes
 * @param inputShape the shape of what goes in
 * @param outputShape the shape of what comes out
 * @param parameters how many weights it has
 * @param weights its weight matrices
 * @param jacobianNorm the norm of the Jacobian of its output by its input, at this point
 * @param stateJacobianNorm of a recurrent layer, the norm of the Jacobian of its last state by its first
 * @param gradientNorm the norm at its input of the gradient that the output's most amplified direction sends back
 */
public record LayerRow(
        String name,
        String type,
        List<Integer> inputShape,
        List<Integer> outputShape,
        long parameters,
        List<WeightRow> weights,
        OptionalDouble jacobianNorm,
        OptionalDouble stateJacobianNorm,
        OptionalDouble gradientNorm) {
    /** Copies the lists. */
    public LayerRow {
        inputShape = List.copyOf(inputShape);
        outputShape = List.copyOf(outputShape);
        weights = List.copyOf(weights);
    }
}
