package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.ShapeException;
import java.util.List;
import java.util.Optional;

/**
 * The affine layer W x + b; its Jacobian is W.
 *
 * @param weights W, outputs x inputs
 * @param bias b, if there is one
 * @param <N> the numbers
 */
public record DenseFormula<N>(Matrix<N> weights, Optional<List<N>> bias) implements LayerFormula<N> {

    /** Checks that the bias fits. */
    public DenseFormula {
        if (bias.isPresent() && bias.get().size() != weights.rows()) {
            throw new ShapeException(
                    "a bias of length " + bias.get().size(), "one of length " + weights.rows() + ", the rows of W");
        }
    }

    @Override
    public List<N> value(Arithmetic<N> numbers, List<N> x) {
        LinearAlgebra<N> algebra = new LinearAlgebra<>(numbers);
        List<N> product = algebra.multiply(weights, x);
        return bias.map(b -> algebra.map(product, b, numbers::add)).orElse(product);
    }

    @Override
    public Jet<N> push(Arithmetic<N> numbers, Jet<N> x) {
        return new Jet<>(value(numbers, x.value()), new LinearAlgebra<>(numbers).multiply(weights, x.tangents()));
    }
}
