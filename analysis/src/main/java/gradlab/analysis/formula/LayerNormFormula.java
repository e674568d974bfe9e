package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Jets;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.TensorFunction;
import java.util.List;
import java.util.Optional;

/**
 * Layer normalisation, y = gamma (x - mean)/s + beta with s = sqrt(variance + epsilon), the variance dividing by n
 * (ba2016). With c the centred input its Jacobian is (I - 11'/n - c c'/(n s^2))/s, rows scaled by gamma.
 *
 * @param epsilon the number under the root
 * @param gain gamma and beta, if there are any
 * @param <N> the numbers
 */
public record LayerNormFormula<N>(N epsilon, Optional<Gain<N>> gain) implements LayerFormula<N>, TensorFunction {

    /**
     * Scale and shift of the outputs.
     *
     * @param gamma scale of each output
     * @param beta shift of each output
     * @param <N> the numbers
     */
    public record Gain<N>(List<N> gamma, List<N> beta) {}

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        return algebra.normalise(x, parameters.get(0), -1);
    }

    private TensorFormula<N> normalisation(int n) {
        if (gain.isPresent()
                && (gain.get().gamma().size() != n || gain.get().beta().size() != n)) {
            throw new ShapeException("gamma and beta beside an input of length " + n, "equal lengths");
        }
        return new TensorFormula<>(this, List.of(Jets.Tensor.constant(Shape.of(), List.of(epsilon))));
    }

    @Override
    public List<N> value(Arithmetic<N> numbers, List<N> x) {
        return shifted(numbers, normalisation(x.size()).value(numbers, x));
    }

    private List<N> shifted(Arithmetic<N> numbers, List<N> normalised) {
        LinearAlgebra<N> algebra = new LinearAlgebra<>(numbers);
        return gain.map(g -> algebra.map(algebra.map(g.gamma(), normalised, numbers::multiply), g.beta(), numbers::add))
                .orElse(normalised);
    }

    @Override
    public Jet<N> push(Arithmetic<N> numbers, Jet<N> x) {
        Jet<N> pushed = normalisation(x.value().size()).push(numbers, x);
        Matrix<N> tangents = pushed.tangents();
        Matrix<N> scaled = gain.map(g -> Matrix.of(
                        tangents.rows(),
                        tangents.columns(),
                        (i, j) -> numbers.multiply(g.gamma().get(i), tangents.get(i, j))))
                .orElse(tangents);
        return new Jet<>(shifted(numbers, pushed.value()), scaled);
    }
}
