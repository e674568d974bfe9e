package gradlab.verification.recheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A symbolic expression: a symbol or number without items, or a list in parentheses without text of its own.
 *
 * @param text the symbol or number; empty for a list
 * @param items the items of a list
 */
record Term(String text, List<Term> items) {
    private static final int LONGEST_TEXT = 1 << 22;
    private static final int DEEPEST = 200;
    private static final Pattern TOKEN = Pattern.compile("[()]|;[^\n]*|[^()\\s;]++");

    /** The text of the first item of a list, or nothing. */
    String head() {
        return items.isEmpty() ? "" : items.get(0).text;
    }

    /** Reads the terms of a text; {@code ;} starts a comment to the end of the line. */
    static List<Term> read(String text) {
        RecheckException.require(text.length() <= LONGEST_TEXT, "at most " + LONGEST_TEXT + " characters");
        Deque<List<Term>> open = new ArrayDeque<>();
        open.push(new ArrayList<>());
        for (Matcher token = TOKEN.matcher(text); token.find(); ) {
            char first = text.charAt(token.start());
            if (first == '(') {
                open.push(new ArrayList<>());
            } else if (first == ')') {
                RecheckException.require(open.size() > 1, "an opening parenthesis before a closing one");
                List<Term> items = open.pop();
                open.getFirst().add(new Term("", List.copyOf(items)));
            } else if (first != ';') {
                open.getFirst().add(new Term(token.group(), List.of()));
            }
            RecheckException.require(open.size() <= DEEPEST, "at most " + DEEPEST + " levels");
        }
        RecheckException.require(open.size() == 1, "as many closing parentheses as opening ones");
        return open.getFirst();
    }
}
