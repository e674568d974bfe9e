package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.UnaryFunction;
import java.util.List;

/**
 * A function of each entry.
 *
 * @param function the function
 */
public record Entrywise(UnaryFunction function) implements Block {
    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        return algebra.map(function, x);
    }
}
