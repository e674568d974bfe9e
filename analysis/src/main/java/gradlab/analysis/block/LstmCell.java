package gradlab.analysis.block;

import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.Hyperbolic;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * The LSTM cell with forget gate (gers2000), of a state (h, c): with the four parts i, f, g, o of W h + U x + b, c' =
 * sigmoid(f) c + sigmoid(i) tanh(g) and h' = sigmoid(o) tanh(c'). Parameters: W [4 hidden, hidden], U [4 hidden, inputs],
 * b [4 hidden], the parts in that order.
 *
 * @param inputs length of x
 * @param hidden length of h and of c
 */
public record LstmCell(int inputs, int hidden) implements Cell {
    @Override
    public int state() {
        return 2 * hidden;
    }

    @Override
    public List<Parameter> parameters() {
        return Cell.weights(4, this, "b");
    }

    @Override
    public <T> T step(Tensors<T> tensors, T x, T state, List<T> parameters) {
        TensorAlgebra<T> algebra = tensors.algebra();
        List<T> parts = tensors.split(state, 1, 2);
        T fromInput = tensors.affine(x, parameters.get(1), parameters.get(2));
        T all = tensors.add(tensors.linear(parts.get(0), parameters.get(0)), fromInput);
        List<T> gates = tensors.split(all, 1, 4);
        T input = algebra.map(Activations.SIGMOID, gates.get(0));
        T forget = algebra.map(Activations.SIGMOID, gates.get(1));
        T candidate = algebra.map(Hyperbolic.TANH, gates.get(2));
        T output = algebra.map(Activations.SIGMOID, gates.get(3));
        T cell = tensors.add(tensors.multiply(forget, parts.get(1)), tensors.multiply(input, candidate));
        T hiddenState = tensors.multiply(output, algebra.map(Hyperbolic.TANH, cell));
        return tensors.concatenate(List.of(hiddenState, cell), 1);
    }
}
