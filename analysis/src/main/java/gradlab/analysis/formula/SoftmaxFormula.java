package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.TensorFunction;
import java.util.List;

/**
 * Softmax, p_i = exp(x_i)/sum_j exp(x_j), with Jacobian diag(p) - p p'.
 *
 * @param <N> the numbers
 */
public record SoftmaxFormula<N>() implements LayerFormula<N>, TensorFunction {

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        return algebra.softmax(x, -1);
    }

    @Override
    public List<N> value(Arithmetic<N> numbers, List<N> x) {
        return new TensorFormula<N>(this, List.of()).value(numbers, x);
    }

    @Override
    public Jet<N> push(Arithmetic<N> numbers, Jet<N> x) {
        return new TensorFormula<N>(this, List.of()).push(numbers, x);
    }
}
