package gradlab.reports.document;

import gradlab.verification.claim.CaseCounts;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Trial;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A piece of evidence as a JSON object: its kind, then its fields. */
final class EvidenceJson {

    private EvidenceJson() {}

    static ObjectNode of(Evidence evidence) {
        ObjectNode object = Json.object().put("kind", evidence.kind().word());
        if (evidence instanceof Evidence.Theorem theorem) {
            put(object, theorem);
        } else if (evidence instanceof Evidence.Witness witness) {
            object.put("satisfies", witness.satisfies()).put("how", witness.how());
            object.put("recheck", word(witness.recheck()));
            putCase(object, "case", witness.found());
        } else if (evidence instanceof Evidence.Certificate certificate) {
            object.put("method", certificate.method()).put("parts", certificate.parts());
            object.put("holds", certificate.holds()).put("recheck", word(certificate.recheck()));
            putCase(object, "instance", certificate.instance());
        } else if (evidence instanceof Evidence.Search search) {
            put(object, search);
        } else if (evidence instanceof Evidence.Expectation expectation) {
            put(object, expectation);
        } else if (evidence instanceof Evidence.Training training) {
            put(object, training);
        }
        return object;
    }

    /** Puts a case under a key, and exactly under the same key with {@code Exact}. */
    static void putCase(ObjectNode object, String key, gradlab.verification.claim.Case values) {
        ObjectNode decimals = CaseJson.decimals(values);
        object.set(key, decimals);
        object.set(key + "Exact", CaseJson.exact(values));
        if (!CaseJson.hasDecimals(decimals)) {
            object.put(key + "Reason", "null stands for a number that binary64 cannot hold");
        }
    }

    static ObjectNode counts(CaseCounts counts) {
        return Json.object()
                .put("decided", counts.decided())
                .put("undecided", counts.undecided())
                .put("undefined", counts.undefined())
                .put("discarded", counts.discarded());
    }

    private static void put(ObjectNode object, Evidence.Theorem theorem) {
        object.put("name", theorem.name()).put("accepted", theorem.accepted());
        object.put("reason", theorem.reason()).put("checked", !theorem.checker().isEmpty());
        object.put("statement", theorem.statement());
        ArrayNode axioms = object.putArray("axioms");
        theorem.axioms().forEach(axioms::add);
    }

    private static void put(ObjectNode object, Evidence.Search search) {
        object.put("how", search.how()).put("wanted", search.wanted());
        object.set("cases", counts(search.counts()));
        object.put("ascents", search.ascents());
        Json.putNumber(object, "violationRateBound", search.rateBound());
        putMargin(object, search);
        if (search.instance().isPresent()) {
            putCase(object, "instance", search.instance().get());
        } else {
            object.putNull("instance").putNull("instanceExact");
        }
    }

    static void putMargin(ObjectNode object, Evidence.Search search) {
        if (search.margin().isPresent()) {
            Json.putNumber(object, "margin", search.margin().get());
        } else {
            object.putNull("margin");
        }
    }

    private static void put(ObjectNode object, Evidence.Expectation expectation) {
        object.put("standing", expectation.standing().name().toLowerCase(Locale.ROOT));
        object.put("sampled", expectation.isSampled());
        object.put("cases", expectation.cases()).put("allCases", expectation.allCases());
        Json.putNumber(object, "tolerance", expectation.tolerance());
        putCase(object, "parameters", expectation.parameters());
        ArrayNode means = object.putArray("means");
        expectation.means().forEach(mean -> means.add(mean(mean)));
    }

    private static ObjectNode mean(Evidence.Mean mean) {
        ObjectNode object = Json.object().put("expression", mean.expression()).put("exact", mean.exact());
        Json.putNumber(object, "estimate", mean.estimate());
        putEnd(object, "lower", mean.lower());
        putEnd(object, "upper", mean.upper());
        Json.putNumber(object, "level", mean.level());
        return object.put("method", mean.method()).put("draws", mean.draws()).put("undefined", mean.undefined());
    }

    private static void putEnd(ObjectNode object, String key, double end) {
        if (Double.isInfinite(end)) {
            object.putNull(key).put(key + "Reason", "infinite");
        } else {
            Json.putNumber(object, key, end);
        }
    }

    private static void put(ObjectNode object, Evidence.Training training) {
        object.put("experiment", training.experiment()).put("decides", training.decides());
        object.set("seeds", numbers(training.seeds()));
        object.set("supporting", numbers(training.seeds(Trial.Outcome.SATISFIES)));
        object.set("contradicting", numbers(training.seeds(Trial.Outcome.VIOLATES)));
        object.put("planned", training.planned());
        ArrayNode shortened = object.putArray("shortened");
        training.shortened().forEach(shortened::add);
        ArrayNode trials = object.putArray("trials");
        training.trials().forEach(trial -> trials.add(trial(trial)));
        ObjectNode measurements = object.putObject("measurements");
        training.measurements().forEach((name, value) -> Json.putNumber(measurements, name, value));
        ObjectNode digests = object.putObject("digests");
        training.digests().forEach(digests::put);
    }

    private static ObjectNode trial(Trial trial) {
        ObjectNode object = Json.object().put("seed", trial.seed());
        putCase(object, "case", trial.values());
        object.put("outcome", trial.outcome().word());
        ArrayNode runs = object.putArray("runs");
        trial.runs().forEach(runs::add);
        ArrayNode readings = object.putArray("readings");
        trial.readings().forEach(reading -> {
            ObjectNode read = Json.object().put("run", reading.run()).put("quantity", reading.quantity());
            Json.putNumber(read, "value", reading.value());
            readings.add(read);
        });
        return object;
    }

    private static ArrayNode numbers(List<Long> numbers) {
        ArrayNode array = Json.array();
        numbers.forEach(array::add);
        return array;
    }

    private static String word(Evidence.Recheck recheck) {
        return recheck.name().toLowerCase(Locale.ROOT);
    }
}
