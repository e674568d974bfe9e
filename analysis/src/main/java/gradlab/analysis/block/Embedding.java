package gradlab.analysis.block;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Rearranging;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * The rows of a table at whole numbers: entry t of x becomes row x_t. A function on whole numbers alone; as such it has no
 * derivative by x, and its Jacobian by x is given as 0 (as in every framework), so that gradients stop here. Parameters:
 * table [vocabulary, width].
 *
 * @param vocabulary number of rows
 * @param width length of a row
 */
public record Embedding(int vocabulary, int width) implements Block {
    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.trained("table", vocabulary, width));
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        int tokens = Rows.width(algebra, x);
        double[] numbers = algebra.approximate(x);
        int[] rows = new int[numbers.length];
        for (int i = 0; i < rows.length; i++) {
            if (!(numbers[i] >= 0 && numbers[i] < vocabulary && numbers[i] == Math.rint(numbers[i]))) {
                throw new ShapeException("the row number " + numbers[i], "a whole number below " + vocabulary);
            }
            rows[i] = (int) numbers[i];
        }
        int batch = algebra.shape(x).length(0);
        Shape table = Shape.of(vocabulary, width);
        T found = new Tensors<>(algebra)
                .select(parameters.get(0), Rearranging.gather(table, 0, rows, Shape.of(batch, tokens)));
        return Rows.flat(algebra, found);
    }
}
