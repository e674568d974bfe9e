package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * x + b: on a sequence, learned positions. Parameters: b [width].
 *
 * @param width length of x
 */
public record Offset(int width) implements Block {
    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.trained("offset", width));
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        return new Tensors<>(algebra).add(Rows.as(algebra, x, width), parameters.get(0));
    }
}
