package gradlab.analysis.expression;

import java.util.List;
import org.antlr.v4.runtime.Token;

/** Refuses, before parsing, what would nest deeper than the parser's stack should go. */
final class NestingLimit {

    private static final int DEEPEST = 100;
    private static final List<String> OPENING = List.of("(", "[");
    private static final List<String> CLOSING = List.of(")", "]");
    private static final List<String> RECURSIVE = List.of("not", "^", "implies", "-");

    private NestingLimit() {}

    static void check(List<Token> tokens, ExpressionParser.Places places) {
        int brackets = 0;
        int operators = 0;
        Token before = null;
        for (Token token : tokens) {
            String text = token.getText();
            brackets += OPENING.contains(text) ? 1 : CLOSING.contains(text) ? -1 : 0;
            boolean binaryMinus = text.equals("-") && before != null && endsOperand(before);
            operators += RECURSIVE.contains(text) && !binaryMinus ? 1 : 0;
            if (brackets > DEEPEST || operators > DEEPEST) {
                throw places.error(token, "at most " + DEEPEST + " nested brackets, signs and powers");
            }
            before = token;
        }
    }

    private static boolean endsOperand(Token token) {
        return switch (token.getType()) {
            case ClaimExpressionLexer.NUMBER, ClaimExpressionLexer.NAME, ClaimExpressionLexer.TEXT -> true;
            default -> CLOSING.contains(token.getText()) || token.getText().equals("'");
        };
    }
}
