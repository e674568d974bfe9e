package gradlab.analysis.source;

/**
 * Input that cannot be used. Its message is the one line that a user sees:
 * {@code file:line:column: found ..., expected ...}.
 */
public final class SourceException extends RuntimeException {

    private static final int LONGEST_QUOTE = 60;

    private SourceException(String message) {
        super(printable(message));
    }

    /** A library's message may quote a control character of the file. */
    private static String printable(String message) {
        StringBuilder shown = new StringBuilder();
        message.codePoints().forEach(c -> shown.appendCodePoint(isPrintable(c) ? c : '?'));
        return shown.toString();
    }

    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && Character.isDefined(c)
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.FORMAT
                && type != Character.SURROGATE;
    }

    /** An error at a place of a file. */
    public static SourceException at(String file, Position position, String found, String expected) {
        return new SourceException(file + ":" + position + ": found " + found + ", expected " + expected);
    }

    /** An error of a file as a whole. */
    public static SourceException in(String file, String found, String expected) {
        return new SourceException(file + ": found " + found + ", expected " + expected);
    }

    /** A stranger's text as it may stand inside a message: one line, short, printable. */
    public static String quote(String text) {
        StringBuilder shown = new StringBuilder("'");
        text.codePoints().limit(LONGEST_QUOTE).forEach(c -> shown.appendCodePoint(isPrintable(c) ? c : '?'));
        return shown.append(text.codePointCount(0, text.length()) > LONGEST_QUOTE ? "...'" : "'")
                .toString();
    }
}
