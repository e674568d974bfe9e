package gradlab.analysis.block;

import gradlab.analysis.tensor.Tensors;
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

    /** The new states [batch, state] from inputs [batch or 1, inputs] and states [batch, state]. */
    <T> T step(Tensors<T> tensors, T x, T state, List<T> parameters);
}
