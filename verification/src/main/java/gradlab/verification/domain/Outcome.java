package gradlab.verification.domain;

/** What a claim comes to in one case. */
public enum Outcome {
    /** Every hypothesis holds and so does the statement; established. */
    SATISFIED,
    /** Every hypothesis holds and the statement does not; established. */
    VIOLATED,
    /** Neither could be established. */
    UNDECIDED,
    /** A hypothesis or the statement has no truth value. */
    UNDEFINED,
    /** A hypothesis is violated. */
    DISCARDED;

    /** Whether it counts among the decided cases. */
    public boolean isDecided() {
        return this == SATISFIED || this == VIOLATED;
    }
}
