package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.source.Position;
import java.util.Map;

/** Expressions written as text, parsed, checked and evaluated without names of their own. */
final class Texts {
    private Texts() {}

    static Expression parse(String text) {
        return ExpressionParser.parse("f.yaml", text, Position.START);
    }

    /** Parsed, and written back fully bracketed. */
    static String form(String text) {
        return CanonicalForm.of(parse(text));
    }

    static Expression checked(String text) {
        Expression expression = parse(text);
        new TypeChecker("f.yaml", RunSource.NONE, Map.of()).typeOf(expression);
        return expression;
    }

    static <N> Truth truth(Arithmetic<N> numbers, String text) {
        return new Evaluator<>("f.yaml", numbers, RunSource.NONE).truth(checked(text), Scope.empty());
    }

    /** The truth of a statement, as sharply as this library can tell. */
    static Truth truth(String text) {
        return truth(new RealArithmetic(), text);
    }

    static <N> N number(Arithmetic<N> numbers, String text) {
        return new Evaluator<>("f.yaml", numbers, RunSource.NONE).number(checked(text), Scope.empty());
    }
}
