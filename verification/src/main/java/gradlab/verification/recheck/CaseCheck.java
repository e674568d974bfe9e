package gradlab.verification.recheck;

/**
 * What the checker found, for the one case or for all points of the box alike.
 *
 * @param hypotheses HOLDS if all hypotheses hold everywhere; otherwise the answer to the first that does not
 * @param claim the answer to the claim, whatever the hypotheses
 * @param reason why an answer is UNDEFINED or UNDECIDED; otherwise empty
 */
public record CaseCheck(Answer hypotheses, Answer claim, String reason) {
    /** An answer to a statement. */
    public enum Answer implements Value {
        /** It is true, at every point. */
        HOLDS,
        /** It is false, at every point. */
        VIOLATED,
        /** It has no truth value, at any point. */
        UNDEFINED,
        /** The checker cannot tell, or it differs between points. */
        UNDECIDED;

        static Answer of(boolean value) {
            return value ? HOLDS : VIOLATED;
        }

        Answer not() {
            return this == HOLDS ? VIOLATED : this == VIOLATED ? HOLDS : this;
        }
    }

    /** Whether this is a case, or a box of cases, in which all hypotheses hold and the claim holds. */
    public boolean confirms() {
        return hypotheses == Answer.HOLDS && claim == Answer.HOLDS;
    }

    /** Whether this is a case, or a box of cases, in which all hypotheses hold and the claim is violated. */
    public boolean refutes() {
        return hypotheses == Answer.HOLDS && claim == Answer.VIOLATED;
    }
}
