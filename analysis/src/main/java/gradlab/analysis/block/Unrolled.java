package gradlab.analysis.block;

import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * A recurrent cell over a sequence: x holds the inputs of all steps one after another, the result the hidden values of all
 * steps, or of the last. Parameters: the cell's, then the state to start from [state].
 *
 * @param cell the cell
 * @param steps the length of the sequence, at least 1
 * @param all whether the hidden values of all steps are shown
 */
public record Unrolled(Cell cell, int steps, boolean all) implements Block {
    /** Checks the number of steps. */
    public Unrolled {
        Rows.positive("number of steps", steps);
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(cell.parameters());
        parameters.add(Parameter.given("start", cell.state()));
        return parameters;
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        int last = parameters.size() - 1;
        T sequence = Rows.as(algebra, x, steps * cell.inputs());
        T state =
                tensors.stretch(parameters.get(last), Shape.of(algebra.shape(x).length(0), cell.state()));
        List<T> shown = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
            T input = tensors.slice(sequence, 1, t * cell.inputs(), (t + 1) * cell.inputs());
            state = cell.step(tensors, input, state, parameters.subList(0, last));
            shown.add(tensors.slice(state, 1, 0, cell.hidden()));
        }
        return all ? tensors.concatenate(shown, 1) : shown.get(steps - 1);
    }
}
