package gradlab.verification.recheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A symbolic expression: a symbol or number, or a list in parentheses. */
sealed interface Term {
    int LONGEST_TEXT = 1 << 24;
    int DEEPEST = 200;

    /** A symbol or number. */
    record Atom(String text) implements Term {}

    /** A list. */
    record Node(List<Term> items) implements Term {}

    /** Reads the terms of a text; {@code ;} starts a comment to the end of the line. */
    static List<Term> read(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new RecheckException("text longer than " + LONGEST_TEXT + " characters");
        }
        Deque<List<Term>> open = new ArrayDeque<>();
        open.push(new ArrayList<>());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int next = i + 1;
            if (c == '(') {
                open.push(new ArrayList<>());
            } else if (c == ')') {
                close(open, i);
            } else if (c == ';') {
                next = text.indexOf('\n', i) < 0 ? text.length() : text.indexOf('\n', i);
            } else if (!Character.isWhitespace(c)) {
                while (next < text.length() && isPartOfAtom(text.charAt(next))) {
                    next++;
                }
                last(open).add(new Atom(text.substring(i, next)));
            }
            if (open.size() > DEEPEST) {
                throw new RecheckException("nested deeper than " + DEEPEST + " at offset " + i);
            }
            i = next;
        }
        if (open.size() != 1) {
            throw new RecheckException("unclosed parenthesis");
        }
        return List.copyOf(last(open));
    }

    private static void close(Deque<List<Term>> open, int offset) {
        Node node = new Node(List.copyOf(open.pop()));
        if (open.isEmpty()) {
            throw new RecheckException("unopened parenthesis at offset " + offset);
        }
        last(open).add(node);
    }

    private static List<Term> last(Deque<List<Term>> open) {
        return open.getFirst();
    }

    private static boolean isPartOfAtom(char c) {
        return c != '(' && c != ')' && c != ';' && !Character.isWhitespace(c);
    }
}
