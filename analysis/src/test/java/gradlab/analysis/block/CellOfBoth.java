package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * A recurrent cell as a map of its input and, after it, its state, to the new state. Parameters: the cell's.
 *
 * @param cell the cell
 */
public record CellOfBoth(Cell cell) implements Block {
    @Override
    public List<Parameter> parameters() {
        return cell.parameters();
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        int all = cell.inputs() + cell.state();
        T both = Rows.as(algebra, x, all);
        T input = tensors.slice(both, 1, 0, cell.inputs());
        return cell.step(tensors, input, tensors.slice(both, 1, cell.inputs(), all), parameters);
    }
}
