package gradlab.dynamics.archive;

import gradlab.analysis.source.SafeWrite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of a run in two more formats, both made anew from the lines of JSON when a run goes on: a table, whose columns are
 * those of the first row, and which is written again with more when a row brings some; and events for TensorBoard.
 */
final class RowFiles implements AutoCloseable {
    private final Path table;
    private final GrowingFile events;
    private final Set<String> columns = new LinkedHashSet<>();
    private final List<JsonLine> rows = new ArrayList<>();
    private GrowingFile lines;

    RowFiles(Path folder) {
        this.table = folder.resolve(RunFiles.TABLE);
        this.events = GrowingFile.at(folder.resolve(RunFiles.EVENTS), false);
        this.events.append(EventRecord.version());
        this.lines = GrowingFile.at(table, false);
    }

    void add(int step, Map<String, Double> numbers) {
        SortedMap<String, Double> sorted = new TreeMap<>(numbers);
        JsonLine row = new JsonLine(step, sorted);
        rows.add(row);
        if (columns.addAll(sorted.keySet())) {
            rewrite();
        } else {
            lines.append(bytes(line(row)));
        }
        events.append(EventRecord.of(step, sorted));
    }

    private void rewrite() {
        lines.close();
        StringBuilder text = new StringBuilder("step");
        columns.forEach(name -> text.append(',').append(name));
        text.append('\n');
        rows.forEach(row -> text.append(line(row)));
        SafeWrite.text(table, text.toString());
        lines = GrowingFile.at(table, true);
    }

    private String line(JsonLine row) {
        StringBuilder text = new StringBuilder().append(row.step());
        for (String name : columns) {
            Double value = row.numbers().get(name);
            text.append(',').append(value == null ? "" : value.toString());
        }
        return text.append('\n').toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        lines.close();
        events.close();
    }
}
