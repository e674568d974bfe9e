package gradlab.dynamics.archive;

import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceException;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row as one line of JSON, and back: the shortest decimals that give the same binary64 numbers.
 *
 * @param step the step
 * @param numbers its finite numbers by name
 */
record JsonLine(int step, SortedMap<String, Double> numbers) {
    private static final Pattern FIELD = Pattern.compile("\"([A-Za-z0-9_./-]+)\": (-?[0-9][0-9.E-]*)");

    static String text(int step, Map<String, Double> numbers) {
        StringJoiner fields = new StringJoiner(", ", "{", "}\n");
        fields.add("\"step\": " + step);
        new TreeMap<>(numbers).forEach((name, value) -> fields.add("\"" + name + "\": " + value));
        return fields.toString();
    }

    /** Reads line number {@code number}, from 1, of a file that {@link #text} wrote. */
    static JsonLine read(String file, int number, String line) {
        SortedMap<String, Double> found = new TreeMap<>();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            found.put(field.group(1), Double.parseDouble(field.group(2)));
        }
        Double step = found.remove("step");
        if (step == null || !text(step.intValue(), found).equals(line + "\n")) {
            throw SourceException.at(
                    file, new Position(number, 1), SourceException.quote(line), "a line that a run wrote");
        }
        return new JsonLine(step.intValue(), found);
    }
}
