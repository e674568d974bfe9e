package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * The transpose of a matrix that lies in x: steps by width to width by steps, and back.
 *
 * @param rows rows of x
 * @param columns columns of x
 */
public record Swapped(int rows, int columns) implements Block {
    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        return Rows.flat(algebra, new Tensors<>(algebra).transposeMatrices(Rows.as(algebra, x, rows, columns)));
    }
}
