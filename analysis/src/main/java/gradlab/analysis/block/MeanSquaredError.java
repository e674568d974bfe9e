package gradlab.analysis.block;

import gradlab.analysis.tensor.Powers;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * The loss (1/n) sum_j (x_j - target_j)², one number. Parameters: target [n].
 *
 * @param width n
 */
public record MeanSquaredError(int width) implements Block {
    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.given("target", width));
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        T errors = tensors.subtract(Rows.as(algebra, x, width), parameters.get(0));
        return tensors.mean(algebra.map(Powers.SQUARE, errors), 1);
    }
}
