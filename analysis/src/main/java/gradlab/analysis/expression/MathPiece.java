package gradlab.analysis.expression;

/**
 * A typeset expression that may become part of a larger one.
 *
 * @param markup MathML elements side by side
 * @param binding how tightly its outermost operator binds
 * @param signed whether it begins with a minus sign
 */
record MathPiece(String markup, int binding, boolean signed) {

    /** Takes in everything to its right. */
    static final int OPEN = 0;
    /** Consequence; the other operators between operands bind ten times their precedence. */
    static final int IMPLIES = 10;
    /** Logical negation. */
    static final int NOT = 40;
    /** Sums and differences. */
    static final int ADD = 60;
    /** A sum with limits. */
    static final int FOLD = 65;
    /** Products. */
    static final int MULTIPLY = 70;
    /** Something with an exponent. */
    static final int POWER = 90;
    /** Something with an index. */
    static final int INDEX = 95;
    /** Needs no parentheses anywhere. */
    static final int ATOM = 100;

    static MathPiece atom(String markup) {
        return new MathPiece(markup, ATOM, false);
    }

    static MathPiece of(String markup, int binding) {
        return new MathPiece(markup, binding, false);
    }

    /** The markup, in parentheses if its operator binds less tightly than needed. */
    String within(int needed) {
        return binding < needed ? MathMarkup.parenthesised(markup) : markup;
    }

    /** The markup as it may follow an operator: never two signs side by side. */
    String behindOperator(int needed) {
        return binding < needed || signed ? MathMarkup.parenthesised(markup) : markup;
    }
}
