package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.tensor.Jets;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorFunction;
import java.util.List;
import java.util.Optional;

/**
 * A function of tensors at one point, which is a vector.
 *
 * @param function what it computes, of a batch of points
 * @param parameters its weights and the like, which do not depend on the point
 * @param <N> the numbers
 */
public record TensorFormula<N>(TensorFunction function, List<Jets.Tensor<N>> parameters) implements LayerFormula<N> {

    /** Copies the parameters. */
    public TensorFormula {
        parameters = List.copyOf(parameters);
    }

    @Override
    public List<N> value(Arithmetic<N> numbers, List<N> x) {
        return function.apply(new Jets<>(numbers, 0), Jets.Tensor.constant(Shape.of(1, x.size()), x), parameters)
                .values();
    }

    @Override
    public Jet<N> push(Arithmetic<N> numbers, Jet<N> x) {
        int columns = x.tangents().columns();
        Jets.Tensor<N> point = new Jets.Tensor<>(
                Shape.of(1, x.value().size()),
                x.value(),
                Optional.of(x.tangents().entries()));
        Jets.Tensor<N> image = function.apply(new Jets<>(numbers, columns), point, parameters);
        int rows = image.values().size();
        Matrix<N> tangents = image.tangents()
                .map(t -> new Matrix<>(rows, columns, t))
                .orElseGet(() -> Matrix.of(rows, columns, (i, j) -> numbers.zero()));
        return new Jet<>(image.values(), tangents);
    }
}
