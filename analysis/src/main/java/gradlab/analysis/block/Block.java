package gradlab.analysis.block;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.TensorFunction;
import java.util.List;

/**
 * The function of a layer, of vectors: x has shape [batch, inputs] and the result [batch, outputs], a tensor of more axes
 * lying in its row with the last axis fastest. Implementations are values.
 */
public interface Block extends TensorFunction {
    /** The parameters that {@link #apply} takes, in its order. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * Checks that the parameters are those that {@link #parameters()} names.
     *
     * @throws ShapeException if not
     */
    default <T> void check(TensorAlgebra<T> algebra, List<T> parameters) {
        List<Parameter> expected = parameters();
        if (parameters.size() != expected.size()) {
            throw new ShapeException(parameters.size() + " parameters", expected.size() + " parameters");
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (!algebra.shape(parameters.get(i)).equals(expected.get(i).shape())) {
                throw new ShapeException(
                        "the parameter " + expected.get(i).name() + " of shape " + algebra.shape(parameters.get(i)),
                        "shape " + expected.get(i).shape());
            }
        }
    }
}
