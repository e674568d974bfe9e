package gradlab.reports.cli;

/** What a command says by its exit status. */
final class ExitStatus {

    /** No claim refuted; or the witness is confirmed; or every shipped claim has its verdict. */
    static final int OK = 0;
    /** A claim is refuted; or the witness is not confirmed. */
    static final int REFUTED = 1;
    /** A training run is harmed. */
    static final int HARMED = 1;
    /** The input cannot be used. */
    static final int UNUSABLE = 2;
    /** A claim is undecided. */
    static final int UNDECIDED = 3;
    /** A defect of this program. */
    static final int INTERNAL = 70;
    /** Interrupted. */
    static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
