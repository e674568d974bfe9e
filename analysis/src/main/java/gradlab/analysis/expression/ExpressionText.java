package gradlab.analysis.expression;

import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/**
 * Prints expressions in the claim language itself, parentheses only where precedence needs them: parsing what is
 * printed gives the same expression again.
 */
public final class ExpressionText {

    private static final int OPEN = 0;
    private static final int IMPLIES = BinaryOperator.IMPLIES.precedence();
    private static final int NOT = 4;
    private static final int SIGN = 8;
    private static final int POSTFIX = 10;

    private ExpressionText() {}

    /** The expression on one line. */
    public static String of(Expression expression) {
        return within(expression, OPEN);
    }

    private static String within(Expression expression, int needed) {
        String text = text(expression);
        return binding(expression) < needed ? "(" + text + ")" : text;
    }

    private static int binding(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return binary.operator().precedence();
        } else if (expression instanceof Expression.Unary unary) {
            return switch (unary.operator()) {
                case NOT -> NOT;
                case NEGATE -> SIGN;
                case TRANSPOSE -> POSTFIX;
            };
        } else if (expression instanceof Expression.Literal literal) {
            return literal.value().getNumerator().signum() < 0 ? SIGN : POSTFIX;
        }
        return POSTFIX;
    }

    private static String text(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return number(literal.value());
        } else if (expression instanceof Expression.Text text) {
            return '"' + text.text() + '"';
        } else if (expression instanceof Expression.Name name) {
            return name.name();
        } else if (expression instanceof Expression.Unary unary) {
            return unary(unary);
        } else if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        } else if (expression instanceof Expression.VectorLiteral vector) {
            return "[" + list(vector.items()) + "]";
        } else if (expression instanceof Expression.MatrixLiteral matrix) {
            return matrix.rows().stream().map(ExpressionText::list).collect(Collectors.joining("], [", "[[", "]]"));
        } else if (expression instanceof Expression.Call call) {
            return within(call.function(), POSTFIX) + "(" + list(call.arguments()) + ")";
        } else if (expression instanceof Expression.Range range) {
            return range.fold().word() + "(" + range.index() + ", "
                    + list(List.of(range.from(), range.to(), range.body())) + ")";
        } else if (expression instanceof Expression.Index index) {
            String column = index.column().map(c -> ", " + of(c)).orElse("");
            return within(index.target(), POSTFIX) + "[" + of(index.row()) + column + "]";
        } else if (expression instanceof Expression.Conditional conditional) {
            return "if(" + list(List.of(conditional.condition(), conditional.yes(), conditional.no())) + ")";
        }
        throw new IllegalStateException("unknown node " + expression.getClass());
    }

    /** An exact number: a decimal where there is one, else a quotient in parentheses. */
    public static String number(BigFraction value) {
        String sign = value.getNumerator().signum() < 0 ? "-" : "";
        Optional<ExactDecimal> decimal = ExactDecimal.ofMagnitude(value);
        if (decimal.isEmpty()) {
            return sign + "(" + CanonicalForm.number(value.abs()) + ")";
        }
        return sign
                + (decimal.get().readsBetterScaled()
                        ? decimal.get().mantissa() + "e" + decimal.get().power()
                        : decimal.get().plain());
    }

    private static String list(List<Expression> items) {
        return items.stream().map(ExpressionText::of).collect(Collectors.joining(", "));
    }

    private static String unary(Expression.Unary unary) {
        return switch (unary.operator()) {
            case NOT -> "not " + within(unary.operand(), NOT);
            case NEGATE -> "-" + within(unary.operand(), SIGN);
            case TRANSPOSE -> within(unary.operand(), POSTFIX) + "'";
        };
    }

    private static String binary(Expression.Binary top) {
        int binding = top.operator().precedence();
        if (top.operator() == BinaryOperator.POWER) {
            return within(top.left(), POSTFIX) + "^" + within(top.right(), SIGN);
        }
        if (binding == IMPLIES) {
            return within(top.left(), IMPLIES + 1) + " implies " + within(top.right(), IMPLIES);
        }
        Deque<Expression.Binary> spine = LeftSpine.of(top);
        int first = top.operator().isComparison() ? binding + 1 : binding;
        StringBuilder text = new StringBuilder(within(spine.getFirst().left(), first));
        for (Expression.Binary link : spine) {
            text.append(' ').append(link.operator().symbol()).append(' ').append(within(link.right(), binding + 1));
        }
        return text.toString();
    }
}
