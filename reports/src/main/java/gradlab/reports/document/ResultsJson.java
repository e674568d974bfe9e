package gradlab.reports.document;

import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Verdict;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result file: every verdict with its evidence, nothing that varies between machines, the same bytes for the same
 * claims, seed and version. {@code docs/results.md} says what every field means.
 */
public final class ResultsJson {

    private ResultsJson() {}

    /** The document, in UTF-8 characters, with a line feed at its end. */
    public static String text(long seed, List<ClaimResult> results) {
        ObjectNode document = Json.object().put("schema", Json.SCHEMA).put("seed", seed);
        ArrayNode claims = document.putArray("claims");
        results.forEach(result -> claims.add(claim(result)));
        document.set("summary", summary(results));
        return Json.text(document);
    }

    private static ObjectNode claim(ClaimResult result) {
        ObjectNode object = Json.object()
                .put("id", result.claim().id())
                .put("title", result.claim().title())
                .put("verdict", result.verdict().name())
                .put("statistical", result.statistical())
                .put("reason", result.reason());
        object.set("cases", EvidenceJson.counts(result.counts()));
        Optional<Evidence.Search> search = result.search();
        search.ifPresentOrElse(
                s -> Json.putNumber(object, "violationRateBound", s.rateBound()),
                () -> object.putNull("violationRateBound"));
        result.witness()
                .ifPresentOrElse(
                        w -> EvidenceJson.putCase(object, "witness", w.found()),
                        () -> object.putNull("witness").putNull("witnessExact"));
        search.ifPresentOrElse(s -> EvidenceJson.putMargin(object, s), () -> object.putNull("margin"));
        ArrayNode evidence = object.putArray("evidence");
        result.evidence().forEach(item -> evidence.add(EvidenceJson.of(item)));
        return object;
    }

    private static ObjectNode summary(List<ClaimResult> results) {
        return Json.object()
                .put("proved", count(results, Verdict.PROVED))
                .put("refuted", count(results, Verdict.REFUTED))
                .put("supported", count(results, Verdict.SUPPORTED))
                .put("undecided", count(results, Verdict.UNDECIDED));
    }

    private static long count(List<ClaimResult> results, Verdict verdict) {
        return results.stream().filter(r -> r.verdict() == verdict).count();
    }
}
