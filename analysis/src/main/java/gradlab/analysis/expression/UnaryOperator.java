package gradlab.analysis.expression;

/** The operators with one operand. */
public enum UnaryOperator {
    /** Negation of a number, vector or matrix. */
    NEGATE("-"),
    /** Negation of a truth value. */
    NOT("not"),
    /** Transposition of a matrix, written behind it. */
    TRANSPOSE("'");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
        return symbol;
    }
}
