package gradlab.analysis.expression;

import gradlab.analysis.source.Position;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Tells plain calls from the two forms that bind a name or choose a branch. */
final class CallForms {

    private CallForms() {}

    static Expression call(
            ExpressionParser.Places places, Expression function, List<Expression> arguments, Token bracket) {
        if (!(function instanceof Expression.Name name)) {
            return new Expression.Call(function, arguments, places.of(bracket));
        }
        if (name.name().equals("if")) {
            return conditional(places, name.position(), arguments, bracket);
        }
        Optional<Fold> fold = Arrays.stream(Fold.values())
                .filter(f -> f.word().equals(name.name()))
                .findFirst();
        boolean plainSum = fold.isPresent() && fold.get() == Fold.SUM && arguments.size() == 1;
        if (fold.isPresent() && !plainSum) {
            return range(places, fold.get(), name.position(), arguments, bracket);
        }
        return new Expression.Call(function, arguments, name.position());
    }

    private static Expression conditional(
            ExpressionParser.Places places, Position position, List<Expression> arguments, Token bracket) {
        if (arguments.size() != 3) {
            throw places.error(bracket, "if(condition, value, other value)");
        }
        return new Expression.Conditional(arguments.get(0), arguments.get(1), arguments.get(2), position);
    }

    private static Expression range(
            ExpressionParser.Places places, Fold fold, Position position, List<Expression> arguments, Token bracket) {
        if (arguments.size() != 4 || !(arguments.get(0) instanceof Expression.Name index)) {
            throw places.error(bracket, fold.word() + "(index, from, to, expression)");
        }
        return new Expression.Range(fold, index.name(), arguments.get(1), arguments.get(2), arguments.get(3), position);
    }
}
