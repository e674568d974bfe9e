package gradlab.reports.cli;

import gradlab.dynamics.diagnosis.Diagnosis;
import gradlab.dynamics.diagnosis.Finding;
import java.util.Locale;

/** A diagnosis as text for a person. */
final class DiagnosisTable {
    private DiagnosisTable() {}

    static String of(Diagnosis diagnosis) {
        StringBuilder text = new StringBuilder();
        text.append(diagnosis.log().source())
                .append(" (")
                .append(diagnosis.log().format())
                .append("): ")
                .append(diagnosis.isHealthy() ? "healthy" : "harmed")
                .append('\n');
        diagnosis
                .log()
                .notes()
                .forEach(note -> text.append("note: ").append(note).append('\n'));
        diagnosis.findings().forEach(finding -> text.append('\n').append(told(finding)));
        return text.toString();
    }

    private static String told(Finding finding) {
        String step = finding.step().isPresent() ? " at step " + finding.step().getAsLong() : "";
        String layer = finding.layer().map(name -> ", " + name).orElse("");
        return String.format(
                Locale.ROOT,
                "%s%s%s, confidence %.2f%s%n    %s%n    %s (claim %s)%n",
                finding.kind().id(),
                step,
                layer,
                finding.confidence(),
                finding.isHarmful() ? "" : " (no harm)",
                finding.evidence(),
                finding.advice(),
                finding.claim());
    }
}
