package gradlab.analysis.block;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorAlgebra;
import java.util.ArrayList;
import java.util.List;

/** A batch of vectors as a batch of tensors, and back. */
final class Rows {
    private Rows() {}

    /** The length of one vector. */
    static <T> int width(TensorAlgebra<T> algebra, T x) {
        Shape shape = algebra.shape(x);
        if (shape.rank() != 2) {
            throw new ShapeException("a tensor of shape " + shape, "a batch of vectors");
        }
        return shape.length(1);
    }

    /** Each vector as a tensor of this shape. */
    static <T> T as(TensorAlgebra<T> algebra, T x, Shape each) {
        if (width(algebra, x) != each.size()) {
            throw new ShapeException("a vector of length " + width(algebra, x), "length " + each.size());
        }
        List<Integer> lengths = new ArrayList<>(List.of(algebra.shape(x).length(0)));
        lengths.addAll(each.lengths());
        return algebra.reshape(x, new Shape(lengths));
    }

    static <T> T as(TensorAlgebra<T> algebra, T x, int... lengths) {
        return as(algebra, x, Shape.of(lengths));
    }

    /** Each tensor as a vector. */
    static <T> T flat(TensorAlgebra<T> algebra, T y) {
        Shape shape = algebra.shape(y);
        return algebra.reshape(y, Shape.of(shape.length(0), shape.size(1, shape.rank())));
    }

    /** A number that is at least 1. */
    static int positive(String name, int value) {
        if (value < 1) {
            throw new ShapeException("the " + name + " " + value, "at least 1");
        }
        return value;
    }
}
