package gradlab.dynamics.system;

import gradlab.analysis.expression.BinaryOperator;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.Fold;
import gradlab.analysis.expression.UnaryOperator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Makes nodes of parsed conditions. */
final class TruthBuilder {

    private final TermBuilder numbers;
    private final Terms terms;

    TruthBuilder(TermBuilder numbers, Terms terms) {
        this.numbers = numbers;
        this.terms = terms;
    }

    /** The node of a truth value. */
    int truth(Expression expression, Map<String, Integer> names) {
        if (expression instanceof Expression.Name name
                && List.of("true", "false").contains(name.name())) {
            return terms.constant(name.name().equals("true") ? 1 : 0);
        } else if (expression instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT) {
            return not(truth(unary.operand(), names));
        } else if (expression instanceof Expression.Binary binary
                && binary.operator().isComparison()) {
            return comparison(binary, names);
        } else if (expression instanceof Expression.Binary binary
                && binary.operator().isLogical()) {
            return logical(binary, names);
        } else if (expression instanceof Expression.Range range && range.fold() == Fold.ALL) {
            return all(range, names);
        } else if (expression instanceof Expression.Conditional conditional) {
            return terms.choice(
                    truth(conditional.condition(), names),
                    truth(conditional.yes(), names),
                    truth(conditional.no(), names));
        }
        throw numbers.error(expression.position(), "what is no truth value", "a condition such as x < 1");
    }

    private int not(int truth) {
        return terms.binary(Operation.EQUAL, truth, terms.constant(0));
    }

    private int comparison(Expression.Binary binary, Map<String, Integer> names) {
        int left = numbers.number(binary.left(), names);
        int right = numbers.number(binary.right(), names);
        return switch (binary.operator()) {
            case GREATER -> terms.binary(Operation.LESS, right, left);
            case GREATER_OR_EQUAL -> terms.binary(Operation.LESS_OR_EQUAL, right, left);
            default -> terms.binary(TermBuilder.operation(binary), left, right);
        };
    }

    private int logical(Expression.Binary top, Map<String, Integer> names) {
        if (top.operator() == BinaryOperator.IMPLIES) {
            return terms.binary(Operation.OR, not(truth(top.left(), names)), truth(top.right(), names));
        }
        Deque<Expression.Binary> spine = new ArrayDeque<>();
        Expression node = top;
        while (node instanceof Expression.Binary binary && binary.operator() == top.operator()) {
            spine.push(binary);
            node = binary.left();
        }
        int left = truth(node, names);
        for (Expression.Binary link : spine) {
            left = terms.binary(TermBuilder.operation(link), left, truth(link.right(), names));
        }
        return left;
    }

    private int all(Expression.Range range, Map<String, Integer> names) {
        int[] bounds = numbers.bounds(range, names);
        int all = terms.constant(1);
        for (int i = bounds[0]; i <= bounds[1]; i++) {
            all = terms.binary(Operation.AND, all, truth(range.body(), numbers.inner(range, names, i)));
        }
        return all;
    }
}
