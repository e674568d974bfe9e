package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * A recurrent cell as a map of its state, the input fixed. Parameters: the cell's, then the input x [inputs].
 *
 * @param cell the cell
 */
public record CellOfState(Cell cell) implements Block {
    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(cell.parameters());
        all.add(Parameter.given("x", cell.inputs()));
        return all;
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        int last = parameters.size() - 1;
        T input = tensors.reshape(parameters.get(last), 1, cell.inputs());
        return cell.step(tensors, input, Rows.as(algebra, x, cell.state()), parameters.subList(0, last));
    }
}
