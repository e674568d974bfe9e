package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.model.ElementType;
import gradlab.analysis.tensor.BinaryFunction;
import gradlab.analysis.tensor.Choices;
import gradlab.analysis.tensor.Pairs;
import gradlab.analysis.tensor.Rearranging;
import gradlab.analysis.tensor.Selection;
import gradlab.analysis.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What picks entries, or puts them in, by index. */
final class IndexOperators {
    private IndexOperators() {}

    static void addTo(Map<String, Operator> table) {
        table.put("Gather", IndexOperators::gather);
        table.put("GatherElements", IndexOperators::gatherElements);
        table.put("GatherND", IndexOperators::gatherNd);
        table.put("Scatter", IndexOperators::scatterElements);
        table.put("ScatterElements", IndexOperators::scatterElements);
        table.put("ScatterND", IndexOperators::scatterNd);
        table.put("Compress", IndexOperators::compress);
    }

    private static <T> List<Value<T>> gather(Call<T> call) {
        IntegerTensor indices = call.whole(1);
        return call.select(
                Rearranging.gather(call.shape(0), call.integer("axis", 0), indices.toInts(), indices.shape()));
    }

    private static <T> List<Value<T>> compress(Call<T> call) {
        boolean flat = call.node().find("axis").isEmpty();
        Shape shape = flat ? Shape.of(call.shape(0).size()) : call.shape(0);
        int axis = flat ? 0 : call.integer("axis", 0);
        long[] condition = call.whole(1).toArray();
        int[] places = IntStream.range(0, condition.length)
                .filter(i -> condition[i] != 0)
                .toArray();
        return List.of(call.value(0)
                .reshape(call.algebra(), shape)
                .select(call.algebra(), Rearranging.gather(shape, axis, places, Shape.of(places.length))));
    }

    /** The places in the data that a tensor of indices along an axis names. */
    private static int[] along(Shape data, IntegerTensor indices, int axis) {
        Shape shape = indices.shape();
        int at = data.axis(axis);
        if (shape.rank() != data.rank()) {
            throw new ShapeException("indices of shape " + shape, "as many axes as " + data);
        }
        int[] strides = data.strides();
        int[] places = new int[shape.size()];
        for (int e = 0; e < places.length; e++) {
            int[] where = shape.indices(e);
            where[at] = inside(indices.get(e), data.length(at));
            for (int d = 0; d < where.length; d++) {
                places[e] += inside(where[d], data.length(d)) * strides[d];
            }
        }
        return places;
    }

    static int inside(long index, int length) {
        if (index < -length || index >= length) {
            throw new ShapeException("index " + index, "one from " + -length + " to below " + length);
        }
        return (int) (index < 0 ? index + length : index);
    }

    private static <T> List<Value<T>> gatherElements(Call<T> call) {
        IntegerTensor indices = call.whole(1);
        return call.select(Selection.of(indices.shape(), along(call.shape(0), indices, call.integer("axis", 0))));
    }

    /** The first place of each slice that the last axis of the indices names, after {@code batch} shared axes. */
    private static int[] starts(Shape data, IntegerTensor indices, int batch) {
        Shape shape = indices.shape();
        int width = shape.length(-1);
        if (batch < 0 || batch + width > data.rank() || batch >= shape.rank()) {
            throw new ShapeException("indices of shape " + shape, "at most as many indices as " + data + " has axes");
        }
        int[] strides = data.strides();
        int[] starts = new int[width == 0 ? shape.size(0, shape.rank() - 1) : shape.size() / width];
        int perBatch = Math.max(1, starts.length / Math.max(1, shape.size(0, batch)));
        int batchStride = data.size(batch, data.rank());
        for (int s = 0; s < starts.length; s++) {
            starts[s] = s / perBatch * batchStride;
            for (int k = 0; k < width; k++) {
                starts[s] += inside(indices.get(s * width + k), data.length(batch + k)) * strides[batch + k];
            }
        }
        return starts;
    }

