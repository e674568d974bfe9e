package gradlab.reports.cli;

import gradlab.analysis.source.SourceException;
import gradlab.reports.document.ReplayCommand;
import gradlab.reports.document.ResultsJson;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimFile;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.experiment.ExperimentRuns;
import gradlab.verification.experiment.RunCache;
import gradlab.verification.proof.ProofChecker;
import gradlab.verification.settlement.Journal;
import gradlab.verification.settlement.Settings;
import gradlab.verification.settlement.Settlement;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** One run of a command that settles claims: settles them, writes the results, prints the table. */
final class Session implements AutoCloseable {

    private final Instant started = Instant.now();
    private final SettlementOptions options;
    private final String command;
    private final Settings settings;
    private final TerminalProgress progress = new TerminalProgress();
    private final Optional<Path> experiments;
    private final ExperimentRuns runs;

    Session(SettlementOptions options, String command, boolean quick, Optional<Path> experiments) {
        this.options = options;
        this.command = command;
        this.experiments = experiments;
        this.settings = options.settings(quick);
        RunCache cache = options.fresh() ? RunCache.ofUser().fresh() : RunCache.ofUser();
        ExperimentRuns shipped =
                new ExperimentRuns((step, steps, loss) -> progress.training(step, steps)).withCache(cache);
        ExperimentRuns all = experiments.map(shipped::withFolder).orElse(shipped);
        this.runs = quick ? all.shortened() : all;
    }

    ExperimentRuns runs() {
        return runs;
    }

    List<ClaimResult> settle(List<ClaimFile> files, CommandSpec spec) {
        requireUniqueIds(files);
        OutputFolder folder = options.output().folder(command);
        List<ClaimResult> results = Collections.synchronizedList(new ArrayList<>());
        SettlingInterruption interruption = SettlingInterruption.of(
                spec.commandLine().getErr(), () -> interrupted(folder, results.size(), files.size()));
        try {
            settle(files, results);
            interruption.finishing();
            new RunOutput(folder, settings, started, spec).write(files, results, runs::labelled, replay(folder));
            journal().forget(claims(files), settings);
            print(writer(spec), folder, results);
            return results;
        } finally {
            interruption.passed();
        }
    }

    private void settle(List<ClaimFile> files, List<ClaimResult> results) {
        ProofChecker checker = ProofChecker.withDefaults()
                .withCacheFolder(ProofChecker.userCacheFolder())
                .withProgress(progress::line);
        Settlement settlement = new Settlement(settings, checker, runs, progress).withJournal(journal());
        settlement.prepare(claims(files));
        for (ClaimFile file : files) {
            results.add(settlement.of(file.claim()));
        }
        progress.close();
    }

    private ReplayCommand replay(OutputFolder folder) {
        return new ReplayCommand(
                folder.path().toString(), experiments.map(Path::toString).orElse(""));
    }

    private Journal journal() {
        return options.fresh() ? Journal.ofUser().fresh() : Journal.ofUser();
    }

    private static List<Claim> claims(List<ClaimFile> files) {
        return files.stream().map(ClaimFile::claim).toList();
    }

    private String interrupted(OutputFolder folder, int settled, int all) {
        progress.close();
        folder.removeIfEmpty();
        return "gradlab: interrupted; " + settled + " of " + all
                + (all == 1 ? " claim is settled" : " claims are settled")
                + ", and the same command goes on from there";
    }

    private void print(PrintWriter out, OutputFolder folder, List<ClaimResult> results) {
        if (options.output().json()) {
            out.print(ResultsJson.text(settings.seed(), results));
        } else {
            out.print(VerdictTable.of(results, folder, replay(folder)));
        }
        out.flush();
    }

    private static void requireUniqueIds(List<ClaimFile> files) {
        Set<String> seen = new HashSet<>();
        for (ClaimFile file : files) {
            if (!seen.add(file.claim().id())) {
                throw SourceException.in(
                        file.text().name(), "the id " + file.claim().id() + " again", "ids that differ within a run");
            }
        }
    }

    static PrintWriter writer(@Nullable CommandSpec spec) {
        return required(spec).commandLine().getOut();
    }

    static CommandSpec required(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before a command runs");
        }
        return spec;
    }

    @Override
    public void close() {
        progress.close();
    }
}
