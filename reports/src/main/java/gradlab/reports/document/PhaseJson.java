package gradlab.reports.document;

import gradlab.analysis.operator.Vector;
import gradlab.dynamics.signal.BoundaryPoint;
import gradlab.dynamics.signal.Estimate;
import gradlab.dynamics.signal.FiniteWidth;
import gradlab.dynamics.signal.FixedPoint;
import gradlab.dynamics.signal.PhaseDiagram;
import gradlab.dynamics.signal.PhasePoint;
import gradlab.dynamics.signal.PhaseStudy;
import gradlab.dynamics.signal.RandomNetworks;
import gradlab.dynamics.signal.SpectrumComparison;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Phases of random networks as JSON; {@code docs/phase.md} says what every field means. */
public final class PhaseJson {
    private static final String TRAINABLE_SOURCE =
            "6 xi_c: Schoenholz, Gilmer, Ganguli, Sohl-Dickstein, Deep Information Propagation, ICLR 2017";

    private PhaseJson() {}

    /** The document of a diagram, of a point, or of both. */
    public static String text(String activation, Optional<PhaseDiagram> diagram, Optional<PhaseStudy.Result> result) {
        ObjectNode document = Json.object().put("schema", Json.SCHEMA).put("activation", activation);
        result.ifPresent(r -> point(document, r));
        diagram.ifPresent(d -> diagram(document, d));
        return Json.text(document);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void diagram(ObjectNode document, PhaseDiagram diagram) {
        ArrayNode boundary = document.putArray("boundary");
        diagram.boundary().forEach(p -> boundary.add(boundary(p)));
        ObjectNode grid = document.putObject("diagram");
        addAll(grid.putArray("weightVariances"), diagram.weightVariances());
        addAll(grid.putArray("biasVariances"), diagram.biasVariances());
        ArrayNode chi = grid.putArray("chi");
        diagram.chi().forEach(row -> addAll(chi.addArray(), row));
    }

    private static ObjectNode boundary(BoundaryPoint point) {
        ObjectNode object = Json.object();
        object.put("biasVariance", point.biasVariance());
        put(object, "weightVariance", point.weightVariance());
        Json.putNumber(object, "qStar", point.variance());
        object.put("outcome", name(point.outcome()))
                .put("advice", point.outcome().advice());
        ArrayNode candidates = object.putArray("candidates");
        point.candidates().forEach(c -> {
            ObjectNode candidate = candidates.addObject();
            put(candidate, "weightVariance", c.weightVariance());
            Json.putNumber(candidate, "qStar", c.variance());
            Json.putNumber(candidate, "varianceSlope", c.varianceSlope());
        });
        return object;
    }

    private static void point(ObjectNode document, PhaseStudy.Result result) {
        PhaseStudy study = result.study();
        PhasePoint point = result.point();
        document.put("weightVariance", study.variances().weight())
                .put("biasVariance", study.variances().bias())
                .put("dropout", study.variances().dropout())
                .put("inputMeanSquare", study.variances().input());
        document.put("weights", name(study.law()))
                .put("normalisation", name(study.architecture().normalisation()));
        put(document, "residual", study.architecture().skip(), "no skip");
        document.put("verdict", name(result.verdict()));
        document.put("outcome", name(point.outcome()))
                .put("advice", point.outcome().advice());
        put(document, "qStar", point.variance());
        fixedPoints(document.putArray("varianceFixedPoints"), point.variancePoints());
        put(document, "cStar", point.correlation());
        fixedPoints(document.putArray("correlationFixedPoints"), point.correlationPoints());
        document.put("everyCorrelationStays", point.everyCorrelationStays());
        put(document, "chi", point.chi());
        Json.putNumber(document, "chiAtCStar", point.chiAtCorrelation());
        String neutral = "infinite: the slope of the map is 1";
        put(document, "xiQ", point.varianceDepth(), neutral);
        put(document, "xiC", point.correlationDepth(), neutral);
        put(document, "xiGradient", point.gradientDepth(), "infinite: chi is 1");
        Json.putNumber(document, "trainableDepth", point.trainableDepth());
        document.put("trainableDepthSource", TRAINABLE_SOURCE);
        Json.putNumber(document, "lyapunovExponent", point.lyapunovExponent());
        put(document, "criticalWeightVariance", result.critical().weightVariance());
        document.set("critical", boundary(result.critical()));
        layers(document.putObject("layers"), result);
        result.finiteWidth()
                .ifPresentOrElse(
                        w -> finiteWidth(document, w),
                        () -> document.putNull("finiteWidth").put("finiteWidthReason", result.finiteWidthReason()));
        result.spectrum()
                .ifPresentOrElse(
                        s -> spectrum(document.putObject("singularValues"), s),
                        () -> document.putNull("singularValues").put("singularValuesReason", result.spectrumReason()));
    }

    private static void fixedPoints(ArrayNode array, List<FixedPoint> points) {
        for (FixedPoint point : points) {
            ObjectNode object = array.addObject();
            put(object, "value", point.place());
            Json.putNumber(object, "slope", point.slope());
            object.put("stability", name(point.stability()));
        }
    }

    private static void layers(ObjectNode object, PhaseStudy.Result result) {
        PhaseStudy study = result.study();
        object.put("depth", study.layers());
        put(object, "limitingGrowth", result.limitingGrowth(), "not known");
        put(object, "power", result.power(), "not a power of the depth");
        study.architecture()
                .law()
                .ifPresentOrElse(law -> object.put("law", law), () -> object.put("law", "chi a layer"));
        add(object.putArray("variance"), result.prediction().variances());
        add(object.putArray("correlation"), result.prediction().correlations());
        add(object.putArray("growth"), result.prediction().growths());
        add(object.putArray("gradient"), result.prediction().gradients());
        ObjectNode measured = object.putObject("monteCarlo");
        measured.put("width", study.width())
                .put("networks", study.networks())
                .put("batch", study.batch())
                .put("inputCorrelation", study.correlation())
                .put("seed", study.seed());
        statistics(measured.putObject("variance"), result.measured().variance());
        statistics(measured.putObject("correlation"), result.measured().correlation());
        statistics(measured.putObject("gradient"), result.measured().gradient());
        statistics(measured.putObject("logGradient"), result.measured().logGradient());
    }

    private static void statistics(ObjectNode object, RandomNetworks.Statistics statistics) {
        add(object.putArray("mean"), statistics.means());
        add(object.putArray("standardError"), statistics.errors());
    }

    private static void finiteWidth(ObjectNode document, FiniteWidth correction) {
        ObjectNode object = document.putObject("finiteWidth");
        object.put("meanLogPerLayer", correction.meanLog())
                .put("varianceLogPerLayer", correction.varianceLog())
                .put("exact", correction.exact())
                .put("source", "Hanin and Nica, Products of Many Large Random Matrices, 2020; Hanin, NeurIPS 2018");
    }

    private static void spectrum(ObjectNode object, SpectrumComparison spectrum) {
        object.put("outcome", name(spectrum.theory().outcome()))
                .put("advice", spectrum.theory().outcome().advice());
        object.put("width", spectrum.width())
                .put("networks", spectrum.networks())
                .put("depth", spectrum.layers());
        Json.putNumber(object, "largestSquared", spectrum.theory().largest());
        Json.putNumber(object, "meanSquared", spectrum.theory().mean());
        Json.putNumber(object, "secondMomentSquared", spectrum.theory().secondMoment());
        Json.putNumber(object, "zeros", spectrum.theory().zeros());
        Json.putNumber(object, "zerosMeasured", spectrum.zeros());
        Json.putNumber(object, "massMissing", spectrum.theory().missing());
        Json.putNumber(object, "kolmogorovSmirnov", spectrum.distance());
        add(object.putArray("logSquared"), spectrum.theory().logarithms());
        add(object.putArray("density"), spectrum.theory().densities());
        add(object.putArray("share"), spectrum.theory().shares());
        add(object.putArray("logSquaredMeasured"), spectrum.sample());
    }

    private static void put(ObjectNode object, String key, Estimate estimate) {
        Json.putNumber(object, key, estimate.value());
        object.put(key + "Error", estimate.error());
    }

    private static void put(ObjectNode object, String key, OptionalDouble value, String reason) {
        if (value.isPresent()) {
            Json.putNumber(object, key, value.getAsDouble());
        } else {
            object.putNull(key).put(key + "Reason", reason);
        }
    }

    private static void add(ArrayNode array, Vector values) {
        for (double value : values.toArray()) {
            add(array, value);
        }
    }

    private static void addAll(ArrayNode array, List<Double> values) {
        values.forEach(value -> add(array, value));
    }

    /** An array has no room for a reason: what is not a number is null there, and infinities are texts. */
    private static void add(ArrayNode array, double value) {
        if (Double.isFinite(value)) {
            array.add(value);
        } else if (Double.isNaN(value)) {
            array.addNull();
        } else {
            array.add(value > 0 ? "Infinity" : "-Infinity");
        }
    }
}
