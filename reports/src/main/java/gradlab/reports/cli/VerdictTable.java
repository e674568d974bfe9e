package gradlab.reports.cli;

import gradlab.verification.claim.ClaimResult;
import java.util.List;
import java.util.Locale;

/** The verdicts as a table for a terminal. */
final class VerdictTable {

    private VerdictTable() {}

    static String of(List<ClaimResult> results) {
        int width =
                results.stream().mapToInt(r -> r.claim().id().length()).max().orElse(0);
        StringBuilder table = new StringBuilder();
        for (ClaimResult result : results) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-" + Math.max(width, 5) + "s  %-9s  %s%n",
                    result.claim().id(),
                    result.verdict(),
                    result.reason()));
        }
        return table.toString();
    }
}
