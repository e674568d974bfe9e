package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.ShapeException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Selections that move, drop or repeat entries. Axes may be counted from the end. */
public final class Rearranging {
    private Rearranging() {}

    /**
     * Axis d of the result is axis {@code order[d]} of the source.
     *
     * @throws ShapeException if order does not name each axis once
     */
    public static Selection transpose(Shape shape, int... order) {
        int[] sorted = Arrays.stream(order).map(shape::axis).sorted().toArray();
        if (!Arrays.equals(sorted, shape.axes())) {
            throw new ShapeException("the order of axes " + Arrays.toString(order), "each axis of " + shape + " once");
        }
        int[] strides = shape.strides();
        int[] moved = Arrays.stream(order).map(d -> strides[shape.axis(d)]).toArray();
        return byStrides(Shape.of(Arrays.stream(order).map(shape::length).toArray()), moved);
    }

    /** At (i_0, i_1, ...) of the result stands entry sum of i_d strides[d] of the source. */
    public static Selection byStrides(Shape result, int... strides) {
        return Selection.of(result, Odometer.places(result, strides));
    }

    /**
     * For each axis the places along it that the result has, in its order; {@link Selection#ZERO} among them makes zeros.
     *
     * @throws ShapeException if a place is not on its axis
     */
    public static Selection byAxes(Shape shape, List<int[]> places) {
        if (places.size() != shape.rank()) {
            throw new ShapeException("places along " + places.size() + " axes", "those of a tensor of shape " + shape);
        }
        int[] index = {0};
        for (int axis = 0; axis < shape.rank(); axis++) {
            index = extended(index, places.get(axis), shape, axis);
        }
        return Selection.of(new Shape(places.stream().map(p -> p.length).toList()), index);
    }

    private static int[] extended(int[] index, int[] places, Shape shape, int axis) {
        int length = shape.length(axis);
        for (int place : places) {
            if (place < Selection.ZERO || place >= length) {
                throw new ShapeException("place " + place + " along axis " + axis + " of shape " + shape, "one of it");
            }
        }
        int[] extended = new int[Shape.of(index.length, places.length).size()];
        for (int i = 0, e = 0; i < index.length; i++) {
            for (int place : places) {
                extended[e++] = index[i] < 0 || place < 0 ? Selection.ZERO : index[i] * length + place;
            }
        }
        return extended;
    }

    /** All places along all axes, to be changed one by one. */
    static int[][] everything(Shape shape) {
        return shape.lengths().stream()
                .map(length -> IntStream.range(0, length).toArray())
                .toArray(int[][]::new);
    }

    private static Selection along(Shape shape, int axis, int[] places) {
        int[][] all = everything(shape);
        all[shape.axis(axis)] = places;
        return byAxes(shape, List.of(all));
    }

    /** The {@code count} entries along an axis at start, start + step, ...; the step may be negative. */
    public static Selection slice(Shape shape, int axis, int start, int step, int count) {
        int length = shape.length(axis);
        long last = start + (count - 1L) * step;
        if (count < 0 || (count > 0 && (start < 0 || start >= length || last < 0 || last >= length))) {
            throw new ShapeException(
                    count + " places of axis " + axis + " from " + start + " in steps of " + step,
                    "places of " + shape);
        }
        Shape result = shape.with(axis, count);
        int below = shape.size(shape.axis(axis) + 1, shape.rank());
        int[] index = new int[result.size()];
        for (int e = 0; e < index.length; e++) {
            int line = e / below;
            index[e] = (line / count * length + start + line % count * step) * below + e % below;
        }
        return Selection.of(result, index);
    }

