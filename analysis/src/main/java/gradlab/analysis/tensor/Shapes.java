package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.ShapeException;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** The primitives on shapes alone: what shape a result has, and whether shapes fit, without computing a number. */
public final class Shapes implements TensorAlgebra<Shape> {
    @Override
    public Shape shape(Shape a) {
        return a;
    }

    @Override
    public Shape constant(Shape shape, double... entries) {
        return sized(shape, entries.length);
    }

    @Override
    public Shape number(BigFraction value) {
        return Shape.of();
    }

    @Override
    public Shape reshape(Shape a, Shape shape) {
        return sized(shape, a.size());
    }

    private static Shape sized(Shape shape, int size) {
        if (shape.size() != size) {
            throw new ShapeException(size + " entries for shape " + shape, shape.size() + " entries");
        }
        return shape;
    }

    @Override
    public Shape select(List<Shape> sources, Selection selection) {
        return selection.shape();
    }

    @Override
    public Shape map(UnaryFunction f, Shape a) {
        return a;
    }

    @Override
    public Shape combine(BinaryFunction f, Shape a, Shape b) {
        return a.broadcast(b);
    }

    @Override
    public Shape matMul(Shape a, Shape b) {
        return StackedProducts.of(a, b, false).shape();
    }

    @Override
    public Shape timesTransposed(Shape a, Shape b) {
        return StackedProducts.of(a, b, true).shape();
    }

    @Override
    public Shape sum(Shape a, int... axes) {
        return a.reduced(axes);
    }

    @Override
    public Shape max(Shape a, int... axes) {
        return a.reduced(axes);
    }

    @Override
    public Shape softmax(Shape a, int axis) {
        a.axis(axis);
        return a;
    }

    @Override
    public Shape logSoftmax(Shape a, int axis) {
        a.axis(axis);
        return a;
    }

    @Override
    public Shape normalise(Shape a, Shape epsilon, int... axes) {
        a.reduced(axes);
        return a;
    }

    /** False everywhere: there are no numbers. */
    @Override
    public boolean[] less(Shape a, Shape b) {
        return new boolean[a.broadcast(b).size()];
    }

    /** False everywhere: there are no numbers. */
    @Override
    public boolean[] equal(Shape a, Shape b) {
        return new boolean[a.broadcast(b).size()];
    }

    /** Zeros: there are no numbers. */
    @Override
    public double[] approximate(Shape a) {
        return new double[a.size()];
    }
}
