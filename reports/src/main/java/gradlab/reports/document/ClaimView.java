package gradlab.reports.document;

import gradlab.analysis.expression.MathMl;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Quantifier;
import gradlab.verification.claim.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A claim with its evidence as the report shows it.
 *
 * @param result the claim and what was found
 * @param statement the claim, typeset
 * @param text the claim in its own language
 * @param evidence the evidence in words
 * @param replay the command that replays the witness, empty if there is none
 */
record ClaimView(ClaimResult result, String statement, String text, List<EvidenceView> evidence, String replay) {

    /** Copies the evidence. */
    ClaimView {
        evidence = List.copyOf(evidence);
    }

    static ClaimView of(ClaimResult result, ReplayCommand replay) {
        Claim claim = result.claim();
        boolean rateMeansSomething =
                claim.quantifier() == Quantifier.FORALL && result.witness().isEmpty();
        EvidenceWords words = new EvidenceWords(MathMl.over(Statement.namesOf(claim)), rateMeansSomething);
        return new ClaimView(
                result,
                Statement.html(claim),
                ClaimText.of(claim),
                result.evidence().stream().map(words::of).toList(),
                result.witness().map(w -> replay.of(claim.id())).orElse(""));
    }

    String id() {
        return result.claim().id();
    }

    String anchor() {
        return "claim-" + id();
    }

    String title() {
        return result.claim().title();
    }

    String source() {
        String source = result.claim().source();
        return source.isEmpty() ? "not stated" : source;
    }

    /** The reason as a sentence. */
    String reason() {
        String reason = result.reason();
        String start = reason.isEmpty() ? "" : reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        return start.endsWith(".") ? start : start + ".";
    }

    String verdict() {
        return result.verdict().name();
    }

    String style() {
        return "verdict " + verdict().toLowerCase(Locale.ROOT);
    }

    String symbol() {
        return symbol(result.verdict());
    }

    static String symbol(Verdict verdict) {
        return switch (verdict) {
            case PROVED -> "✓";
            case REFUTED -> "✗";
            case SUPPORTED -> "≈";
            case UNDECIDED -> "?";
        };
    }

    /** The kinds of its evidence, each once. */
    String kinds() {
        return result.evidence().stream()
                .map(Evidence::kind)
                .map(Evidence.Kind::word)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
