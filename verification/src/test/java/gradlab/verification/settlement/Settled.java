package gradlab.verification.settlement;

import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.experiment.ExperimentRuns;
import gradlab.verification.proof.ProofChecker;
import java.util.OptionalInt;

/** Claims settled as the command line settles them, without theorems. */
final class Settled {
    /** The runs, made once for all tests. */
    static final ExperimentRuns RUNS = new ExperimentRuns((step, steps, loss) -> {});

    private Settled() {}

    static ClaimResult of(Claim claim, int trials, int threads) {
        Settings settings = new Settings(1, OptionalInt.of(trials), threads, ProofMode.OFF, false);
        return new Settlement(settings, ProofChecker.withDefaults(), RUNS, Listener.SILENT).of(claim);
    }
}
