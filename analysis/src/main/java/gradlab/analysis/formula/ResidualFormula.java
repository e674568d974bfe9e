package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import java.util.List;

/**
 * The residual block x + h f(x), with Jacobian I + h J (he2016).
 *
 * @param branch f, with as many outputs as inputs
 * @param scale h
 * @param <N> the numbers
 */
public record ResidualFormula<N>(LayerFormula<N> branch, N scale) implements LayerFormula<N> {

    @Override
    public long parts() {
        return 1 + branch.parts();
    }

    @Override
    public List<N> value(Arithmetic<N> numbers, List<N> x) {
        return new LinearAlgebra<>(numbers).map(x, branch.value(numbers, x), (a, b) -> step(numbers, a, b));
    }

    @Override
    public Jet<N> push(Arithmetic<N> numbers, Jet<N> x) {
        Jet<N> pushed = branch.push(numbers, x);
        Matrix<N> tangents = x.tangents().with(pushed.tangents(), (a, b) -> step(numbers, a, b));
        List<N> value = new LinearAlgebra<>(numbers).map(x.value(), pushed.value(), (a, b) -> step(numbers, a, b));
        return new Jet<>(value, tangents);
    }

    private N step(Arithmetic<N> numbers, N a, N b) {
        return numbers.add(a, numbers.multiply(scale, b));
    }
}
