package gradlab.analysis.arithmetic;

/** Operands whose sizes do not fit each other, or an index out of range; the evaluator adds the place. */
public final class ShapeException extends RuntimeException {

    private final String found;
    private final String expected;

    /** An error that says what was found and what was expected. */
    public ShapeException(String found, String expected) {
        super("found " + found + ", expected " + expected);
        this.found = found;
        this.expected = expected;
    }

    /** What was found. */
    public String found() {
        return found;
    }

    /** What would have been right. */
    public String expected() {
        return expected;
    }
}
