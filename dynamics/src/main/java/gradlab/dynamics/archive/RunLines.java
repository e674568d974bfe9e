package gradlab.dynamics.archive;

import gradlab.dynamics.training.Series;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A finished record as the lines of JSON that {@link RunArchive} keeps while a run goes on. */
public final class RunLines {
    private RunLines() {}

    /** One line a recorded step. */
    public static String of(Map<String, Series> series) {
        SortedMap<Integer, SortedMap<String, Double>> rows = new TreeMap<>();
        series.forEach((name, one) -> {
            for (int i = 0; i < one.size(); i++) {
                rows.computeIfAbsent(one.step(i), step -> new TreeMap<>()).put(name, one.value(i));
            }
        });
        StringBuilder text = new StringBuilder();
        rows.forEach((step, numbers) -> text.append(JsonLine.text(step, numbers)));
        return text.toString();
    }
}
