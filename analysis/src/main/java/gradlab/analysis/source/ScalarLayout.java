package gradlab.analysis.source;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * The characters of a scalar as they stand in a file.
 *
 * @param text the lines that the scalar stands in; of several, the first with blanks in place of what is not the scalar
 * @param origin where the text starts
 */
record ScalarLayout(String text, Position origin) {

    /** Places in longer lines are not looked for: each one costs a walk along its line. */
    private static final int LONGEST_LINE = 10_000;

    /** The layout of a scalar in the lines of its file, unless these are very long. */
    static Optional<ScalarLayout> of(List<String> lines, ScalarEvent event) {
        int first = event.getStartMark().orElseThrow().getLine();
        int last = Math.min(event.getEndMark().orElseThrow().getLine(), lines.size() - 1);
        return first > last || lines.subList(first, last + 1).stream().anyMatch(line -> line.length() > LONGEST_LINE)
                ? Optional.empty()
                : Optional.of(inShortLines(lines, event));
    }

    private static ScalarLayout inShortLines(List<String> lines, ScalarEvent event) {
        Mark start = event.getStartMark().orElseThrow();
        Mark end = event.getEndMark().orElseThrow();
        boolean block = event.getScalarStyle() == ScalarStyle.LITERAL || event.getScalarStyle() == ScalarStyle.FOLDED;
        int quote = block || event.isPlain() ? 0 : 1;
        String first = lines.get(start.getLine());
        int from = block ? first.length() : offset(first, start.getColumn() + quote);
        if (start.getLine() == end.getLine()) {
            int to = offset(first, end.getColumn() - quote);
            return new ScalarLayout(
                    first.substring(from, Math.max(from, to)),
                    new Position(start.getLine() + 1, start.getColumn() + quote + 1));
        }
        StringBuilder text = new StringBuilder(" ".repeat(from)).append(first, from, first.length());
        for (int i = start.getLine() + 1; i <= Math.min(end.getLine(), lines.size() - 1); i++) {
            String line = lines.get(i);
            int to = i < end.getLine() ? line.length() : offset(line, end.getColumn() - quote);
            text.append('\n').append(line, 0, to);
        }
        return new ScalarLayout(text.toString(), new Position(start.getLine() + 1, 1));
    }

    private static int offset(String line, int column) {
        int inside = Math.max(0, Math.min(column, line.codePointCount(0, line.length())));
        return line.offsetByCodePoints(0, inside);
    }

    /** Whether these are the characters of a text but for spaces and line breaks: no escapes. */
    boolean says(String other) {
        return text.replaceAll("\\s+", "").equals(other.replaceAll("\\s+", ""));
    }
}
