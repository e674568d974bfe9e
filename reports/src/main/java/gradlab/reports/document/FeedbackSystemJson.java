package gradlab.reports.document;

import gradlab.dynamics.feedback.ClosedLoop;
import gradlab.dynamics.feedback.FeedbackReport;
import gradlab.dynamics.feedback.LoopStability;
import gradlab.dynamics.feedback.ScalarMargins;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A system with inputs and outputs, and the loop that u = -y makes of it, as JSON. */
final class FeedbackSystemJson {
    private static final String SEVERAL = "several inputs or outputs; closedLoop and hInfinity tell it";

    private FeedbackSystemJson() {}

    static ObjectNode of(FeedbackReport report, ClosedLoop closed) {
        ObjectNode object = Json.object()
                .put("inputs", report.loop().input().columns())
                .put("outputs", report.loop().output().rows())
                .put("isDirect", report.loop().isDirect());
        FeedbackJson.setOrNull(
                object,
                "closedLoop",
                closed.stability().map(stability -> FeedbackJson.stability(stability)),
                closed.reason());
        FeedbackJson.setOrNull(object, "nyquist", closed.response().map(FeedbackSystemJson::nyquist), SEVERAL);
        return object;
    }

    private static ObjectNode nyquist(ClosedLoop.ScalarResponse response) {
        ObjectNode object = Json.object();
        object.set("frequencies", FeedbackJson.numbers(response.frequencies()));
        object.set("real", FeedbackJson.numbers(response.real()));
        object.set("imaginary", FeedbackJson.numbers(response.imaginary()));
        return object;
    }

    /** The names are those of other loops, and some more. */
    static ObjectNode margins(ClosedLoop closed) {
        ObjectNode object = Json.object();
        Optional<ScalarMargins> margins = closed.margins();
        if (margins.isEmpty()) {
            for (String name : new String[] {"gain", "gainDecibel", "phase", "phaseDegrees", "criticalFrequency"}) {
                object.putNull(name).put(name + "Reason", SEVERAL);
            }
        } else {
            put(object, margins.get());
        }
        if (closed.stability().isPresent()) {
            return object.put("encirclements", unstable(closed.stability().get()));
        }
        return object.putNull("encirclements").put("encirclementsReason", closed.reason());
    }

    private static void put(ObjectNode object, ScalarMargins margins) {
        Json.putNumber(object, "gain", margins.gain());
        Json.putNumber(object, "gainDecibel", 20 * StrictMath.log10(margins.gain()));
        Json.putNumber(object, "gainReduction", margins.gainReduction());
        Json.putNumber(object, "gainReductionDecibel", 20 * StrictMath.log10(margins.gainReduction()));
        put(
                object,
                "criticalFrequency",
                margins.gainFrequency(),
                margins.gain() > 0 && Double.isNaN(margins.gainFrequency()));
        Json.putNumber(object, "phase", margins.phase());
        Json.putNumber(object, "phaseDegrees", Math.toDegrees(margins.phase()));
        put(object, "phaseFrequency", margins.phaseFrequency(), Double.isInfinite(margins.phase()));
    }

    private static void put(ObjectNode object, String key, double value, boolean isNowhere) {
        if (isNowhere) {
            object.putNull(key).put(key + "Reason", "the margin is infinite");
        } else {
            Json.putNumber(object, key, value);
        }
    }

    /** Modes of the closed loop that grow. */
    private static int unstable(LoopStability stability) {
        double[] real = stability.eigenvalues().real().toArray();
        int count = 0;
        for (int i = 0; i < real.length; i++) {
            boolean grows = stability.isInSteps() ? stability.eigenvalues().modulus(i) > 1 : real[i] > 0;
            count += grows ? 1 : 0;
        }
        return count;
    }
}
