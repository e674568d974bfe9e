package gradlab.analysis.source;

/**
 * A place in a text.
 *
 * @param line line number, from 1
 * @param column column number in characters, from 1
 */
public record Position(int line, int column) {

    /** The first character of a text. */
    public static final Position START = new Position(1, 1);

    /** The place {@code columns} characters further on the same line. */
    public Position right(int columns) {
        return new Position(line, column + columns);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
