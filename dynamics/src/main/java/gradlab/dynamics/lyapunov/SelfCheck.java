package gradlab.dynamics.lyapunov;

/**
 * Something that a right result has to fulfil, looked at.
 *
 * @param name what it is called, kebab-case
 * @param outcome what came out
 * @param detail one line with the numbers
 */
public record SelfCheck(String name, Outcome outcome, String detail) {

    /** What came out of a check. */
    public enum Outcome {
        /** As it has to be. */
        PASSED,
        /** Nothing wrong, and something the reader has to know. */
        NOTED,
        /** The exponents are not to be trusted. */
        FAILED,
        /** Means nothing here; the detail says why. */
        SKIPPED
    }
}
