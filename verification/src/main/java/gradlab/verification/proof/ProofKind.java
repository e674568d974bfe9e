package gradlab.verification.proof;

/** Which way a theorem decides a claim. */
public enum ProofKind {
    /** The theorem is the claim. */
    PROOF,
    /** The theorem is the claim's negation. */
    DISPROOF
}
