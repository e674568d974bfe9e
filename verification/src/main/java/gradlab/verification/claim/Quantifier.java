package gradlab.verification.claim;

/** How a claim speaks of its cases. */
public enum Quantifier {
    /** Every case in the domain that meets the hypotheses satisfies the claim. */
    FORALL("forall"),
    /** Some case in the domain meets the hypotheses and satisfies the claim. */
    EXISTS("exists");

    private final String word;

    Quantifier(String word) {
        this.word = word;
    }

    /** As it stands in a claim file. */
    public String word() {
        return word;
    }
}
