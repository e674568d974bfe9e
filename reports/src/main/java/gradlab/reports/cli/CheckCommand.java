package gradlab.reports.cli;

import gradlab.analysis.source.SourceText;
import gradlab.verification.claim.ClaimFile;
import gradlab.verification.claim.ClaimReader;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Settles the claims of files. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Settles the claims of files. Exit status: 0 none refuted, 1 one refuted, 2 unusable input,"
                + " 3 one undecided (with --strict), 70 internal error.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SettlementOptions options = new SettlementOptions();

    @Option(names = "--strict", description = "Exit with 3 if a claim is undecided and none refuted.")
    private boolean strict;

    @Option(
            names = "--experiments",
            paramLabel = "DIR",
            description = "Experiments of your own that the claims speak of: DIR/name.yaml.")
    private @Nullable Path experiments;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Claim files.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        try (Session session = new Session(options, "check", false, Optional.ofNullable(experiments))) {
            List<ClaimFile> claims = new ArrayList<>();
            for (Path file : files) {
                claims.add(ClaimReader.read(SourceText.read(file, ClaimReader.LARGEST_FILE), session.runs()));
            }
            List<ClaimResult> results = session.settle(claims, Session.required(spec));
            if (results.stream().anyMatch(r -> r.verdict() == Verdict.REFUTED)) {
                return ExitStatus.REFUTED;
            }
            boolean open = results.stream().anyMatch(r -> r.verdict() == Verdict.UNDECIDED);
            return strict && open ? ExitStatus.UNDECIDED : ExitStatus.OK;
        }
    }
}
