package gradlab.reports.cli;

import gradlab.analysis.source.SourceText;
import gradlab.dynamics.training.RunRecord;
import gradlab.reports.document.Provenance;
import gradlab.reports.document.ReplayCommand;
import gradlab.reports.document.ReportPage;
import gradlab.reports.document.ResultsJson;
import gradlab.reports.document.TrainingFigures;
import gradlab.reports.document.WitnessFile;
import gradlab.verification.claim.ClaimFile;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Evidence;
import gradlab.verification.settlement.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Writes what a run leaves behind: witnesses, the report, provenance, and the results last, so that a folder with results
 * is whole.
 */
record RunOutput(OutputFolder folder, Settings settings, Instant started, CommandSpec spec) {

    void write(
            List<ClaimFile> files, List<ClaimResult> results, Function<String, RunRecord> runs, ReplayCommand replay) {
        folder.writing(() -> writeAll(files, results, runs, replay));
    }

    private void writeAll(
            List<ClaimFile> files, List<ClaimResult> results, Function<String, RunRecord> runs, ReplayCommand replay) {
        for (int i = 0; i < files.size(); i++) {
            ClaimFile file = files.get(i);
            results.get(i).witness().ifPresent(witness -> {
                String id = file.claim().id();
                new WitnessFile(id, file.text(), witness.found()).write(WitnessFile.place(folder.path(), id));
            });
        }
        Provenance provenance = provenance(files, results);
        folder.write(
                "report.html", new ReportPage(results, TrainingFigures.of(results, runs), provenance, replay).html());
        folder.write("provenance.json", provenance.json());
        folder.write("results.json", ResultsJson.text(settings.seed(), results));
    }

    /** Writes where a run comes from beside it. */
    static void provenance(OutputFolder folder, CommandSpec spec, long seed, Instant started, SourceText input) {
        Provenance provenance = new Provenance(
                Version.number(),
                commit(),
                seed,
                spec.commandLine().getParseResult().originalArgs(),
                Provenance.Platform.current(),
                1,
                started,
                Instant.now(),
                Optional.empty(),
                List.of(new Provenance.InputFile(input.name(), sha256(input.text()))));
        folder.write("provenance.json", provenance.json());
    }

    private static String commit() {
        return Optional.ofNullable(System.getenv("GRADLAB_COMMIT")).orElse("unknown");
    }

    private Provenance provenance(List<ClaimFile> files, List<ClaimResult> results) {
        return new Provenance(
                Version.number(),
                commit(),
                settings.seed(),
                spec.commandLine().getParseResult().originalArgs(),
                Provenance.Platform.current(),
                settings.threads(),
                started,
                Instant.now(),
                proofChecker(results),
                files.stream()
                        .map(file -> new Provenance.InputFile(
                                file.text().name(), sha256(file.text().text())))
                        .toList());
    }

    private static Optional<String> proofChecker(List<ClaimResult> results) {
        return results.stream()
                .flatMap(result -> result.evidence().stream())
                .filter(Evidence.Theorem.class::isInstance)
                .map(evidence -> ((Evidence.Theorem) evidence).checker())
                .filter(checker -> !checker.isEmpty())
                .findFirst();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
