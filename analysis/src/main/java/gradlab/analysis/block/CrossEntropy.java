package gradlab.analysis.block;

import gradlab.analysis.tensor.Powers;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * The loss -sum_j target_j log softmax(x)_j of logits x, one number. Parameters: target [classes], a distribution; all of
 * it on one class for a label.
 *
 * @param classes length of x
 */
public record CrossEntropy(int classes) implements Block {
    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.given("target", classes));
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        T logarithms = algebra.logSoftmax(Rows.as(algebra, x, classes), 1);
        T products = new Tensors<>(algebra).multiply(logarithms, parameters.get(0));
        return algebra.map(Powers.NEGATE, algebra.sum(products, 1));
    }
}
