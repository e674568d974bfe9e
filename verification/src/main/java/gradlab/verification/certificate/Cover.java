package gradlab.verification.certificate;

import gradlab.verification.claim.Case;
import java.util.List;
import java.util.Optional;

/**
 * What became of the attempt to cover a whole domain.
 *
 * @param outcome what it established
 * @param method how, in words
 * @param leaves the cases or boxes looked at, each settled if the cover is complete
 * @param instance a case that meets the hypotheses and was decided
 * @param decisive of a universal claim a case that violates it, of an existence claim one that satisfies it
 */
public record Cover(Result outcome, String method, List<Box> leaves, Optional<Case> instance, Optional<Case> decisive) {

    /** What a cover establishes. */
    public enum Result {
        /** Every case satisfies the claim. */
        ALL,
        /** No case satisfies the claim. */
        NONE,
        /** One case settles the claim. */
        ONE,
        /** The domain is not of a kind that can be covered, or the attempt did not end within its budget. */
        OPEN
    }

    /** Copies the leaves. */
    public Cover {
        leaves = List.copyOf(leaves);
    }

    /** No cover. */
    static Cover open(String method) {
        return new Cover(Result.OPEN, method, List.of(), Optional.empty(), Optional.empty());
    }
}
