package gradlab.verification.proof;

import java.util.regex.Pattern;

/**
 * Coq text with its comments and strings blanked out, line breaks kept, so that what is left is what Coq executes.
 * Comments nest, and a string inside a comment hides the comment's end, as in Coq's own lexer.
 *
 * @param code the text that is left, of the same length
 * @param complete whether every comment and string ended
 */
record CoqText(String code, boolean complete) {

    private static final Pattern SENTENCE_END = Pattern.compile("\\.(?=\\s|\\z)");

    static CoqText of(String text) {
        StringBuilder code = new StringBuilder(text.length());
        int depth = 0;
        boolean string = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = !string && i + 1 < text.length();
            if (pair && c == '(' && text.charAt(i + 1) == '*') {
                depth++;
                i++;
                code.append("  ");
            } else if (pair && depth > 0 && c == '*' && text.charAt(i + 1) == ')') {
                depth--;
                i++;
                code.append("  ");
            } else {
                boolean hidden = string || depth > 0 || c == '"';
                string ^= c == '"';
                code.append(hidden && c != '\n' ? ' ' : c);
            }
        }
        return new CoqText(code.toString(), depth == 0 && !string);
    }

    /** Whether the text can stand for one term: not empty, complete, and no sentence ends in it. */
    static boolean isOneTerm(String text) {
        CoqText lexed = of(text);
        return lexed.complete()
                && !lexed.code().isBlank()
                && !SENTENCE_END.matcher(lexed.code()).find();
    }

    /** The pattern at which a sentence ends. */
    static Pattern sentenceEnd() {
        return SENTENCE_END;
    }
}
