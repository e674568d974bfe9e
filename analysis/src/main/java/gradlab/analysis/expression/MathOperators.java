package gradlab.analysis.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Typesets operators. */
final class MathOperators {

    /** More divisions than this in one product are set on one line. */
    private static final int MOST_FRACTIONS = 3;

    private final MathMl math;

    MathOperators(MathMl math) {
        this.math = math;
    }

    MathPiece unary(Expression.Unary unary) {
        MathPiece operand = math.piece(unary.operand());
        return switch (unary.operator()) {
            case NEGATE ->
                new MathPiece(
                        MathMarkup.prefix("−") + operand.behindOperator(MathPiece.MULTIPLY), MathPiece.MULTIPLY, true);
            case NOT -> MathPiece.of(MathMarkup.prefix("¬") + operand.within(MathPiece.INDEX), MathPiece.NOT);
            case TRANSPOSE -> transposed(operand);
        };
    }

    static MathPiece transposed(MathPiece operand) {
        return power(operand, MathMarkup.upright("T"));
    }

    static MathPiece power(MathPiece base, String exponent) {
        return MathPiece.of(MathMarkup.superscript(base.within(MathPiece.INDEX), exponent), MathPiece.POWER);
    }

    MathPiece binary(Expression.Binary binary) {
        return switch (binary.operator()) {
            case IMPLIES -> implication(binary);
            case POWER -> power(math.piece(binary.left()), exponent(binary.right()));
            case MULTIPLY, DIVIDE -> product(binary);
            default -> chain(binary);
        };
    }

    private MathPiece implication(Expression.Binary binary) {
        String left = math.piece(binary.left()).within(MathPiece.IMPLIES + 1);
        String right = math.piece(binary.right()).within(MathPiece.OPEN);
        return MathPiece.of(left + MathMarkup.operator("⇒") + right, MathPiece.IMPLIES);
    }

    /** An exponent; a fraction of two plain things stays on its line. */
    private String exponent(Expression exponent) {
        if (exponent instanceof Expression.Binary quotient && quotient.operator() == BinaryOperator.DIVIDE) {
            return math.piece(quotient.left()).within(MathPiece.MULTIPLY)
                    + MathMarkup.operator("/")
                    + math.piece(quotient.right()).within(MathPiece.MULTIPLY + 1);
        }
        return math.fragment(exponent);
    }

    private MathPiece chain(Expression.Binary top) {
        int binding = 10 * top.operator().precedence();
        Deque<Expression.Binary> spine = LeftSpine.of(top);
        MathPiece first = math.piece(spine.getFirst().left());
        StringBuilder markup =
                new StringBuilder(first.within(binding + (top.operator().isComparison() ? 1 : 0)));
        for (Expression.Binary link : spine) {
            MathPiece right = math.piece(link.right());
            markup.append(MathMarkup.operator(sign(link.operator())))
                    .append(binding == MathPiece.ADD ? right.behindOperator(binding + 1) : right.within(binding + 1));
        }
        return new MathPiece(markup.toString(), binding, first.signed() && first.binding() >= binding);
    }

    private MathPiece product(Expression.Binary top) {
        Deque<Expression.Binary> spine = LeftSpine.of(top);
        long divisions = spine.stream()
                .filter(link -> link.operator() == BinaryOperator.DIVIDE)
                .count();
        MathProduct product = new MathProduct(math, spine.getFirst().left());
        for (Expression.Binary link : spine) {
            if (link.operator() == BinaryOperator.MULTIPLY) {
                product.times(link.right());
            } else if (divisions > MOST_FRACTIONS) {
                product.dividedBy(link.right());
            } else {
                product.over(link);
            }
        }
        return product.piece();
    }

    /** Adds the pieces of an expression, the first behind a sign or nothing. */
    void breakInto(Expression expression, String lead, int needed, List<String> pieces) {
        if (!(expression instanceof Expression.Binary binary)
                || !(binary.operator().isLogical() || binary.operator().isComparison())
                || 10 * binary.operator().precedence() < needed) {
            pieces.add(lead + math.piece(expression).within(needed));
            return;
        }
        int binding = 10 * binary.operator().precedence();
        String sign = MathMarkup.operator(sign(binary.operator()));
        boolean toTheRight = binary.operator() == BinaryOperator.IMPLIES;
        Deque<Expression.Binary> spine = toTheRight ? new ArrayDeque<>(List.of(binary)) : LeftSpine.of(binary);
        boolean joinsLeft = !toTheRight && !binary.operator().isComparison();
        breakInto(spine.getFirst().left(), lead, binding + (joinsLeft ? 0 : 1), pieces);
        for (Expression.Binary link : spine) {
            breakInto(link.right(), sign, binding + (toTheRight ? 0 : 1), pieces);
        }
    }

    static String sign(BinaryOperator operator) {
        return switch (operator) {
            case IMPLIES -> "⇒";
            case OR -> "∨";
            case AND -> "∧";
            case LESS_OR_EQUAL -> "≤";
            case GREATER_OR_EQUAL -> "≥";
            case EQUAL -> "=";
            case NOT_EQUAL -> "≠";
            case SUBTRACT -> "−";
            case MULTIPLY -> "·";
            default -> operator.symbol();
        };
    }
}
