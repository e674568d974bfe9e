package gradlab.analysis.block;

import gradlab.analysis.tensor.Tensors;
import gradlab.analysis.tensor.UnaryFunction;
import java.util.List;

/**
 * The plain recurrent cell h' = phi(W h + U x + b). Parameters: W [hidden, hidden], U [hidden, inputs], b [hidden].
 *
 * @param inputs length of x
 * @param hidden length of h
 * @param activation phi
 */
public record RnnCell(int inputs, int hidden, UnaryFunction activation) implements Cell {
    @Override
    public int state() {
        return hidden;
    }

    @Override
    public List<Parameter> parameters() {
        return Cell.weights(1, this, "b");
    }

    @Override
    public <T> T step(Tensors<T> tensors, T x, T state, List<T> parameters) {
        T fromInput = tensors.affine(x, parameters.get(1), parameters.get(2));
        return tensors.algebra().map(activation, tensors.add(tensors.linear(state, parameters.get(0)), fromInput));
    }
}
