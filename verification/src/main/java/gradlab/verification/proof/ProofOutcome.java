package gradlab.verification.proof;

/** How an audit ended. Only {@link #ACCEPTED} decides a claim. */
public enum ProofOutcome {
    /** The theorem has the statement kept for the claim, on the standard axioms alone. */
    ACCEPTED("the statement checked is printed with the claim: read it, and compare the two"),
    /** No statement is kept for this claim. */
    NO_STATEMENT("a theorem decides only the claim whose hash the product keeps with it: leave out the claim's proof or"
            + " disproof entry, or restore the claim as shipped"),
    /** The theorem named is not the one kept, or does not prove the statement. */
    WRONG_THEOREM("name the theorem that is kept for this claim, with the kind (proof or disproof) it has"),
    /** The proofs use a construct or an axiom that is not allowed. */
    FORBIDDEN("only the axioms of the standard library's real numbers are allowed: prove what was assumed"),
    /** The proof checker is not on this machine. */
    CHECKER_MISSING("install Coq 8.16 (coqc and coqchk, the Debian package coq) and put both on the PATH"),
    /** The proof checker ended in a way that says nothing about the theorem. */
    CHECKER_FAILED("run it again with more memory or time; the proofs are made for Coq 8.16");

    private final String advice;

    ProofOutcome(String advice) {
        this.advice = advice;
    }

    /** What a user can do about it. */
    public String advice() {
        return advice;
    }
}
