package gradlab.analysis.block;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * What stands for a whole sequence or image: the last of n vectors, or the mean over one axis of a matrix that lies in x.
 *
 * @param rows rows of x
 * @param columns columns of x
 * @param kind which
 */
public record Summary(int rows, int columns, Kind kind) implements Block {
    /** What stands for the whole. */
    public enum Kind {
        /** The last row. */
        LAST,
        /** The mean of the rows. */
        MEAN_OF_ROWS,
        /** The mean of the columns. */
        MEAN_OF_COLUMNS
    }

    /** Checks the lengths. */
    public Summary {
        if (rows < 1 || columns < 1) {
            throw new ShapeException("a matrix of " + rows + " by " + columns, "at least one row and column");
        }
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        T matrices = Rows.as(algebra, x, rows, columns);
        return Rows.flat(
                algebra,
                switch (kind) {
                    case LAST -> tensors.slice(matrices, 1, rows - 1, rows);
                    case MEAN_OF_ROWS -> tensors.mean(matrices, 1);
                    case MEAN_OF_COLUMNS -> tensors.mean(matrices, 2);
                });
    }
}
