package gradlab.reports.cli;

import gradlab.verification.settlement.ProofMode;
import gradlab.verification.settlement.Settings;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command which settles claims has. */
final class SettlementOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "All randomness comes from it (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--trials", paramLabel = "N", description = "Decided cases to look at, in place of what files say.")
    private @Nullable Integer trials;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use; results do not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--proofs",
            paramLabel = "auto|require|off",
            description = "Check theorems where Coq is installed, always, or never (default: ${DEFAULT-VALUE}).")
    private ProofMode proofs = ProofMode.AUTO;

    @Option(
            names = "--fresh",
            description =
                    "Make every training run again, in place of runs kept from earlier, and take up nothing that was"
                            + " interrupted.")
    private boolean fresh;

    @Mixin
    private OutputOptions output = new OutputOptions();

    Settings settings(boolean quick) {
        requireBetween("--threads", threads, 1, 1_024);
        if (trials != null) {
            requireBetween("--trials", trials, 1, 1_000_000);
        }
        OptionalInt wanted = trials == null ? OptionalInt.empty() : OptionalInt.of(trials);
        return new Settings(seed, wanted, threads, proofs, quick);
    }

    private void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            String message = name + ": found " + value + ", expected a number from " + least + " to " + most;
            throw spec == null
                    ? new IllegalArgumentException(message)
                    : new ParameterException(spec.commandLine(), message);
        }
    }

    /** Whether nothing is to be taken from caches. */
    boolean fresh() {
        return fresh;
    }

    OutputOptions output() {
        return output;
    }
}
