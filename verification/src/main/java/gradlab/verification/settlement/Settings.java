package gradlab.verification.settlement;

import java.util.OptionalInt;

/**
 * How claims are settled.
 *
 * @param seed all randomness comes from it
 * @param trials decided cases to look at, in place of what the files say
 * @param threads threads to use; results do not depend on it
 * @param proofs whether theorems are checked
 * @param quick whether to look at a tenth of the cases, for a first impression
 */
public record Settings(long seed, OptionalInt trials, int threads, ProofMode proofs, boolean quick) {

    private static final int TRIALS = 1_000;
    private static final int QUICK = 100;

    /** The number of decided cases wanted of a claim whose file says so many. */
    int trials(OptionalInt file) {
        int wanted = trials.orElse(file.orElse(TRIALS));
        return quick ? Math.min(wanted, QUICK) : wanted;
    }
}
