package gradlab.dynamics.diagnosis;

import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import gradlab.dynamics.data.CsvRows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads logs as tables: a line of names, then rows of numbers with empty fields where nothing was logged, as Lightning and most
 * loops leave them; separated by commas, semicolons or tabs. Columns that nothing can be diagnosed from may hold texts.
 */
final class TableLog {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_COLUMNS = 100_000;

    private final SourceBytes source;
    private final LogCollector collector;
    private final List<String> notes = new ArrayList<>();
    private List<String> names = List.of();
    private @Nullable SourceException pending;

    private TableLog(SourceBytes source) {
        this.source = source;
        this.collector = new LogCollector(source.name());
    }

    /** Whether the first line may be a line of names: printable, and not all numbers. */
    static boolean recognises(SourceBytes source) {
        String line = firstLine(source);
        boolean printable = !line.isBlank() && line.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f));
        return printable && LogNumber.of(line.split("[,;\t]", 2)[0].strip()) == null;
    }

    private static String firstLine(SourceBytes source) {
        int size = Math.min(source.size(), LONGEST_LINE);
        byte[] start = new byte[size];
        source.slice(0, size, "the first line").get(start);
        String text = new String(start, StandardCharsets.UTF_8);
        return text.replaceFirst("^\uFEFF", "").lines().findFirst().orElse("");
    }

    static RunLog read(SourceBytes source) {
        return new TableLog(source).read();
    }

    private RunLog read() {
        CsvRows.of(source, separator(firstLine(source))).forEach(this::row);
        if (pending != null) {
            notes.add("the last row is cut off; what comes before is kept");
        }
        return new RunLog(source.name(), "CSV", collector.series(), Optional.empty(), notes);
    }

    private static char separator(String line) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            long found = line.chars().filter(c -> c == candidate).count();
            char held = best;
            best = found > line.chars().filter(c -> c == held).count() ? candidate : best;
        }
        return best;
    }

    private boolean row(Position place, List<String> fields) {
        if (pending != null) {
            throw pending;
        }
        if (names.isEmpty()) {
            names = header(place, fields);
        } else if (fields.size() != names.size()) {
            pending = SourceException.at(
                    source.name(), place, fields.size() + " fields", names.size() + " fields, as in the first line");
        } else {
            collector.row(numbers(place, fields));
        }
        return true;
    }

    private List<String> header(Position place, List<String> fields) {
        if (fields.size() > MOST_COLUMNS) {
            throw SourceException.at(
                    source.name(), place, fields.size() + " columns", "at most " + MOST_COLUMNS + " columns");
        }
        return fields.stream()
                .map(name -> name.replaceFirst("^\uFEFF", "").strip())
                .map(name -> isStep(name) ? "step" : name)
                .toList();
    }

    /** TensorBoard and W&B export the step with a capital letter. */
    private static boolean isStep(String name) {
        return name.equals("Step");
    }

    private Map<String, Double> numbers(Position place, List<String> fields) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int j = 0; j < fields.size(); j++) {
            String text = fields.get(j).strip();
            if (LogNumber.isMissing(text)) {
                continue;
            }
            Double number = LogNumber.of(text);
            String name = names.get(j);
            if (number != null) {
                numbers.put(name, number);
            } else if (SeriesName.of(name).quantity() != Quantity.OTHER) {
                throw SourceException.at(
                        source.name(),
                        place,
                        SourceException.quote(text) + " in column " + SourceException.quote(name),
                        "a number, nan, inf or nothing");
            }
        }
        return numbers;
    }
}
