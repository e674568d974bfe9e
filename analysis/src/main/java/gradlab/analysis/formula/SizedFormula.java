package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.tensor.Jets;
import gradlab.analysis.tensor.TensorFunction;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A function of tensors for each length of its input.
 *
 * @param functions the function of vectors of a length
 * @param parameters the same for all of them
 * @param <N> the numbers
 */
public record SizedFormula<N>(IntFunction<TensorFunction> functions, List<Jets.Tensor<N>> parameters)
        implements LayerFormula<N> {

    /** Copies the parameters. */
    public SizedFormula {
        parameters = List.copyOf(parameters);
    }

    private TensorFormula<N> of(int length) {
        return new TensorFormula<>(functions.apply(length), parameters);
    }

    @Override
    public List<N> value(Arithmetic<N> numbers, List<N> x) {
        return of(x.size()).value(numbers, x);
    }

    @Override
    public Jet<N> push(Arithmetic<N> numbers, Jet<N> x) {
        return of(x.value().size()).push(numbers, x);
    }
}
