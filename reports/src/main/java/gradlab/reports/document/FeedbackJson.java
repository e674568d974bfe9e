package gradlab.reports.document;

import gradlab.analysis.interval.Interval;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.survey.RecurrentSubject;
import gradlab.dynamics.feedback.BodeData;
import gradlab.dynamics.feedback.Eigenloci;
import gradlab.dynamics.feedback.FeedbackReport;
import gradlab.dynamics.feedback.HInfinityNorm;
import gradlab.dynamics.feedback.HorizonGain;
import gradlab.dynamics.feedback.LoopStability;
import gradlab.dynamics.feedback.SettlingTime;
import gradlab.dynamics.feedback.SmallGain;
import gradlab.dynamics.feedback.Transients;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A feedback loop as JSON; {@code docs/feedback.md} says what every field means. */
public final class FeedbackJson {
    static final String OUT_OF_RANGE = "the states leave the range of binary64";

    private static final int MOST_NUMBERS = 4_096;

    private FeedbackJson() {}

    /** The document. */
    public static String text(FeedbackView view) {
        FeedbackReport report = view.report();
        RecurrentSubject subject = view.subject();
        ObjectNode document = Json.object().put("schema", Json.SCHEMA);
        document.put("file", subject.file()).put("format", subject.format()).put("of", view.of());
        subject.others().forEach(document.putArray("others")::add);
        document.put("units", report.loop().order());
        document.put("perUnit", report.loop().isInSteps() ? "step" : "time");
        document.set("weights", LayersJson.weights(subject.weights()));
        document.set("stability", stability(report.stability()));
        document.set("smallGain", smallGain(report));
        document.set("hInfinity", gain(report));
        document.set(
                "margins",
                report.closed().map(FeedbackSystemJson::margins).orElseGet(() -> margins(report.eigenloci())));
        setOrNull(
                document,
                "system",
                report.closed().map(closed -> FeedbackSystemJson.of(report, closed)),
                "the loop is closed by itself: B and C are the identity");
        document.set("transient", transients(report));
        setOrNull(document, "horizon", report.horizon().map(FeedbackJson::horizon), horizonReason(report));
        document.set("bode", bode(report.bode()));
        document.set("eigenloci", eigenloci(report.eigenloci()));
        setOrNull(
                document, "fixedPoint", view.fixedPoint().map(FeedbackCellJson::of), "the file has no recurrent cell");
        setOrNull(
                document,
                "driven",
                view.driven().map(FeedbackCellJson::of),
                view.fixedPoint().isEmpty() ? "the file has no recurrent cell" : "no --input to drive the cell with");
        view.advice().forEach(document.putArray("advice")::add);
        view.notConverged().forEach(document.putArray("notConverged")::add);
        document.put("converged", view.notConverged().isEmpty());
        return Json.text(document);
    }

    private static String horizonReason(FeedbackReport report) {
        if (!report.loop().isInSteps()) {
            return "the loop is no map";
        }
        return report.closed().isPresent() ? "of a system with inputs and outputs hInfinity tells it" : OUT_OF_RANGE;
    }

    /** Null with the reason beside it where there is no value. */
    static void setOrNull(ObjectNode object, String key, Optional<ObjectNode> value, String reason) {
        value.ifPresentOrElse(v -> object.set(key, v), () -> object.putNull(key).put(key + "Reason", reason));
    }

    static ObjectNode stability(LoopStability stability) {
        ObjectNode object = Json.object().put("verdict", stability.verdict().name());
        Json.putNumber(object, "rate", stability.rate());
        setOrNull(
                object,
                "proved",
                stability.enclosure().map(FeedbackJson::interval),
                "bounds of more than " + LoopStability.LARGEST_ENCLOSED + " units take too long");
        return object.put("basis", stability.basis());
    }

    private static ObjectNode interval(Interval interval) {
        return bounds(interval.lower(), interval.upper());
    }

    private static ObjectNode bounds(double lower, double upper) {
        ObjectNode object = Json.object();
        Json.putNumber(object, "lower", lower);
        Json.putNumber(object, "upper", upper);
        return object;
    }

