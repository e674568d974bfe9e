package gradlab.reports.document;

import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.operator.Vector;
import gradlab.dynamics.euler.BlowUp;
import gradlab.dynamics.euler.DesignRow;
import gradlab.dynamics.euler.EulerResult;
import gradlab.dynamics.euler.GrowthProfile;
import gradlab.dynamics.euler.LayerStability;
import gradlab.dynamics.euler.OrderCurve;
import gradlab.dynamics.euler.OrderStudy;
import gradlab.dynamics.euler.SchemeStability;
import gradlab.dynamics.euler.StackStability;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A network as a Forward Euler solver as JSON; {@code docs/euler.md} says what every field means. */
public final class EulerJson {
    private static final String TOO_LARGE = "too many dimensions; ask for it with --steps or --time";
    private static final String NOT_DENSE = "computed only where the Jacobian is made dense and small enough";

    private EulerJson() {}

    /**
     * The document.
     *
     * @param file the file's name
     * @param format what it is
     * @param result what was found
     */
    public static String text(String file, String format, EulerResult result) {
        StackStability stack = result.stability();
        ObjectNode document = Json.object().put("schema", Json.SCHEMA);
        document.put("file", file).put("format", format).put("of", stack.of());
        document.put("method", stack.method()).put("converged", stack.converged());
        Json.putNumber(document, "largestStep", stack.largestStep());
        Json.putNumber(document, "largestScale", stack.largestScale());
        document.put("advice", stack.advice());
        ArrayNode layers = document.putArray("layers");
        for (int i = 0; i < stack.layers().size(); i++) {
            layers.add(layer(i, stack.layers().get(i)));
        }
        ArrayNode growth = document.putArray("growth");
        int first = 0;
        for (GrowthProfile profile : stack.growth()) {
            growth.add(growth(first, profile));
            first += runLength(stack.layers(), first);
        }
        result.order()
                .ifPresentOrElse(
                        order -> document.set("order", order(order)),
                        () -> document.putNull("order").put("orderReason", TOO_LARGE));
        result.blowUp()
                .ifPresentOrElse(
                        blowUp -> document.set("blowUp", blowUp(blowUp)),
                        () -> document.putNull("blowUp").put("blowUpReason", result.blowUpReason()));
        ArrayNode designs = document.putArray("designs");
        result.designs().forEach(row -> designs.add(design(row)));
        return Json.text(document);
    }

    private static int runLength(List<LayerStability> layers, int first) {
        int end = first + 1;
        while (end < layers.size() && layers.get(end).continues()) {
            end++;
        }
        return end - first;
    }

    private static ObjectNode layer(int index, LayerStability layer) {
        ObjectNode object = Json.object().put("layer", index);
        object.put("name", layer.name()).put("kind", layer.kind()).put("dimension", layer.dimension());
        object.put("h", layer.step()).put("continues", layer.continues());
        object.put("differentiable", layer.differentiable());
        SchemeStability euler = layer.schemes().get(0);
        Json.putNumber(object, "spectralAbscissa", layer.spectrum().abscissa());
        object.set("worst", complex(euler.worstReal(), euler.worstImaginary()));
        object.put("verdict", layer.verdict().name().toLowerCase(Locale.ROOT)).put("advice", layer.advice());
        Json.putNumber(object, "largestStep", euler.largestStep());
        Json.putNumber(object, "scale", euler.largestStep() / layer.step());
        Json.putNumber(object, "contractiveStep", layer.contractiveStep());
        Json.putNumber(object, "stepNorm", layer.stepNorm());
        Json.putNumber(object, "stepNormBound", layer.stepNormBound());
        Json.putNumber(object, "jacobianNorm", layer.jacobianNorm());
        Json.putNumber(object, "mu2", layer.muTwo());
        Json.putNumber(object, "mu2Lower", layer.lowerTwo());
        put(
                object,
                "mu1",
                layer.logarithmicNorms().stream().mapToDouble(n -> n.one()).findFirst(),
                NOT_DENSE);
        put(
                object,
                "muInfinity",
                layer.logarithmicNorms().stream().mapToDouble(n -> n.infinity()).findFirst(),
                NOT_DENSE);
        Json.putNumber(object, "logNormQuotient", layer.logNormQuotient());
        put(object, "departureFromNormality", layer.departure(), NOT_DENSE);
        ObjectNode schemes = object.putObject("methods");
        layer.schemes().forEach(scheme -> schemes.set(scheme.scheme().key(), scheme(layer, scheme)));
        object.put("complete", layer.spectrum().complete())
                .put("converged", layer.spectrum().converged());
        Json.putNumber(object, "resolution", layer.spectrum().resolution());
        object.set("eigenvalues", eigenvalues(layer.spectrum().values()));
        return object;
    }

