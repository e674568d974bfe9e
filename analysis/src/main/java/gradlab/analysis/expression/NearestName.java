package gradlab.analysis.expression;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Guesses what a misspelt name was meant to be. */
public final class NearestName {

    private NearestName() {}

    /** What to expect in place of an unknown name, given the names of the file and the built-in ones. */
    public static String advice(String name, Set<String> own, Set<String> builtin) {
        int near = 1 + name.length() / 4;
        return Stream.concat(own.stream(), builtin.stream())
                .filter(known -> distance(name, known) <= near)
                .min(Comparator.<String>comparingInt(known -> distance(name, known))
                        .thenComparing(Comparator.naturalOrder()))
                .map(known -> "a known name; did you mean '" + known + "'?")
                .orElse(
                        own.isEmpty()
                                ? "a built-in name"
                                : "a built-in name or one of "
                                        + String.join(
                                                ", ", own.stream().sorted().toList()));
    }

    /** The least number of insertions, deletions and replacements of a character (Levenshtein's distance). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
