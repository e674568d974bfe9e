package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.model.ElementType;
import gradlab.analysis.tensor.Selection;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What looks for entries by their values. Which ones are found has no derivative; the entries have. */
final class SearchOperators {
    private SearchOperators() {}

    static void addTo(Map<String, Operator> table) {
        table.put("ArgMax", SearchOperators::argMax);
        table.put("ArgMin", SearchOperators::argMin);
        table.put("TopK", SearchOperators::topK);
        table.put("NonZero", SearchOperators::nonZero);
        table.put("Hardmax", SearchOperators::hardmax);
    }

    /** The values that are compared. */
    private static <T> double[] values(Call<T> call) {
        return call.algebra().approximate(call.real(0));
    }

    private static <T> List<Value<T>> argMax(Call<T> call) {
        return Call.one(extreme(call, 1));
    }

    private static <T> List<Value<T>> argMin(Call<T> call) {
        return Call.one(extreme(call, -1));
    }

    private static <T> IntegerTensor extreme(Call<T> call, int sign) {
        Shape shape = call.shape(0);
        int axis = shape.axis(call.integer("axis", 0));
        boolean last = call.integer("select_last_index", 0) == 1;
        int[] best = best(values(call), shape, axis, sign, last);
        long[] entries = IntStream.of(best).asLongStream().toArray();
        Shape reduced = shape.reduced(axis);
        return IntegerTensor.of(
                ElementType.I64, call.integer("keepdims", 1) == 1 ? reduced : shape.without(axis), entries);
    }

    /** For each line along the axis the place of its largest (sign 1) or smallest (-1) entry. */
    private static int[] best(double[] values, Shape shape, int axis, int sign, boolean last) {
        int inner = shape.size(axis + 1, shape.rank());
        int length = shape.length(axis);
        if (length == 0) {
            throw new ShapeException("an empty axis", "at least one entry");
        }
        int[] best = new int[shape.reduced(axis).size()];
        for (int line = 0; line < best.length; line++) {
            int start = line / inner * length * inner + line % inner;
            for (int i = 1; i < length; i++) {
                int order = Double.compare(values[start + i * inner], values[start + best[line] * inner]) * sign;
                if (order > 0 || (order == 0 && last)) {
                    best[line] = i;
                }
            }
        }
        return best;
    }

    private static <T> List<Value<T>> hardmax(Call<T> call) {
        Shape shape = call.shape(0);
        boolean flat = call.opset() < 13;
        int axis = shape.axis(call.integer("axis", flat ? 1 : -1));
        Shape seen = flat ? Shape.of(shape.size(0, axis), shape.size(axis, shape.rank())) : shape;
        int along = flat ? 1 : axis;
        int[] best = best(values(call), seen, along, 1, false);
        int inner = seen.size(along + 1, seen.rank());
        double[] entries = new double[shape.size()];
        for (int line = 0; line < best.length; line++) {
            entries[line / inner * seen.length(along) * inner + best[line] * inner + line % inner] = 1;
        }
        return Call.one(call.algebra().constant(shape, entries));
    }

    private static <T> List<Value<T>> topK(Call<T> call) {
        Shape shape = call.shape(0);
        int axis = shape.axis(call.integer("axis", -1));
        int k = call.has(1) ? Math.toIntExact(call.whole(1).only()) : call.integer("k", 1);
        int length = shape.length(axis);
        if (k < 0 || k > length) {
            throw new ShapeException("the " + k + " largest of " + length, "at most all of them");
        }
        int sign = call.integer("largest", 1) == 1 ? -1 : 1;
        double[] values = values(call);
        Shape result = shape.with(axis, k);
        int inner = shape.size(axis + 1, shape.rank());
        int[] index = new int[result.size()];
        long[] places = new long[index.length];
        for (int line = 0; line < shape.reduced(axis).size(); line++) {
            int start = line / inner * length * inner + line % inner;
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, length).boxed().toList());
            order.sort(Comparator.comparing(i -> values[start + i * inner], (a, b) -> sign * Double.compare(a, b)));
            for (int i = 0; i < k; i++) {
                int to = line / inner * k * inner + i * inner + line % inner;
                places[to] = order.get(i);
                index[to] = start + order.get(i) * inner;
            }
        }
        return List.of(
                call.value(0).select(call.algebra(), Selection.of(result, index)),
                new Value.Whole<>(IntegerTensor.of(ElementType.I64, result, places)));
    }

    /** The indices of what is not zero, one column each. */
    private static <T> List<Value<T>> nonZero(Call<T> call) {
        double[] values = values(call);
        Shape shape = call.shape(0);
        int[] found =
                IntStream.range(0, values.length).filter(e -> values[e] != 0).toArray();
        long[] entries = new long[shape.rank() * found.length];
        for (int i = 0; i < found.length; i++) {
            int[] at = shape.indices(found[i]);
            for (int d = 0; d < at.length; d++) {
                entries[d * found.length + i] = at[d];
            }
        }
        return Call.one(IntegerTensor.of(ElementType.I64, Shape.of(shape.rank(), found.length), entries));
    }
}