    private static ObjectNode scheme(LayerStability layer, SchemeStability scheme) {
        ObjectNode object = Json.object().put("inside", scheme.inside()).put("outside", scheme.outside());
        put(object, "share", scheme.share(), "not all eigenvalues are known");
        object.set("worst", complex(scheme.worstReal(), scheme.worstImaginary()));
        Json.putNumber(object, "amplification", scheme.amplification());
        Json.putNumber(object, "largestStep", scheme.largestStep());
        Json.putNumber(object, "scale", scheme.largestStep() / layer.step());
        object.set("limit", complex(scheme.limitReal(), scheme.limitImaginary()));
        put(object, "stepNorm", scheme.norm(), NOT_DENSE);
        return object;
    }

    private static void put(ObjectNode object, String key, OptionalDouble value, String reason) {
        if (value.isPresent()) {
            Json.putNumber(object, key, value.getAsDouble());
        } else {
            object.putNull(key).put(key + "Reason", reason);
        }
    }

    private static ArrayNode complex(double real, double imaginary) {
        return Json.array().add(real).add(imaginary);
    }

    private static ArrayNode eigenvalues(Eigenvalues values) {
        ArrayNode array = Json.array();
        for (int i = 0; i < values.size(); i++) {
            array.add(complex(values.real().get(i), values.imaginary().get(i)));
        }
        return array;
    }

    private static ObjectNode growth(int first, GrowthProfile profile) {
        ObjectNode object = Json.object().put("firstLayer", first);
        object.put("depth", profile.steps().size() - 1);
        object.set("logProduct", numbers(profile.measured()));
        object.set("logProductOfNorms", numbers(profile.steps()));
        object.set("logFlowAtMost", numbers(profile.flowUpper()));
        object.set("logFlowAtLeast", numbers(profile.flowLower()));
        return object;
    }

    /** An array has no room for a reason: what is not finite is a text there. */
    private static ArrayNode numbers(Vector values) {
        ArrayNode array = Json.array();
        for (double value : values.toArray()) {
            add(array, value);
        }
        return array;
    }

    private static void add(ArrayNode array, double value) {
        if (Double.isFinite(value)) {
            array.add(value);
        } else {
            array.add(Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }

    private static ObjectNode order(OrderStudy.Result order) {
        ObjectNode object = Json.object().put("time", order.time()).put("layers", order.layers());
        object.put("reason", order.reason());
        ObjectNode methods = object.putObject("methods");
        for (OrderCurve curve : order.curves()) {
            ObjectNode method = methods.putObject(curve.scheme().key());
            put(method, "order", curve.fit().order(), curve.fit().reason());
            put(
                    method,
                    "standardError",
                    curve.fit().standardError(),
                    curve.fit().reason());
            if (curve.fit().order().isPresent()) {
                method.putArray("range")
                        .add(curve.substeps().get(curve.fit().first()))
                        .add(curve.substeps().get(curve.fit().last()));
            } else {
                method.putNull("range");
            }
            ArrayNode cuts = method.putArray("stepsPerLayer");
            ArrayNode steps = method.putArray("step");
            ArrayNode errors = method.putArray("error");
            curve.substeps().forEach(cuts::add);
            curve.steps().forEach(step -> add(steps, step));
            curve.errors().forEach(error -> add(errors, error));
        }
        return object;
    }

    private static ObjectNode blowUp(BlowUp blowUp) {
        ObjectNode object = Json.object();
        object.put("stableStep", blowUp.stableStep()).put("unstableStep", blowUp.unstableStep());
        object.set("stable", numbers(blowUp.stable()));
        object.set("unstable", numbers(blowUp.unstable()));
        object.set("exact", numbers(blowUp.exact()));
        return object;
    }

    private static ObjectNode design(DesignRow row) {
        ObjectNode object = Json.object().put("name", row.name());
        Json.putNumber(object, "gamma", row.damping());
        Json.putNumber(object, "spectralRadius", row.spectralRadius());
        Json.putNumber(object, "stepNorm", row.stepNorm());
        Json.putNumber(object, "largestStep", row.largestStep());
        object.put("stable", row.stable()).put("says", row.says());
        return object;
    }
}
