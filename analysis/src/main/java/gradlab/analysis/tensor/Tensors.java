package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.ShapeException;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * Compositions of the primitives under their usual names, so that a layer reads like its formula.
 *
 * @param algebra what carries the primitives out
 * @param <T> the tensors
 */
public record Tensors<T>(TensorAlgebra<T> algebra) {
    /** A whole number. */
    public T number(long value) {
        return algebra.number(new BigFraction(value));
    }

    /** The fraction of two whole numbers. */
    public T number(long numerator, long denominator) {
        return algebra.number(new BigFraction(numerator, denominator));
    }

    /** a + b, stretched. */
    public T add(T a, T b) {
        return algebra.combine(Pairs.ADD, a, b);
    }

    /** a - b, stretched. */
    public T subtract(T a, T b) {
        return algebra.combine(Pairs.SUBTRACT, a, b);
    }

    /** a b entry by entry, stretched. */
    public T multiply(T a, T b) {
        return algebra.combine(Pairs.MULTIPLY, a, b);
    }

    /** a/b entry by entry, stretched. */
    public T divide(T a, T b) {
        return algebra.combine(Pairs.DIVIDE, a, b);
    }

    /** The square root of each entry. */
    public T sqrt(T a) {
        return algebra.map(Powers.SQRT, a);
    }

    /** a with its axes in another order. */
    public T transpose(T a, int... order) {
        return select(a, Rearranging.transpose(algebra.shape(a), order));
    }

    /** a with its last two axes exchanged. */
    public T transposeMatrices(T a) {
        int rank = algebra.shape(a).rank();
        if (rank < 2) {
            throw new ShapeException("a tensor of shape " + algebra.shape(a), "at least two axes");
        }
        int[] order = IntStream.range(0, rank).toArray();
        order[rank - 2] = rank - 1;
        order[rank - 1] = rank - 2;
        return transpose(a, order);
    }

    /** The entries of a along an axis from {@code from} to before {@code to}. */
    public T slice(T a, int axis, int from, int to) {
        return select(a, Rearranging.slice(algebra.shape(a), axis, from, 1, to - from));
    }

    /** The one slice of a at a place of an axis, without that axis. */
    public T at(T a, int axis, int place) {
        return algebra.reshape(
                slice(a, axis, place, place + 1), algebra.shape(a).without(axis));
    }

    /** a cut into equal parts along an axis. */
    public List<T> split(T a, int axis, int parts) {
        int length = algebra.shape(a).length(axis);
        if (parts < 1 || length % parts != 0) {
            throw new ShapeException("a length of " + length, "a multiple of " + parts);
        }
        int each = length / parts;
        return IntStream.range(0, parts)
                .mapToObj(i -> slice(a, axis, i * each, (i + 1) * each))
                .toList();
    }

    /** The tensors one after another along an axis. */
    public T concatenate(List<T> tensors, int axis) {
        return algebra.select(
                tensors,
                Rearranging.concatenate(tensors.stream().map(algebra::shape).toList(), axis));
    }

    /** The tensors one after another along a new axis. */
    public T stack(List<T> tensors, int axis) {
        return concatenate(tensors.stream().map(t -> withAxis(t, axis)).toList(), axis);
    }

    /** a with a new axis of length 1. */
    public T withAxis(T a, int axis) {
        List<Integer> lengths = new java.util.ArrayList<>(algebra.shape(a).lengths());
        lengths.add(axis, 1);
        return algebra.reshape(a, new Shape(lengths));
    }

    /** a with zeros before and after along an axis. */
    public T pad(T a, int axis, int before, int after) {
        Shape shape = algebra.shape(a);
        int[] ahead = new int[shape.rank()];
        int[] behind = new int[shape.rank()];
        ahead[shape.axis(axis)] = before;
        behind[shape.axis(axis)] = after;
        return select(a, Padding.ZERO.of(shape, ahead, behind));
    }

    /** a stretched to a shape. */
    public T stretch(T a, Shape target) {
        return algebra.shape(a).equals(target) ? a : select(a, Rearranging.stretch(algebra.shape(a), target));
    }

    /** a in another shape of the same size. */
    public T reshape(T a, int... lengths) {
        return algebra.reshape(a, Shape.of(lengths));
    }

    /** a picked from by a selection. */
    public T select(T a, Selection selection) {
        return algebra.select(List.of(a), selection);
    }

    /** The means over these axes, which stay with length 1; without a value over an empty axis. */
    public T mean(T a, int... axes) {
        Shape shape = algebra.shape(a);
        int count = shape.size() == 0 ? 0 : shape.size() / shape.reduced(axes).size();
        return divide(algebra.sum(a, axes), number(count));
    }

    /** a W' + b for a of shape [..., inputs], W of shape [outputs, inputs]. */
    public T affine(T a, T weight, T bias) {
        return add(linear(a, weight), bias);
    }

    /** a W' for a of shape [..., inputs] (at least two axes), W of shape [outputs, inputs]. */
    public T linear(T a, T weight) {
        return algebra.timesTransposed(a, weight);
    }
}
