package gradlab.verification.claim;

/** A verdict and why, in one sentence. */
public record Ruling(Verdict verdict, String reason) {}
