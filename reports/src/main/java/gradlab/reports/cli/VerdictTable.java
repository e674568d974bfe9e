package gradlab.reports.cli;

import gradlab.reports.document.ReplayCommand;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The verdicts as a table for a terminal. */
final class VerdictTable {

    private VerdictTable() {}

    static String of(List<ClaimResult> results, OutputFolder folder, ReplayCommand replay) {
        int width =
                results.stream().mapToInt(r -> r.claim().id().length()).max().orElse(1);
        String line = "%-9s  %-" + width + "s  %s%n";
        StringBuilder table = new StringBuilder();
        for (ClaimResult result : results) {
            String id = result.claim().id();
            table.append(String.format(Locale.ROOT, line, result.verdict(), id, result.reason()));
            result.witness()
                    .ifPresent(witness -> table.append("           replay: ")
                            .append(replay.of(id))
                            .append(System.lineSeparator()));
        }
        String counts = Arrays.stream(Verdict.values())
                .map(v -> results.stream().filter(r -> r.verdict() == v).count() + " "
                        + v.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return table.append(counts)
                .append("; report: ")
                .append(folder.path().resolve("report.html"))
                .append(System.lineSeparator())
                .toString();
    }
}