    /**
     * The slices of the source at these places of an axis, which the axes of {@code indexShape} take the place of. An
     * index from -length to -1 counts from the end.
     */
    public static Selection gather(Shape shape, int axis, int[] indices, Shape indexShape) {
        int at = shape.axis(axis);
        int length = shape.length(at);
        if (indexShape.size() != indices.length) {
            throw new ShapeException(indices.length + " indices", "as many as shape " + indexShape + " has");
        }
        int[] places = new int[indices.length];
        for (int i = 0; i < places.length; i++) {
            if (indices[i] < -length || indices[i] >= length) {
                throw new ShapeException("index " + indices[i], "one from " + -length + " to below " + length);
            }
            places[i] = indices[i] < 0 ? indices[i] + length : indices[i];
        }
        Selection flat = along(shape, at, places);
        IntStream before = IntStream.range(0, at).map(shape::length);
        IntStream between = indexShape.lengths().stream().mapToInt(Integer::intValue);
        IntStream after = IntStream.range(at + 1, shape.rank()).map(shape::length);
        return flat.as(Shape.of(
                IntStream.concat(IntStream.concat(before, between), after).toArray()));
    }

    /** The sources one after another along an axis; their other lengths are equal. */
    public static Selection concatenate(List<Shape> shapes, int axis) {
        if (shapes.isEmpty()) {
            throw new ShapeException("no tensors to concatenate", "at least one");
        }
        Shape first = shapes.get(0);
        int at = first.axis(axis);
        int total = 0;
        for (Shape shape : shapes) {
            if (shape.rank() != first.rank() || !shape.with(at, 0).equals(first.with(at, 0))) {
                throw new ShapeException(
                        "tensors of shapes " + first + " and " + shape, "shapes equal but for axis " + at);
            }
            total = Math.addExact(total, shape.length(at));
        }
        Shape result = first.with(at, total);
        int[] source = new int[result.size()];
        int[] index = new int[result.size()];
        int e = 0;
        for (int outer = 0; outer < first.size(0, at); outer++) {
            for (int s = 0; s < shapes.size(); s++) {
                int block = shapes.get(s).size(at, first.rank());
                for (int i = 0; i < block; i++, e++) {
                    source[e] = s;
                    index[e] = outer * block + i;
                }
            }
        }
        return Selection.of(result, source, index);
    }

    /**
     * The source repeated along axes of length 1, or that it does not have, to the target: {@link Shape#broadcast}.
     *
     * @throws ShapeException if the target is not what the source stretches to
     */
    public static Selection stretch(Shape shape, Shape target) {
        if (!shape.broadcast(target).equals(target)) {
            throw new ShapeException("shape " + shape + " to be stretched to " + target, "lengths equal to it or 1");
        }
        int[] aligned = IntStream.range(0, target.rank())
                .map(d -> d < target.rank() - shape.rank() ? 1 : shape.length(d - target.rank()))
                .toArray();
        int[][] places = new int[target.rank()][];
        for (int d = 0; d < places.length; d++) {
            int length = aligned[d];
            places[d] = IntStream.range(0, target.length(d))
                    .map(i -> length == 1 ? 0 : i)
                    .toArray();
        }
        return byAxes(Shape.of(aligned), List.of(places));
    }

    /** The entries along these axes in reverse. */
    public static Selection reverse(Shape shape, int... axes) {
        int[][] places = everything(shape);
        for (int axis : axes) {
            int length = shape.length(axis);
            places[shape.axis(axis)] =
                    IntStream.range(0, length).map(i -> length - 1 - i).toArray();
        }
        return byAxes(shape, List.of(places));
    }

    /** The whole source {@code times[d]} times along each axis d. */
    public static Selection tile(Shape shape, int... times) {
        if (times.length != shape.rank()) {
            throw new ShapeException(times.length + " numbers of repetitions", "one an axis of " + shape);
        }
        int[][] places = new int[times.length][];
        for (int d = 0; d < times.length; d++) {
            int length = shape.length(d);
            int total = shape.with(d, Math.multiplyExact(length, times[d])).length(d);
            places[d] = IntStream.range(0, total).map(i -> i % length).toArray();
        }
        return byAxes(shape, List.of(places));
    }

    /** Each entry {@code times} times in a row along an axis. */
    public static Selection repeat(Shape shape, int axis, int times) {
        int total =
                shape.with(axis, Math.multiplyExact(shape.length(axis), times)).length(axis);
        return along(shape, axis, IntStream.range(0, total).map(i -> i / times).toArray());
    }
}
