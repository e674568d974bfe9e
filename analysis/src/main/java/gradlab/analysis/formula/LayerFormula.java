package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import java.util.List;

/**
 * A layer as a differentiable map of a vector, over numbers of one kind.
 *
 * <p>Both methods throw {@link gradlab.analysis.arithmetic.ShapeException} for a point of a length that does not fit,
 * and {@link gradlab.analysis.arithmetic.NoValueException} where there is no value; {@code push} also at a kink.
 *
 * @param <N> the numbers
 */
public interface LayerFormula<N> {

    /** f(x). */
    List<N> value(Arithmetic<N> numbers, List<N> x);

    /** f(x) and J(x) T for the tangents T at x. */
    Jet<N> push(Arithmetic<N> numbers, Jet<N> x);

    /** How many layers it consists of. */
    default long parts() {
        return 1;
    }

    /** The Jacobian J(x), outputs x inputs: what becomes of the identity. */
    default Matrix<N> jacobian(Arithmetic<N> numbers, List<N> x) {
        return push(numbers, new Jet<>(x, new LinearAlgebra<>(numbers).identity(x.size())))
                .tangents();
    }
}
