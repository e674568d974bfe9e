package gradlab.reports.cli;

import gradlab.analysis.source.SourceException;
import gradlab.reports.document.WitnessFile;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimReader;
import gradlab.verification.experiment.ExperimentRuns;
import gradlab.verification.experiment.TrackedRuns;
import gradlab.verification.settlement.Replay;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays a witness. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Judges the case of a witness file once more. Exit status: 0 confirmed, 1 not confirmed,"
                + " 2 unusable input.")
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--experiments",
            paramLabel = "DIR",
            description = "Experiments of your own that the claim speaks of: DIR/name.yaml.")
    private @Nullable Path experiments;

    @Parameters(paramLabel = "FILE", description = "A file of DIR/witnesses.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if (file == null) {
            throw new IllegalStateException("picocli sets the file before a command runs");
        }
        PrintWriter out = Session.writer(spec);
        WitnessFile witness = WitnessFile.read(file);
        ExperimentRuns shipped = new ExperimentRuns((step, steps, loss) -> {});
        ExperimentRuns runs = experiments == null ? shipped : shipped.withFolder(experiments);
        Claim claim = ClaimReader.read(witness.claim(), runs).claim();
        if (!claim.id().equals(witness.id())) {
            throw SourceException.in(
                    file.toString(), "the id " + witness.id() + " beside the claim " + claim.id(), "the same id");
        }
        TrackedRuns trained = new TrackedRuns(runs);
        Replay replay = Replay.of(claim, witness.found(), trained);
        if (!replay.fits()) {
            throw SourceException.in(file.toString(), replay.reason(), "values for the variables of the claim");
        }
        trained.digests().forEach((run, digest) -> out.println("trained " + run + ": SHA-256 " + digest));
        out.println((replay.confirmed() ? "confirmed: " : "not confirmed: ") + witness.id() + ": " + replay.reason());
        out.flush();
        return replay.confirmed() ? ExitStatus.OK : ExitStatus.REFUTED;
    }
}
