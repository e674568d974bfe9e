package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Padding;
import gradlab.analysis.tensor.Rearranging;
import gradlab.analysis.tensor.Selection;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What cuts tensors, joins them and adds to their ends. */
final class SliceOperators {
    private SliceOperators() {}

    static void addTo(Map<String, Operator> table) {
        table.put("Concat", SliceOperators::concat);
        table.put("Split", SliceOperators::split);
        table.put("Slice", SliceOperators::slice);
        table.put("Pad", SliceOperators::pad);
        table.put("Trilu", SliceOperators::trilu);
        table.put("ReverseSequence", SliceOperators::reverseSequence);
    }

    private static <T> List<Value<T>> concat(Call<T> call) {
        List<Shape> shapes =
                call.values().stream().map(v -> v.shape(call.algebra())).toList();
        return List.of(
                Value.select(call.algebra(), call.values(), Rearranging.concatenate(shapes, call.integer("axis", 1))));
    }

    /** The parts' lengths as given, or as many equal parts as there are outputs, the last one maybe shorter. */
    private static <T> List<Value<T>> split(Call<T> call) {
        Shape shape = call.shape(0);
        int axis = shape.axis(call.integer("axis", 0));
        int parts = call.node().outputs().size();
        int each = -Math.floorDiv(-shape.length(axis), Math.max(1, parts));
        int[] lengths = call.numbers(1, "split")
                .orElseGet(() -> IntStream.range(0, parts)
                        .map(i -> Math.max(0, Math.min(each, shape.length(axis) - i * each)))
                        .toArray());
        if (Arrays.stream(lengths).anyMatch(n -> n < 0)
                || Arrays.stream(lengths).asLongStream().sum() != shape.length(axis)) {
            throw new ShapeException("parts " + Arrays.toString(lengths), "parts that add up to " + shape.length(axis));
        }
        List<Value<T>> results = new ArrayList<>();
        int start = 0;
        for (int length : lengths) {
            results.addAll(call.select(Rearranging.slice(shape, axis, start, 1, length)));
            start += length;
        }
        return results;
    }

    private static <T> List<Value<T>> slice(Call<T> call) {
        Shape shape = call.shape(0);
        long[] starts = bounds(call, 1, "starts");
        long[] ends = bounds(call, 2, "ends");
        int[] axes = call.numbers(3, "axes")
                .orElseGet(() -> IntStream.range(0, starts.length).toArray());
        int[] steps = call.has(4)
                ? call.whole(4).toInts()
                : IntStream.range(0, starts.length).map(i -> 1).toArray();
        if (ends.length != starts.length || axes.length != starts.length || steps.length != starts.length) {
            throw new ShapeException("starts, ends, axes and steps of different lengths", "equal ones");
        }
        Value<T> value = call.value(0);
        for (int i = 0; i < axes.length; i++) {
            int length = shape.length(axes[i]);
            if (steps[i] == 0) {
                throw new ShapeException("a step of 0", "another one");
            }
            boolean back = steps[i] < 0;
            int start = clamp(starts[i], length, 0, back ? length - 1 : length);
            int end = clamp(ends[i], length, back ? -1 : 0, back ? length - 1 : length);
            int count = Math.max(0, -Math.floorDiv(start - end, steps[i]));
            value = value.select(
                    call.algebra(),
                    Rearranging.slice(value.shape(call.algebra()), axes[i], Math.max(0, start), steps[i], count));
        }
        return List.of(value);
    }

