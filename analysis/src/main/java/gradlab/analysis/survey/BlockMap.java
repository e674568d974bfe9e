package gradlab.analysis.survey;

import gradlab.analysis.block.Cell;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * A cell with its weights as a map of its state.
 *
 * @param cell the cell
 * @param parameters its weights, constants of no tape
 */
public record BlockMap(Cell cell, List<Tape.Variable> parameters) implements RecurrentMap {
    @Override
    public int inputs() {
        return cell.inputs();
    }

    @Override
    public int size() {
        return cell.state();
    }

    @Override
    public Moved at(double[] x, double[] state) {
        Tape tape = new Tape();
        Tape.Variable before = tape.input(Shape.of(1, size()), state);
        Tape.Variable input = tape.constant(Shape.of(1, inputs()), x);
        Tape.Variable after = cell.step(new Tensors<>(tape), input, before, parameters);
        return new Moved(Vector.of(after.values()), tape.jacobian(after, before));
    }
}
