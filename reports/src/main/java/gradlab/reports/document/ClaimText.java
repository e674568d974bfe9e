package gradlab.reports.document;

import gradlab.analysis.expression.ExpressionText;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Named;
import java.util.List;

/** Prints what a claim claims as its file would say it, line by line. */
final class ClaimText {

    private ClaimText() {}

    static String of(Claim claim) {
        StringBuilder text = new StringBuilder();
        claim.format()
                .ifPresent(format ->
                        text.append("arithmetic: ").append(format.word()).append('\n'));
        append(text, "let", claim.constants());
        append(text, claim.quantifier().word(), claim.variables());
        append(text, "random", claim.random());
        if (!claim.hypotheses().isEmpty()) {
            text.append("where:\n");
            claim.hypotheses()
                    .forEach(h ->
                            text.append("  - ").append(ExpressionText.of(h)).append('\n'));
        }
        append(text, "define", claim.definitions());
        text.append("claim: ").append(ExpressionText.of(claim.statement()));
        if (claim.isStatistical()) {
            text.append("\ntolerance: ").append(claim.support().tolerance().doubleValue());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String field, List<Named> named) {
        if (!named.isEmpty()) {
            text.append(field).append(":\n");
            named.forEach(n -> text.append("  ")
                    .append(n.name())
                    .append(": ")
                    .append(ExpressionText.of(n.expression()))
                    .append('\n'));
        }
    }
}
