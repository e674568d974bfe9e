package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * Inverted dropout at one mask of zeros and ones: x mask/(1 - p). Parameters: mask [width], p [].
 *
 * @param width length of x
 */
public record Dropout(int width) implements Block {
    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.given("mask", width), Parameter.given("p"));
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        T kept = tensors.multiply(Rows.as(algebra, x, width), parameters.get(0));
        return tensors.divide(kept, tensors.subtract(tensors.number(1), parameters.get(1)));
    }
}
