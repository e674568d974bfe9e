package gradlab.analysis.block;

import gradlab.analysis.tensor.Hyperbolic;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * The planar flow x + u tanh(w'x + b) (rezendemohamed2015). Parameters: u and w [width], b [].
 *
 * @param width length of x
 */
public record PlanarFlow(int width) implements Block {
    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.trained("u", width), Parameter.trained("w", width), Parameter.trained("b"));
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        T inner = tensors.linear(Rows.as(algebra, x, width), tensors.reshape(parameters.get(1), 1, width));
        T bump = algebra.map(Hyperbolic.TANH, tensors.add(inner, parameters.get(2)));
        return tensors.add(x, tensors.multiply(bump, parameters.get(0)));
    }
}
