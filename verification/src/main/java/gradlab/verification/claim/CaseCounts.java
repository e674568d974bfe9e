package gradlab.verification.claim;

/**
 * How many cases were drawn and what became of them.
 *
 * @param decided met the hypotheses, and the statement was true or false
 * @param undecided met the hypotheses, or may have, but no arithmetic here could tell
 * @param undefined without a truth value
 * @param discarded violated a hypothesis
 */
public record CaseCounts(int decided, int undecided, int undefined, int discarded) {

    /** Nothing drawn. */
    public static final CaseCounts NONE = new CaseCounts(0, 0, 0, 0);

    /** All that were drawn. */
    public int drawn() {
        return decided + undecided + undefined + discarded;
    }
}
