package gradlab.verification.claim;

/**
 * A verdict and why, in one sentence.
 *
 * @param statistical whether it rests on a confidence interval
 */
public record Ruling(Verdict verdict, String reason, boolean statistical) {

    /** One that rests on no confidence interval. */
    Ruling(Verdict verdict, String reason) {
        this(verdict, reason, false);
    }
}