    private static ObjectNode smallGain(FeedbackReport report) {
        SmallGain test = report.smallGain();
        ObjectNode object = Json.object();
        Json.putNumber(object, "loopGain", test.loopGain());
        object.put("isSufficient", test.isSufficient());
        if (report.closed().isPresent()) {
            String reason = "the loop gain of a system is its H-infinity norm, which is attained";
            object.putNull("truth").put("truthReason", reason);
            object.putNull("gap").put("gapReason", reason);
        } else {
            double truth = report.loop().isInSteps()
                    ? report.stability().rate()
                    : 1 / report.eigenloci().gainMargin();
            Json.putNumber(object, "truth", truth);
            Json.putNumber(object, "gap", test.over(truth));
        }
        Json.putNumber(object, "numericalAbscissa", report.numericalAbscissa());
        return object;
    }

    private static ObjectNode gain(FeedbackReport report) {
        HInfinityNorm.Result gain = report.gain();
        ObjectNode object = bounds(gain.lower(), gain.upper());
        Json.putNumber(object, "frequency", gain.frequency());
        Json.putNumber(object, "cycles", gain.frequency() / (2 * Math.PI));
        ObjectNode radius = bounds(1 / gain.upper(), 1 / gain.lower());
        object.set("stabilityRadius", radius);
        return object.put("outcome", gain.outcome().name());
    }

    private static ObjectNode margins(Eigenloci loci) {
        ObjectNode object = Json.object();
        Json.putNumber(object, "gain", loci.gainMargin());
        Json.putNumber(object, "gainDecibel", 20 * StrictMath.log10(loci.gainMargin()));
        Json.putNumber(object, "phase", loci.phaseMargin());
        Json.putNumber(object, "phaseDegrees", Math.toDegrees(loci.phaseMargin()));
        Json.putNumber(object, "criticalFrequency", loci.criticalFrequency());
        return object.put("encirclements", loci.encirclements());
    }

    private static ObjectNode transients(FeedbackReport report) {
        Transients transients = report.transients();
        ObjectNode object = Json.object();
        Json.putNumber(object, "largest", StrictMath.exp(transients.logLargest()));
        Json.putNumber(object, "upper", StrictMath.exp(transients.logUpper()));
        Json.putNumber(object, "at", transients.at());
        object.put("outcome", transients.outcome().name());
        object.set("worstStart", numbers(transients.worstStart()));
        setOrNull(
                object,
                "kreiss",
                transients.kreiss().map(k -> bounds(k.lower(), k.upper())),
                "the search takes minutes beyond " + Transients.LARGEST_KREISS + " units");
        setOrNull(
                object,
                "settling",
                transients.settled().map(s -> bounds(s.lower(), s.upper()).put("below", SettlingTime.SETTLED)),
                report.stability().verdict() == LoopStability.Verdict.STABLE
                        ? "it was not found within the budget"
                        : "the loop is not known to be stable");
        object.set("places", numbers(transients.times()));
        object.set("logNorms", numbers(transients.logNorms()));
        return object;
    }

    static ObjectNode horizon(HorizonGain horizon) {
        ObjectNode object = Json.object().put("steps", horizon.steps());
        Json.putNumber(object, "gain", horizon.value());
        Json.putNumber(object, "residual", horizon.residual());
        object.set("inputNorms", numbers(horizon.inputNorms()));
        if (horizon.worstInput().size() <= MOST_NUMBERS) {
            object.set("worstInput", numbers(horizon.worstInput()));
        } else {
            object.putNull("worstInput").put("worstInputReason", "more than " + MOST_NUMBERS + " numbers");
        }
        return object;
    }

    private static ObjectNode bode(BodeData bode) {
        ObjectNode object = Json.object();
        object.set("frequencies", numbers(bode.frequencies()));
        object.set("largest", numbers(bode.largest()));
        object.set("smallest", numbers(bode.smallest()));
        return object;
    }

    private static ObjectNode eigenloci(Eigenloci loci) {
        ObjectNode object = Json.object();
        object.set("real", numbers(loci.real()));
        object.set("imaginary", numbers(loci.imaginary()));
        return object;
    }

    /** An array has no room for a reason: what is infinite is a text. */
    static ArrayNode numbers(Vector vector) {
        ArrayNode array = Json.array();
        for (double value : vector.toArray()) {
            if (Double.isFinite(value)) {
                array.add(value);
            } else {
                array.add(Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
            }
        }
        return array;
    }
}
