package gradlab.analysis.expression;

import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.Yaml;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns text into an {@link Expression}. */
public final class ExpressionParser {

    private static final int LONGEST = 20_000;

    private ExpressionParser() {}

    /**
     * Parses a scalar of a file.
     *
     * @throws SourceException at the first place that does not fit the grammar
     */
    public static Expression parse(String file, Yaml.Scalar scalar) {
        if (scalar.text().isBlank()) {
            throw SourceException.at(file, scalar.position(), "nothing", "an expression");
        }
        return parse(file, scalar.layout(), scalar.origin());
    }

    /**
     * Parses a text whose first character stands at {@code origin} of {@code file}.
     *
     * @throws SourceException at the first place that does not fit the grammar
     */
    public static Expression parse(String file, String text, Position origin) {
        if (text.isBlank()) {
            throw SourceException.at(file, origin, "nothing", "an expression");
        }
        if (text.length() > LONGEST) {
            throw SourceException.at(
                    file, origin, "an expression of " + text.length() + " characters", "at most " + LONGEST);
        }
        Places places = new Places(file, origin);
        ClaimExpressionLexer lexer = new ClaimExpressionLexer(CharStreams.fromString(text));
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        NestingLimit.check(tokens.getTokens(), places);
        ClaimExpressionParser parser = new ClaimExpressionParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusal(places));
        return new TreeBuilder(places).visit(parser.root());
    }

    /** Where tokens of the text stand in the file. */
    record Places(String file, Position origin) {

        Position of(Token token) {
            return new Position(
                    origin.line() + token.getLine() - 1, origin.column() + Math.max(0, token.getCharPositionInLine()));
        }

        SourceException error(Token token, String expected) {
            String found = token.getType() == Token.EOF ? "the end" : SourceException.quote(token.getText());
            return SourceException.at(file, of(token), found, expected);
        }
    }

    /** The first syntax error ends the parse. */
    private static final class Refusal extends BaseErrorListener {

        private final Places places;

        Refusal(Places places) {
            this.places = places;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object symbol,
                int line,
                int column,
                String message,
                @Nullable RecognitionException cause) {
            if (!(symbol instanceof Token token)) {
                throw SourceException.in(places.file(), message, "an expression");
            }
            throw places.error(token, expected(token, recognizer));
        }

        private static String expected(Token token, Recognizer<?, ?> recognizer) {
            if (isComparison(token)) {
                return "no second comparison: write a < b and b < c";
            }
            boolean operandMissing = recognizer instanceof ClaimExpressionParser parser
                    && parser.getExpectedTokens().contains(ClaimExpressionParser.NAME);
            return operandMissing
                    ? "a number, a name, '(' or '['"
                    : "an operator, a closing bracket or the end of the expression";
        }

        private static boolean isComparison(Token token) {
            return List.of("<", "<=", ">", ">=", "==", "!=").contains(token.getText());
        }
    }
}
