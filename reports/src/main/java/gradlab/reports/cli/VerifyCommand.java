package gradlab.reports.cli;

import gradlab.analysis.source.SourceException;
import gradlab.verification.claim.ClaimFile;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Verdict;
import gradlab.verification.settlement.Catalogue;
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

/** Settles the shipped catalogue. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Settles the shipped catalogue of claims, false ones among them, and writes a report. Exit status:"
                        + " 0 every claim has a verdict, 3 one is undecided, 2 unusable input, 70 internal error.")
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SettlementOptions options = new SettlementOptions();

    @Option(names = "--quick", description = "A tenth of the cases and short training runs, for a first impression.")
    private boolean quick;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Claims to settle (default: all).")
    private List<String> ids = List.of();

    @Override
    public Integer call() {
        try (Session session = new Session(options, "verify", quick, Optional.empty())) {
            List<ClaimResult> results = session.settle(chosen(Catalogue.all(session.runs())), Session.required(spec));
            boolean open = results.stream().anyMatch(r -> r.verdict() == Verdict.UNDECIDED);
            return open ? ExitStatus.UNDECIDED : ExitStatus.OK;
        }
    }

    private List<ClaimFile> chosen(List<ClaimFile> all) {
        for (String id : ids) {
            if (all.stream().noneMatch(file -> file.claim().id().equals(id))) {
                List<String> known = all.stream().map(file -> file.claim().id()).toList();
                throw SourceException.in(
                        "verify",
                        "the unknown claim " + SourceException.quote(id),
                        "one of " + String.join(", ", known));
            }
        }
        return ids.isEmpty()
                ? all
                : all.stream().filter(file -> ids.contains(file.claim().id())).toList();
    }
}
