package gradlab.dynamics.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers from the input to the output. Names that differ in numbers alone ({@code layer2.weight}, {@code layer10.weight})
 * follow these; names of different words keep the order of the log, which in PyTorch is the order of definition.
 */
final class DepthOrder {
    private static final int WIDTH = 12;

    private DepthOrder() {}

    /** Sorts; a series whose parts are there too ({@code layer2} beside {@code layer2/branch}) is left out. */
    static List<LogSeries> of(List<LogSeries> series) {
        Map<String, List<LogSeries>> groups = new LinkedHashMap<>();
        for (LogSeries one : series) {
            if (series.stream().noneMatch(other -> other.layer().startsWith(one.layer() + "/"))) {
                groups.computeIfAbsent(stem(one.layer()), stem -> new ArrayList<>())
                        .add(one);
            }
        }
        List<LogSeries> ordered = new ArrayList<>();
        for (List<LogSeries> group : groups.values()) {
            group.sort((a, b) -> padded(a.layer()).compareTo(padded(b.layer())));
            ordered.addAll(group);
        }
        return ordered;
    }

    /** The words before the first number. */
    private static String stem(String layer) {
        return layer.split("\\d", 2)[0];
    }

    /** Numbers padded, so that layer10 comes after layer9. */
    private static String padded(String layer) {
        StringBuilder text = new StringBuilder();
        for (String part : layer.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)", -1)) {
            boolean number = !part.isEmpty() && Character.isDigit(part.charAt(0));
            text.append(number ? "0".repeat(Math.max(0, WIDTH - part.length())) + part : part);
        }
        return text.toString();
    }
}