    private static <T> long[] bounds(Call<T> call, int input, String attribute) {
        if (call.has(input)) {
            return call.whole(input).toArray();
        }
        return call
                .node()
                .integers(attribute)
                .orElseThrow(() -> new ShapeException("no " + attribute, attribute))
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static int clamp(long place, int length, int least, int most) {
        long counted = place < 0 ? place + length : place;
        return (int) Math.max(least, Math.min(most, counted));
    }

    private static <T> List<Value<T>> pad(Call<T> call) {
        Shape shape = call.shape(0);
        int rank = shape.rank();
        int[] pads = call.numbers(1, "pads").orElseThrow(() -> new ShapeException("no pads", "pads"));
        int[] axes = call.has(3) ? call.whole(3).toInts() : shape.axes();
        if (pads.length != 2 * axes.length) {
            throw new ShapeException(pads.length + " pads", "two an axis, " + 2 * axes.length);
        }
        int[] before = new int[rank];
        int[] after = new int[rank];
        long[] sizes = new long[rank];
        for (int i = 0; i < axes.length; i++) {
            before[shape.axis(axes[i])] = pads[i];
            after[shape.axis(axes[i])] = pads[axes.length + i];
        }
        for (int d = 0; d < rank; d++) {
            sizes[d] = (long) shape.length(d) + before[d] + after[d];
        }
        Call.requireRoom(sizes);
        return switch (call.node().text("mode", "constant")) {
            case "constant" -> List.of(padConstant(call, Padding.ZERO.of(shape, before, after)));
            case "reflect" -> call.select(Padding.REFLECT.of(shape, before, after));
            case "edge" -> call.select(Padding.EDGE.of(shape, before, after));
            case "wrap" -> call.select(Padding.CIRCULAR.of(shape, before, after));
            default -> throw new ShapeException("an unknown mode", "constant, reflect, edge or wrap");
        };
    }

    /** Where the selection has zeros, the value comes from a second source. */
    private static <T> Value<T> padConstant(Call<T> call, Selection zeros) {
        Value<T> fill = call.has(2)
                ? call.value(2)
                : call.value(0).isReal()
                        ? new Value.Real<>(call.constant("value", 0))
                        : new Value.Whole<>(IntegerTensor.of(call.whole(0).type(), Shape.of(), 0));
        int[] source = new int[zeros.size()];
        int[] index = new int[zeros.size()];
        for (int e = 0; e < index.length; e++) {
            boolean outside = zeros.index(e) == Selection.ZERO;
            source[e] = outside ? 1 : 0;
            index[e] = outside ? 0 : zeros.index(e);
        }
        return Value.select(call.algebra(), List.of(call.value(0), fill), Selection.of(zeros.shape(), source, index));
    }

    private static <T> List<Value<T>> trilu(Call<T> call) {
        Shape shape = call.shape(0);
        boolean upper = call.integer("upper", 1) == 1;
        long diagonal = call.has(1) ? call.whole(1).only() : 0;
        int rows = shape.length(-2);
        int columns = shape.length(-1);
        int[] index = new int[shape.size()];
        for (int e = 0; e < index.length; e++) {
            long above = (long) e % columns - e / columns % rows - diagonal;
            index[e] = (upper ? above >= 0 : above <= 0) ? e : Selection.ZERO;
        }
        return call.select(Selection.of(shape, index));
    }

    /** The first {@code lengths[b]} entries along the time axis in reverse, for each place b along the batch axis. */
    private static <T> List<Value<T>> reverseSequence(Call<T> call) {
        Shape shape = call.shape(0);
        int[] lengths = call.whole(1).toInts();
        int batch = shape.axis(call.integer("batch_axis", 1));
        int time = shape.axis(call.integer("time_axis", 0));
        if (lengths.length != shape.length(batch)
                || Arrays.stream(lengths).anyMatch(n -> n < 0 || n > shape.length(time))) {
            throw new ShapeException("lengths " + Arrays.toString(lengths), "one a batch, within " + shape);
        }
        int stride = shape.strides()[time];
        int[] index = new int[shape.size()];
        for (int e = 0; e < index.length; e++) {
            int[] at = shape.indices(e);
            int length = lengths[at[batch]];
            int t = at[time];
            index[e] = t < length ? e + (length - 1 - 2 * t) * stride : e;
        }
        return call.select(Selection.of(shape, index));
    }
}
