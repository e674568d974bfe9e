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

    /** The short versions of experiments, and at most three seeds; made once too. */
    private static final ExperimentRuns SHORT = RUNS.shortened();

    private Settled() {}

    /** For a first impression, which is all that claims about long runs can be given here. */
    static ClaimResult quickly(Claim claim, int threads) {
        Settings settings = new Settings(1, OptionalInt.empty(), threads, ProofMode.OFF, true);
        return new Settlement(settings, ProofChecker.withDefaults(), SHORT, Listener.SILENT).of(claim);
    }

    static ClaimResult of(Claim claim, int trials, int threads) {
        Settings settings = new Settings(1, OptionalInt.of(trials), threads, ProofMode.OFF, false);
        return new Settlement(settings, ProofChecker.withDefaults(), RUNS, Listener.SILENT).of(claim);
    }
}
