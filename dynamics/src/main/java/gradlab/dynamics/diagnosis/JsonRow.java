package gradlab.dynamics.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one logged JSON object. What is nested gets a name with slashes. A histogram as W&B writes it counts as the norm
 * of the numbers in it, each taken at the middle of its bin: sqrt(sum of count x middle^2), off by at most half a bin's width
 * times the root of the count.
 */
final class JsonRow {
    private static final int MOST_BINS = 1 << 16;

    private JsonRow() {}

    static Map<String, Double> numbers(Map<?, ?> row) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        gather("", row, numbers);
        return numbers;
    }

    private static void gather(String prefix, Map<?, ?> object, Map<String, Double> into) {
        object.forEach((key, value) -> {
            String name = prefix + key;
            Double number = JsonTree.number(value);
            if (number != null) {
                into.put(name, number);
            } else if (value instanceof Map<?, ?> inner) {
                Double norm = "histogram".equals(inner.get("_type")) ? norm(inner) : null;
                if (norm != null) {
                    into.put(name, norm);
                } else {
                    gather(name + "/", inner, into);
                }
            }
        });
    }

    private static @Nullable Double norm(Map<?, ?> histogram) {
        double[] counts = list(histogram.get("values"));
        double[] edges = histogram.get("packedBins") instanceof Map<?, ?> packed
                ? edges(packed, counts.length)
                : list(histogram.get("bins"));
        if (counts.length == 0 || edges.length != counts.length + 1) {
            return null;
        }
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double middle = (edges[i] + edges[i + 1]) / 2;
            sum += counts[i] == 0 ? 0 : counts[i] * middle * middle;
        }
        return Math.sqrt(sum);
    }

    private static double[] edges(Map<?, ?> packed, int bins) {
        Double least = JsonTree.number(packed.get("min"));
        Double width = JsonTree.number(packed.get("size"));
        if (least == null || width == null || bins > MOST_BINS) {
            return new double[0];
        }
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = least + i * width;
        }
        return edges;
    }

    private static double[] list(@Nullable Object value) {
        if (!(value instanceof List<?> items)) {
            return new double[0];
        }
        return items.stream()
                .map(JsonTree::number)
                .mapToDouble(number -> number == null ? Double.NaN : number)
                .toArray();
    }
}
