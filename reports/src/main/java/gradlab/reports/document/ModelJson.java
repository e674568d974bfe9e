package gradlab.reports.document;

import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.onnx.Size;
import gradlab.analysis.onnx.ValueInfo;
import gradlab.analysis.survey.ModelOutline;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is in a file of weights as JSON; {@code docs/spectrum.md} says what every field means. */
public final class ModelJson {

    private ModelJson() {}

    /** Of a model. */
    public static String text(OnnxModel model, ModelOutline outline) {
        ObjectNode document = Json.object().put("schema", Json.SCHEMA);
        document.put("file", model.file()).put("format", "ONNX").put("producer", model.producer());
        document.put("opset", model.opset()).put("parameters", outline.parameters());
        document.set("inputs", values(model.graph().inputs()));
        document.set("outputs", values(model.graph().outputs()));
        ArrayNode layers = document.putArray("layers");
        for (ModelOutline.Part part : outline.parts()) {
            ObjectNode layer = layers.addObject()
                    .put("name", part.name())
                    .put("type", part.type())
                    .put("nodes", part.nodes())
                    .put("params", part.parameters());
            part.inputs().forEach(layer.putArray("inputs")::add);
            part.outputs().forEach(layer.putArray("outputs")::add);
            ObjectNode shapes = layer.putObject("shapes");
            part.outputShapes().forEach((name, shape) -> sizes(shapes.putArray(name), shape));
        }
        document.put("shapesUnknown", outline.shapesUnknown());
        document.set("tensors", tensors(model.graph().initialisers().values()));
        return Json.text(document);
    }

    /** Of tensors. */
    public static String text(TensorFile file) {
        ObjectNode document = Json.object().put("schema", Json.SCHEMA);
        document.put("file", file.name()).put("format", file.format().title());
        document.put(
                "parameters",
                file.tensors().stream().mapToLong(StoredTensor::count).sum());
        document.set("tensors", tensors(file.tensors()));
        return Json.text(document);
    }

    private static ArrayNode values(List<ValueInfo> values) {
        ArrayNode array = Json.array();
        for (ValueInfo value : values) {
            ObjectNode object = array.addObject().put("name", value.name()).put("type", value.typeName());
            value.shape()
                    .ifPresentOrElse(
                            sizes -> sizes.forEach(size -> add(object.withArray("shape"), size)),
                            () -> object.putNull("shape"));
        }
        return array;
    }

    /** A size that only a run knows stands as its name. */
    private static void add(ArrayNode shape, Size size) {
        if (size.isKnown()) {
            shape.add(size.length());
        } else {
            shape.add(size.toString());
        }
    }

    private static ArrayNode tensors(Collection<StoredTensor> tensors) {
        ArrayNode array = Json.array();
        for (StoredTensor tensor : tensors) {
            ObjectNode object = array.addObject()
                    .put("name", tensor.name())
                    .put("type", tensor.type().name());
            sizes(object.putArray("shape"), tensor.shape());
            object.put("params", tensor.count());
        }
        return array;
    }

    private static void sizes(ArrayNode array, List<Integer> shape) {
        shape.forEach(array::add);
    }
}
