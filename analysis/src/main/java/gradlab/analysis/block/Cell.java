package gradlab.analysis.block;

import gradlab.analysis.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/** One step of a recurrent network: a new state from an input and a state. */
public interface Cell {
    /** Length of the input. */
    int inputs();

    /** Length of the state, of which the hidden values come first. */
    int state();

    /** Length of the hidden values, which are what the cell shows. */
    int hidden();

    /** The parameters of a step, in its order. */
    List<Parameter> parameters();

    /**
     * The parameters of a cell of several gates below each other: W [gates hidden, hidden], U [gates hidden, inputs] and biases
     * [gates hidden].
     */
    static List<Parameter> weights(int gates, Cell cell, String... biases) {
        int rows = gates * cell.hidden();
        List<Parameter> weights = new ArrayList<>();
        weights.add(Parameter.trained("W", rows, cell.hidden()));
        weights.add(Parameter.trained("U", rows, cell.inputs()));
        for (String bias : biases) {
            weights.add(Parameter.trained(bias, rows));
        }
        return List.copyOf(weights);
    }

    /** The new states [batch, state] from inputs [batch or 1, inputs] and states [batch, state]. */
    <T> T step(Tensors<T> tensors, T x, T state, List<T> parameters);
}
