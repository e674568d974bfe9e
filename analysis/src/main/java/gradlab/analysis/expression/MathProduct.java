package gradlab.analysis.expression;

import java.util.Set;

/** A product as it grows from left to right. */
final class MathProduct {

    private static final Set<String> WRITTEN_AS_EXPONENT = Set.of("transpose", "inverse", "power");

    private final MathMl math;
    private final StringBuilder markup;
    private final MathPiece first;
    private Expression last;
    private boolean single = true;
    private boolean signed;

    MathProduct(MathMl math, Expression first) {
        this.math = math;
        this.first = math.piece(first);
        this.markup = new StringBuilder(this.first.markup());
        this.last = first;
        this.signed = this.first.signed();
    }

    /** Puts everything so far over a denominator. */
    void over(Expression.Binary quotient) {
        String fraction = MathMarkup.fraction(markup.toString(), math.fragment(quotient.right()));
        markup.setLength(0);
        markup.append(fraction);
        last = quotient;
        single = false;
        signed = false;
    }

    /** Divides by an operand on the same line. */
    void dividedBy(Expression right) {
        join(MathMarkup.operator("/"), right);
    }

    /** Multiplies by an operand. */
    void times(Expression right) {
        join(isSymbol(right) && goesBeforeSymbol(last) ? MathMarkup.INVISIBLE_TIMES : MathMarkup.operator("·"), right);
    }

    MathPiece piece() {
        return new MathPiece(markup.toString(), MathPiece.MULTIPLY, signed);
    }

    private void join(String sign, Expression right) {
        if (single) {
            markup.setLength(0);
            markup.append(first.within(MathPiece.MULTIPLY));
            signed = first.signed() && first.binding() >= MathPiece.MULTIPLY;
            single = false;
        }
        markup.append(sign).append(math.piece(right).behindOperator(MathPiece.MULTIPLY + 1));
        last = right;
    }

    private boolean goesBeforeSymbol(Expression left) {
        if (left instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return goesBeforeSymbol(unary.operand());
        }
        boolean fraction = left instanceof Expression.Binary binary && binary.operator() == BinaryOperator.DIVIDE;
        boolean plainNumber =
                left instanceof Expression.Literal && math.piece(left).binding() == MathPiece.ATOM;
        return fraction || plainNumber || isSymbol(left);
    }

    private boolean isSymbol(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return math.isSymbol(name.name());
        } else if (expression instanceof Expression.Unary unary) {
            return unary.operator() == UnaryOperator.TRANSPOSE && isSymbol(unary.operand());
        } else if (expression instanceof Expression.Binary binary) {
            return binary.operator() == BinaryOperator.POWER && isSymbol(binary.left());
        } else if (expression instanceof Expression.Index index) {
            return isSymbol(index.target());
        } else if (expression instanceof Expression.Call call && call.function() instanceof Expression.Name name) {
            return WRITTEN_AS_EXPONENT.contains(name.name())
                    && isSymbol(call.arguments().get(0));
        }
        return false;
    }
}
