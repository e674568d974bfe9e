package gradlab.reports.document;

import gradlab.dynamics.lyapunov.CovariantSurvey;
import gradlab.dynamics.lyapunov.Exponent;
import gradlab.dynamics.lyapunov.LyapunovResult;
import gradlab.dynamics.lyapunov.SelfCheck;
import gradlab.dynamics.system.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lyapunov exponents as JSON; {@code docs/lyapunov.md} says what every field means. */
public final class LyapunovJson {
    private static final double CONFIDENCE = 0.95;

    private LyapunovJson() {}

    /** The document. */
    public static String text(LyapunovResult result, Optional<CovariantSurvey> covariant) {
        ObjectNode document = Json.object().put("schema", Json.SCHEMA).put("system", result.system());
        ArrayNode exponents = document.putArray("exponents");
        ArrayNode halfWidths = document.putArray("halfWidths");
        for (Exponent exponent : result.exponents()) {
            add(exponents, exponent.value());
            add(halfWidths, exponent.halfWidth());
        }
        document.put("confidence", CONFIDENCE).put("steps", result.steps());
        document.put("perUnit", result.clock() == Clock.TIME ? "time" : "step");
        put(
                document,
                "kaplanYorke",
                result.kaplanYorke(),
                result.partial().orElse("the exponents that were computed do not add up to below 0"));
        put(
                document,
                "entropyRate",
                result.entropyRate(),
                result.partial().orElse("more exponents may be positive than were computed"));
        ArrayNode checks = document.putArray("checks");
        for (SelfCheck check : result.checks()) {
            checks.addObject()
                    .put("name", check.name())
                    .put("outcome", check.outcome().name().toLowerCase(Locale.ROOT))
                    .put("detail", check.detail());
        }
        document.put("converged", result.converged()).put("advice", result.advice());
        document.put("dimension", result.dimension()).put("stride", result.stride());
        document.put("transientSteps", result.transientSteps());
        Json.putNumber(document, "accuracy", result.accuracy());
        covariant.ifPresent(survey -> CovariantJson.put(document, survey));
        return Json.text(document);
    }

    /** Minus infinity is an answer; an infinite half-width says that too little was seen. */
    private static void add(ArrayNode array, double value) {
        if (Double.isFinite(value)) {
            array.add(value);
        } else if (value < 0) {
            array.add("-Infinity");
        } else {
            array.addNull();
        }
    }

    private static void put(ObjectNode object, String key, OptionalDouble value, String reason) {
        if (value.isPresent()) {
            object.put(key, value.getAsDouble());
        } else {
            object.putNull(key).put(key + "Reason", reason);
        }
    }
}
