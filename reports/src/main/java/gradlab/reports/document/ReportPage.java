package gradlab.reports.document;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import gradlab.reports.chart.Figure;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The report that a person reads: one HTML file that opens anywhere, without a network and without scripts.
 *
 * @param results the claims with their evidence, in the order in which they are shown
 * @param figures figures of training runs
 * @param provenance where the results come from
 * @param replay the commands that replay witnesses
 */
public record ReportPage(List<ClaimResult> results, List<Figure> figures, Provenance provenance, ReplayCommand replay) {

    /** Copies the lists. */
    public ReportPage {
        results = List.copyOf(results);
        figures = List.copyOf(figures);
    }

    /** The whole file; every text of others in it is escaped. */
    public String html() {
        StringOutput output = new StringOutput();
        JtereportGenerated.render(new OwaspHtmlTemplateOutput(output), new TagsAsWritten(), this);
        return output.toString();
    }

    List<ClaimView> claims() {
        return results.stream().map(r -> ClaimView.of(r, replay)).toList();
    }

    /** How many claims came to which verdict, in words. */
    String summary() {
        String counts = Arrays.stream(Verdict.values())
                .map(v -> results.stream().filter(r -> r.verdict() == v).count() + " "
                        + v.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return (results.size() == 1 ? "1 claim: " : results.size() + " claims: ") + counts + ".";
    }

    List<EvidenceView.Detail> origins() {
        return ProvenanceWords.of(provenance);
    }

    static String style() {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
