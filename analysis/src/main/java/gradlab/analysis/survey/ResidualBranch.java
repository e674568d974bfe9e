package gradlab.analysis.survey;

import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A residual layer of a model, x + h f(x), at the point that reaches it.
 *
 * @param name of the node that adds
 * @param kind the layers of the branch, in the order of computation
 * @param shape of x
 * @param step h, positive: the constant that the branch is multiplied by, 1 if there is none; its sign is part of f
 * @param at x
 * @param value x to f(x), the rest of the model as it is at the point
 * @param jacobian the Jacobian of f at the point
 * @param jacobianAt x to the Jacobian of f there
 * @param differentiable whether nothing on the way to the end of the model met a kink at the point
 * @param continues whether x is what the residual layer before it gave, with nothing between
 */
public record ResidualBranch(
        String name,
        String kind,
        List<Integer> shape,
        double step,
        Vector at,
        UnaryOperator<double[]> value,
        LinearOperator jacobian,
        Function<double[], LinearOperator> jacobianAt,
        boolean differentiable,
        boolean continues) {
    /** Copies the list. */
    public ResidualBranch {
        shape = List.copyOf(shape);
    }
}
