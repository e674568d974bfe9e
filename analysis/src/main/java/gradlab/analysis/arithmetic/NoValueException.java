package gradlab.analysis.arithmetic;

/**
 * An expression has no value that could be handed on. Control flow of the evaluation, not an error: it ends at the
 * comparison whose truth it settles, so it carries no stack trace.
 */
public final class NoValueException extends RuntimeException {

    private final Truth truth;

    private NoValueException(Truth truth, String reason) {
        super(reason, null, false, false);
        this.truth = truth;
    }

    /** The expression certainly has no value: a division by zero, the root of a negative number, a kink. */
    public static NoValueException undefined(String reason) {
        return new NoValueException(Truth.UNDEFINED, reason);
    }

    /** This arithmetic cannot tell the value, or whether there is one. */
    public static NoValueException undecided(String reason) {
        return new NoValueException(Truth.UNDECIDED, reason);
    }

    /** The truth of a statement that contains the expression. */
    public Truth truth() {
        return truth;
    }
}
