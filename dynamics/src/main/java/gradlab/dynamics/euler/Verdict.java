package gradlab.dynamics.euler;

/** What a residual layer does with its step. */
public enum Verdict {
    /** ‖I + hJ‖ <= 1: no vector grows. */
    CONTRACTS("no vector grows in this step"),
    /** The eigenvalues lie in Forward Euler's region, yet ‖I + hJ‖ > 1: some vector grows at first. */
    TRANSIENT("eigenvalues inside, but some vector grows at first"),
    /** An eigenvalue lies outside, and would be inside with a smaller step. */
    STEP_TOO_LARGE("the step is too large"),
    /** An eigenvalue lies outside for every small step: its real part is not negative. */
    NO_STABLE_STEP("no step is stable"),
    /** Nothing known lies outside, but the outermost eigenvalues were not found and some vector grows. */
    UNSETTLED("the outermost eigenvalues were not found");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** In words. */
    public String words() {
        return words;
    }

    /** What all layers of this verdict have to be told. */
    public String note() {
        return Advice.note(this);
    }
}
