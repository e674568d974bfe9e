package gradlab.analysis.inference;

import gradlab.analysis.block.AveragePooling;
import gradlab.analysis.block.MaxPooling;
import gradlab.analysis.model.ElementType;
import gradlab.analysis.tensor.Patches;
import gradlab.analysis.tensor.Selection;
import gradlab.analysis.tensor.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Means and maxima over windows, and over everything. */
final class PoolingOperators {
    private PoolingOperators() {}

    static void addTo(Map<String, Operator> table) {
        table.put("AveragePool", PoolingOperators::average);
        table.put("MaxPool", PoolingOperators::max);
        table.put("GlobalAveragePool", PoolingOperators::globalAverage);
        table.put("GlobalMaxPool", PoolingOperators::globalMax);
    }

    private static <T> Patches window(Call<T> call) {
        Patches window = Windows.of(call, call.shape(0), Windows.kernel(call, List.of()));
        Patches seen = call.integer("ceil_mode", 0) == 1 ? Windows.roundedUp(window, call.shape(0)) : window;
        Windows.requireRoom(call.shape(0), seen);
        return seen;
    }

    private static <T> List<Value<T>> average(Call<T> call) {
        Shape shape = call.shape(0);
        Patches window = window(call);
        double[] counts =
                call.integer("count_include_pad", 0) == 1 ? countsWithPadding(call, window) : window.inside(shape);
        T each = call.algebra().constant(Shape.of(counts.length), counts);
        return Call.one(AveragePooling.pool(call.algebra(), call.real(0), window, each));
    }

    /** How much of each window lies within the padding that the model asks for; rounding up adds nothing to it. */
    private static <T> double[] countsWithPadding(Call<T> call, Patches seen) {
        Shape shape = call.shape(0);
        Patches asked = Windows.of(call, shape, seen.kernel());
        Shape padded = shape;
        for (int d = 0; d < seen.kernel().size(); d++) {
            padded = padded.with(
                    d + 2,
                    shape.length(d + 2) + asked.before().get(d) + asked.after().get(d));
        }
        List<Integer> more = IntStream.range(0, seen.kernel().size())
                .mapToObj(d -> seen.after().get(d) - asked.after().get(d))
                .toList();
        List<Integer> none = Collections.nCopies(more.size(), 0);
        return new Patches(seen.kernel(), seen.stride(), seen.dilation(), none, more).inside(padded);
    }

    private static <T> List<Value<T>> max(Call<T> call) {
        Patches window = window(call);
        T pooled = MaxPooling.pool(call.algebra(), call.real(0), window, Double.NEGATIVE_INFINITY);
        Value<T> real = new Value.Real<>(pooled);
        Value<T> largest = call.value(0).isReal()
                ? real
                : GenerationOperators.cast(call, real, call.whole(0).type());
        return call.node().outputs().size() < 2
                ? List.of(largest)
                : List.of(
                        largest,
                        new Value.Whole<>(places(call, window, call.algebra().shape(pooled))));
    }

    /** Where in the whole input each maximum was found first. */
    private static <T> IntegerTensor places(Call<T> call, Patches window, Shape result) {
        boolean columnFirst = call.integer("storage_order", 0) != 0;
        double[] entries = call.algebra().approximate(call.real(0));
        Selection patches = window.of(call.shape(0));
        int count = window.places();
        int positions = patches.shape().length(3);
        long[] places = new long[result.size()];
        for (int r = 0; r < places.length; r++) {
            int start = r / positions * count * positions + r % positions;
            int best = patches.index(start);
            for (int k = 1; k < count; k++) {
                int place = patches.index(start + k * positions);
                if (seen(entries, place) > seen(entries, best)) {
                    best = place;
                }
            }
            int found = Math.max(0, best);
            places[r] = columnFirst ? columnByColumn(call.shape(0), found) : found;
        }
        return IntegerTensor.of(ElementType.I64, result, places);
    }

    private static double seen(double[] entries, int place) {
        return place == Selection.ZERO ? Double.NEGATIVE_INFINITY : entries[place];
    }

    /** The same place if the spatial axes are counted with the first one fastest. */
    private static int columnByColumn(Shape shape, int place) {
        int[] at = shape.indices(place);
        int area = shape.size(2, shape.rank());
        int inside = 0;
        for (int d = shape.rank() - 1; d >= 2; d--) {
            inside = inside * shape.length(d) + at[d];
        }
        return place / area * area + inside;
    }

    private static <T> int[] spatial(Call<T> call) {
        return IntStream.range(2, call.shape(0).rank()).toArray();
    }

    private static <T> List<Value<T>> globalAverage(Call<T> call) {
        return Call.one(call.math().mean(call.real(0), spatial(call)));
    }

    private static <T> List<Value<T>> globalMax(Call<T> call) {
        return Call.one(call.algebra().max(call.real(0), spatial(call)));
    }
}
