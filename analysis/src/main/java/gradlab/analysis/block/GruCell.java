package gradlab.analysis.block;

import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.Hyperbolic;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * The GRU cell (cho2014), the reset gate after the product: with the three parts r, z, n of U x + b and of W h + c, R =
 * sigmoid(r of both), Z = sigmoid(z of both), N = tanh(n of the first + R (n of the second)), h' = (1 - Z) N + Z h.
 * Parameters: W [3 hidden, hidden], U [3 hidden, inputs], b and c [3 hidden], the parts in that order.
 *
 * @param inputs length of x
 * @param hidden length of h
 */
public record GruCell(int inputs, int hidden) implements Cell {
    @Override
    public int state() {
        return hidden;
    }

    @Override
    public List<Parameter> parameters() {
        return Cell.weights(3, this, "b", "c");
    }

    @Override
    public <T> T step(Tensors<T> tensors, T x, T state, List<T> parameters) {
        TensorAlgebra<T> algebra = tensors.algebra();
        List<T> fromInput = tensors.split(tensors.affine(x, parameters.get(1), parameters.get(2)), 1, 3);
        List<T> fromState = tensors.split(tensors.affine(state, parameters.get(0), parameters.get(3)), 1, 3);
        T reset = algebra.map(Activations.SIGMOID, tensors.add(fromInput.get(0), fromState.get(0)));
        T update = algebra.map(Activations.SIGMOID, tensors.add(fromInput.get(1), fromState.get(1)));
        T candidate =
                algebra.map(Hyperbolic.TANH, tensors.add(fromInput.get(2), tensors.multiply(reset, fromState.get(2))));
        T fresh = tensors.multiply(tensors.subtract(tensors.number(1), update), candidate);
        return tensors.add(fresh, tensors.multiply(update, state));
    }
}
