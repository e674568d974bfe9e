package gradlab.reports.document;

import gradlab.analysis.survey.LayerRow;
import gradlab.analysis.survey.Lipschitz;
import gradlab.analysis.survey.WeightRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Layers as JSON. Columns that WeightWatcher has carry its names: layer_id, layer_type, M, N, params, norm, ... */
final class LayersJson {

    private LayersJson() {}

    static ArrayNode of(List<LayerRow> layers) {
        ArrayNode array = Json.array();
        for (int i = 0; i < layers.size(); i++) {
            array.add(row(i, layers.get(i)));
        }
        return array;
    }

    static ObjectNode of(Lipschitz lipschitz) {
        ObjectNode object = Json.object();
        Json.putNumber(object, "product", lipschitz.bound().product());
        Json.putNumber(object, "tight", lipschitz.bound().tight());
        Json.putNumber(object, "measured", StrictMath.exp(lipschitz.gap().logNorm()));
        ArrayNode layers = object.putArray("gap");
        for (int i = 0; i < lipschitz.layers().size(); i++) {
            ObjectNode layer = layers.addObject().put("name", lipschitz.layers().get(i));
            Json.putNumber(layer, "weightNorm", lipschitz.bound().norms().get(i));
            Json.putNumber(layer, "slack", lipschitz.gap().slack().get(i));
            Json.putNumber(layer, "misalignment", lipschitz.gap().misalignment().get(i));
        }
        return object;
    }

    private static ObjectNode row(int id, LayerRow layer) {
        ObjectNode object =
                Json.object().put("layer_id", id).put("name", layer.name()).put("layer_type", layer.type());
        layer.inputShape().forEach(object.putArray("inputShape")::add);
        layer.outputShape().forEach(object.putArray("outputShape")::add);
        object.put("params", layer.parameters());
        Optional<WeightRow> first = layer.weights().stream().findFirst();
        if (first.isPresent()) {
            putWeight(object, first.get());
        } else {
            List.of("M", "N", "norm", "spectral_norm", "weightNorm", "stable_rank")
                    .forEach(object::putNull);
        }
        put(object, "jacobianNorm", layer.jacobianNorm());
        put(object, "stateJacobianNorm", layer.stateJacobianNorm());
        put(object, "gradientNorm", layer.gradientNorm());
        object.set("weights", weights(layer.weights()));
        return object;
    }

    static ArrayNode weights(List<WeightRow> weights) {
        ArrayNode array = Json.array();
        for (WeightRow weight : weights) {
            ObjectNode object = Json.object().put("name", weight.name());
            putWeight(object, weight);
            put(object, "spectralRadius", weight.spectralRadius());
            object.set("blocks", weights(weight.blocks()));
            array.add(object);
        }
        return array;
    }

    /** In WeightWatcher norm is ‖W‖_F² and spectral_norm is ‖W‖²; weightNorm is ‖W‖ itself. */
    private static void putWeight(ObjectNode object, WeightRow weight) {
        object.put("M", weight.rows()).put("N", weight.columns());
        Json.putNumber(object, "norm", weight.frobeniusSquared());
        Json.putNumber(object, "spectral_norm", weight.norm() * weight.norm());
        Json.putNumber(object, "weightNorm", weight.norm());
        Json.putNumber(object, "stable_rank", weight.stableRank());
    }

    private static void put(ObjectNode object, String key, OptionalDouble value) {
        if (value.isPresent()) {
            Json.putNumber(object, key, value.getAsDouble());
        } else {
            object.putNull(key);
        }
    }
}
