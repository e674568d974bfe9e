package gradlab.verification.claim;

import gradlab.analysis.source.SourceText;

/**
 * A claim and the text it was read from, so that a witness can carry the whole claim along.
 *
 * @param claim the claim
 * @param text its file
 */
public record ClaimFile(Claim claim, SourceText text) {}
