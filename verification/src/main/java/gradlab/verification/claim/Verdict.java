package gradlab.verification.claim;

/** What the evidence makes of a claim. */
public enum Verdict {
    /** A theorem, a certificate for every case, or an exact witness of existence establishes it. */
    PROVED,
    /** A confirmed counterexample, or a theorem of the negation, establishes that it is false. */
    REFUTED,
    /** Enough decided cases, none against it. */
    SUPPORTED,
    /** Anything else; the reason says what was missing. */
    UNDECIDED
}
