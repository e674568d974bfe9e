package gradlab.analysis.model;

import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a Matrix Market file, one after the other, each as its words; comments and empty lines are left out. */
final class MatrixMarketWords {

    private static final int LONGEST_LINE = 4_096;
    private static final Pattern REAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eEdD][+-]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("([+-]?)(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final int MOST_DIGITS = 18;

    private final String file;
    private final ByteBuffer bytes;
    private int line;

    MatrixMarketWords(SourceBytes source) {
        this.file = source.name();
        this.bytes = source.buffer();
    }

    /** The next line as it is, empty at the end. */
    private String line() {
        StringBuilder text = new StringBuilder();
        line++;
        while (bytes.hasRemaining()) {
            char c = (char) (bytes.get() & 0xff);
            if (c == '\n') {
                break;
            }
            if (text.length() == LONGEST_LINE) {
                throw error("a longer line", "lines of at most " + LONGEST_LINE + " characters");
            }
            text.append(c);
        }
        return text.toString();
    }

    /** The first line. */
    String first() {
        return line();
    }

    /** The words of the next line that has any; none at the end of the file. */
    List<String> next() {
        while (bytes.hasRemaining()) {
            String text = line();
            if (!text.isBlank() && !text.startsWith("%")) {
                return words(text);
            }
        }
        return List.of();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || text.charAt(i) <= ' ';
            if (space && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return words;
    }

    /** A number; Fortran's {@code 1.5D3}, {@code nan} and {@code inf} are numbers, too. */
    double real(String word) {
        if (REAL.matcher(word).matches()) {
            return Double.parseDouble(word.replace('d', 'e').replace('D', 'e'));
        }
        var special = NOT_FINITE.matcher(word);
        if (special.matches()) {
            double size = special.group(2).equalsIgnoreCase("nan") ? Double.NaN : Double.POSITIVE_INFINITY;
            return special.group(1).equals("-") ? -size : size;
        }
        throw error(SourceException.quote(word), "a number");
    }

    /** An integer of at most 18 digits. */
    long integer(String word) {
        if (word.length() > MOST_DIGITS || !INTEGER.matcher(word).matches()) {
            throw error(SourceException.quote(word), "an integer of at most " + MOST_DIGITS + " digits");
        }
        return Long.parseLong(word);
    }

    /** An error in the line that was read last. */
    SourceException error(String found, String expected) {
        return SourceException.at(file, new Position(Math.max(1, line), 1), found, expected);
    }
}
