package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import java.util.List;

/**
 * An activation: one function of one number applied to every component; its Jacobian is the diagonal matrix of slopes.
 *
 * @param activation the function and its slope
 * @param <N> the numbers
 */
public record ElementwiseFormula<N>(Activation<N> activation) implements LayerFormula<N> {

    /**
     * A function of one number.
     *
     * @param <N> the numbers
     */
    public interface Activation<N> {
        /** phi(x). */
        N value(Arithmetic<N> numbers, N x);

        /** phi'(x); undefined at a kink. */
        N slope(Arithmetic<N> numbers, N x);
    }

    @Override
    public List<N> value(Arithmetic<N> numbers, List<N> x) {
        return new LinearAlgebra<>(numbers).map(x, e -> activation.value(numbers, e));
    }

    @Override
    public Jet<N> push(Arithmetic<N> numbers, Jet<N> x) {
        List<N> slopes = new LinearAlgebra<>(numbers).map(x.value(), e -> activation.slope(numbers, e));
        Matrix<N> tangents = x.tangents();
        return new Jet<>(
                value(numbers, x.value()),
                Matrix.of(
                        tangents.rows(),
                        tangents.columns(),
                        (i, j) -> numbers.multiply(slopes.get(i), tangents.get(i, j))));
    }
}
