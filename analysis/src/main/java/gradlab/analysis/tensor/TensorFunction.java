package gradlab.analysis.tensor;

import java.util.List;

/** A function of tensors written in the primitives of {@link TensorAlgebra}. */
public interface TensorFunction {
    /**
     * The outputs.
     *
     * @param algebra what carries the primitives out
     * @param x the point or the batch of points: the first axis of x counts the points, which do not mix
     * @param parameters weights, gains and the like, in the order that the function documents
     * @param <T> the tensors
     */
    <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters);
}
