package gradlab.verification.search;

import gradlab.verification.claim.Case;
import gradlab.verification.claim.Evidence;
import java.util.Optional;

/**
 * What a search came to.
 *
 * @param search the cases drawn and what became of them
 * @param decisive a confirmed case: of a universal claim one that violates it, of an existence claim one that satisfies
 *     it
 * @param how how the decisive case was found, in words
 */
public record Finding(Evidence.Search search, Optional<Case> decisive, String how) {}
