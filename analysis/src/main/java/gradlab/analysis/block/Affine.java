package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * W x + b. Parameters: weight [outputs, inputs] and, if biased, bias [outputs].
 *
 * @param inputs length of x
 * @param outputs length of the result
 * @param biased whether there is a b
 */
public record Affine(int inputs, int outputs, boolean biased) implements Block {
    @Override
    public List<Parameter> parameters() {
        Parameter weight = Parameter.trained("weight", outputs, inputs);
        return biased ? List.of(weight, Parameter.trained("bias", outputs)) : List.of(weight);
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        T product = tensors.linear(Rows.as(algebra, x, inputs), parameters.get(0));
        return biased ? tensors.add(product, parameters.get(1)) : product;
    }
}
