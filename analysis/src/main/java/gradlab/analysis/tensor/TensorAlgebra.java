package gradlab.analysis.tensor;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * The primitive operations on tensors of real numbers, each with its derivative. A layer or an ONNX operator is a
 * function of tensors written in these, so that one text serves binary64 with derivatives in both directions
 * ({@link Tape}), and every {@link gradlab.analysis.arithmetic.Arithmetic} with tangents ({@code Jets}).
 *
 * <p>Tensors are values: no operation changes one. Shapes that do not fit are a
 * {@link gradlab.analysis.arithmetic.ShapeException}; an operation that has no value somewhere (in an arithmetic that
 * notices) a {@link gradlab.analysis.arithmetic.NoValueException}. Binary64 goes on with NaN or infinity.
 *
 * @param <T> the tensors
 */
public interface TensorAlgebra<T> {
    /** The shape of a tensor. */
    Shape shape(T a);

    /** A constant tensor of numbers stored in binary64, the last axis fastest; the array is copied. */
    T constant(Shape shape, double... entries);

    /** A constant number, as closely as the arithmetic can hold it, of shape {@code []}. */
    T number(BigFraction value);

    /** The same entries in the same order in another shape of the same size. */
    T reshape(T a, Shape shape);

    /** Entries picked from the sources. */
    T select(List<T> sources, Selection selection);

    /** f of each entry. */
    T map(UnaryFunction f, T a);

    /** f of each pair of entries, both tensors stretched to {@link Shape#broadcast}. */
    T combine(BinaryFunction f, T a, T b);

    /**
     * Matrix products: the last two axes of a (m x k) and b (k x n) are matrices, the axes before are stretched to each
     * other. Both have rank at least 2.
     */
    T matMul(T a, T b);

    /** {@link #matMul} of a (m x k) and the transposes of b (n x k). */
    default T timesTransposed(T a, T b) {
        return matMul(a, new Tensors<>(this).transposeMatrices(b));
    }

    /** Sums over these axes, which stay with length 1; 0 over none. */
    T sum(T a, int... axes);

    /**
     * The largest entries over these axes, which stay with length 1. No derivative where the largest is reached twice;
     * there binary64 takes the first.
     */
    T max(T a, int... axes);

    /** exp(x_i)/sum_j exp(x_j) along an axis. */
    T softmax(T a, int axis);

    /** x_i - log sum_j exp(x_j) along an axis. */
    T logSoftmax(T a, int axis);

    /** (x - mean)/sqrt(variance + epsilon) over these axes together; the variance divides by their size. */
    T normalise(T a, T epsilon, int... axes);

    /** Which entries of a are less than those of b, both stretched; undecided comparisons have no value. */
    boolean[] less(T a, T b);

    /** Which entries of a equal those of b, both stretched. */
    boolean[] equal(T a, T b);

    /** The entries as the nearest numbers of binary64, in a new array; for display and for whole numbers. */
    double[] approximate(T a);
}