    private static <T> List<Value<T>> gatherNd(Call<T> call) {
        Shape data = call.shape(0);
        IntegerTensor indices = call.whole(1);
        int batch = call.integer("batch_dims", 0);
        int[] starts = starts(data, indices, batch);
        int width = indices.shape().length(-1);
        int block = data.size(batch + width, data.rank());
        int[] index = new int[Math.multiplyExact(starts.length, block)];
        for (int e = 0; e < index.length; e++) {
            index[e] = starts[e / block] + e % block;
        }
        Shape result = Shape.of(IntStream.concat(
                        IntStream.range(0, indices.shape().rank() - 1).map(indices.shape()::length),
                        IntStream.range(batch + width, data.rank()).map(data::length))
                .toArray());
        return call.select(Selection.of(result, index));
    }

    private static <T> List<Value<T>> scatterElements(Call<T> call) {
        IntegerTensor indices = call.whole(1);
        if (!indices.shape().equals(call.shape(2))) {
            throw new ShapeException("updates of shape " + call.shape(2), "the indices' " + indices.shape());
        }
        return List.of(scatter(call, along(call.shape(0), indices, call.integer("axis", 0))));
    }

    private static <T> List<Value<T>> scatterNd(Call<T> call) {
        Shape data = call.shape(0);
        IntegerTensor indices = call.whole(1);
        int[] starts = starts(data, indices, 0);
        int block = data.size(indices.shape().length(-1), data.rank());
        if ((long) starts.length * block != call.shape(2).size()) {
            throw new ShapeException("updates of shape " + call.shape(2), "one for each index");
        }
        int[] places = new int[starts.length * block];
        for (int e = 0; e < places.length; e++) {
            places[e] = starts[e / block] + e % block;
        }
        return List.of(scatter(call, places));
    }

    /**
     * Puts update e at place {@code places[e]}. Updates that meet an earlier one at a place wait for a later round, so
     * that each round is a selection, and a combination where there is a reduction.
     */
    private static <T> Value<T> scatter(Call<T> call, int[] places) {
        Shape shape = call.shape(0);
        String reduction = call.node().text("reduction", "none");
        Value<T> result = call.value(0);
        boolean[] done = new boolean[places.length];
        for (int left = places.length; left > 0; ) {
            int[] update = new int[shape.size()];
            Arrays.fill(update, -1);
            for (int e = 0; e < places.length; e++) {
                if (!done[e] && update[places[e]] < 0) {
                    update[places[e]] = e;
                    done[e] = true;
                    left--;
                }
            }
            result = round(call, result, update, reduction);
        }
        return result;
    }

    private static <T> Value<T> round(Call<T> call, Value<T> before, int[] update, String reduction) {
        Shape shape = call.shape(0);
        Value<T> combined = call.value(2);
        int[] place = update;
        if (!reduction.equals("none")) {
            int[] fromUpdates = Arrays.stream(update).map(e -> Math.max(0, e)).toArray();
            Value<T> there = call.value(2).select(call.algebra(), Selection.of(shape, fromUpdates));
            combined = combine(call, before, there, reduction);
            place = IntStream.range(0, update.length).toArray();
        }
        int[] source = new int[update.length];
        int[] index = new int[update.length];
        for (int i = 0; i < index.length; i++) {
            source[i] = update[i] < 0 ? 0 : 1;
            index[i] = update[i] < 0 ? i : place[i];
        }
        return Value.select(call.algebra(), List.of(before, combined), Selection.of(shape, source, index));
    }

    private static <T> Value<T> combine(Call<T> call, Value<T> a, Value<T> b, String reduction) {
        BinaryFunction f = switch (reduction) {
            case "add" -> Pairs.ADD;
            case "mul" -> Pairs.MULTIPLY;
            case "max" -> Choices.MAXIMUM;
            case "min" -> Choices.MINIMUM;
            default -> throw new ShapeException("an unknown reduction", "none, add, mul, max or min");
        };
        T result = call.algebra().combine(f, a.real(call.algebra()), b.real(call.algebra()));
        if (a.isReal()) {
            return new Value.Real<>(result);
        }
        ElementType type = a.whole().type();
        long[] whole = Arrays.stream(call.algebra().approximate(result))
                .mapToLong(v -> (long) v)
                .toArray();
        return new Value.Whole<>(IntegerTensor.of(type, a.whole().shape(), whole));
    }
}
