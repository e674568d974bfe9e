package gradlab.analysis.expression;

import java.util.Arrays;

/** The operators that stand between two operands. */
public enum BinaryOperator {
    /** Logical consequence; a false left side makes it true. */
    IMPLIES("implies", 1),
    /** Disjunction. */
    OR("or", 2),
    /** Conjunction. */
    AND("and", 3),
    /** Below. */
    LESS("<", 5),
    /** Below or equal. */
    LESS_OR_EQUAL("<=", 5),
    /** Above. */
    GREATER(">", 5),
    /** Above or equal. */
    GREATER_OR_EQUAL(">=", 5),
    /** Equality. */
    EQUAL("==", 5),
    /** Inequality. */
    NOT_EQUAL("!=", 5),
    /** Sum. */
    ADD("+", 6),
    /** Difference. */
    SUBTRACT("-", 6),
    /** Product: of numbers, of a number with anything, of matrices, of a matrix with a vector. */
    MULTIPLY("*", 7),
    /** Quotient by a number. */
    DIVIDE("/", 7),
    /** Power. */
    POWER("^", 9);

    private final String symbol;
    private final int precedence;

    BinaryOperator(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    /** As it is written. */
    public String symbol() {
        return symbol;
    }

    /** How tightly it binds; a higher number binds tighter. */
    public int precedence() {
        return precedence;
    }

    /** Whether it joins truth values. */
    public boolean isLogical() {
        return this == IMPLIES || this == OR || this == AND;
    }

    /** Whether it compares. */
    public boolean isComparison() {
        return precedence == LESS.precedence;
    }

    /** The operator with this symbol. */
    static BinaryOperator of(String symbol) {
        return Arrays.stream(values())
                .filter(o -> o.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("symbol must be an operator, was " + symbol));
    }
}
