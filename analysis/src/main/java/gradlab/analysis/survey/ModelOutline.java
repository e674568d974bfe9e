package gradlab.analysis.survey;

import gradlab.analysis.inference.GraphRun;
import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Pattern;
import gradlab.analysis.inference.Patterns;
import gradlab.analysis.inference.Step;
import gradlab.analysis.inference.Value;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.onnx.Attribute;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Tape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is in a model: its operators in order, what exporters took apart put together again, the shapes at one input.
 *
 * @param parts the operators, and layers recognised from several, in order; those of a graph within one before it
 * @param parameters how many weights it holds: numbers with fractions, in tensors, constants of the graph included
 * @param shapesUnknown why shapes are missing; empty if they are there
 */
public record ModelOutline(List<Part> parts, long parameters, String shapesUnknown) {
    /**
     * One operator, or a layer that an exporter took apart.
     *
     * @param name of the (last) node
     * @param type of operator or layer
     * @param nodes how many operators it is
     * @param inputs the values that go in
     * @param outputs the values that come out
     * @param outputShapes the shapes of those that were computed, by name
     * @param parameters how many weights go straight into it
     */
    public record Part(
            String name,
            String type,
            int nodes,
            List<String> inputs,
            List<String> outputs,
            Map<String, List<Integer>> outputShapes,
            long parameters) {}

    /** Copies the list. */
    public ModelOutline {
        parts = List.copyOf(parts);
    }

    /** The outline, with the shapes that a point gives: of all fields of the request only the point counts. */
    public static ModelOutline of(OnnxModel model, ModelRequest request) {
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        String unknown = "";
        try {
            shapes.putAll(shapes(model, request));
        } catch (SourceException e) {
            unknown = String.valueOf(e.getMessage());
        }
        Map<String, StoredTensor> weights = weights(model.graph());
        long parameters =
                weights.values().stream().mapToLong(StoredTensor::count).sum();
        return new ModelOutline(parts(model.graph(), shapes, weights), parameters, unknown);
    }

    private static Map<String, List<Integer>> shapes(OnnxModel model, ModelRequest request) {
        Tape tape = new Tape();
        Map<String, Value<Tape.Variable>> given = new LinkedHashMap<>();
        ModelInputs.of(model, request).forEach((name, value) -> given.put(name, value.in(tape)));
        Inference<Tape.Variable> run = GraphRun.of(model).run(tape, given);
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        for (Step step : run.steps()) {
            step.outputs().forEach((name, shape) -> shapes.put(name, shape.lengths()));
        }
        return shapes;
    }

    /** The float tensors of a graph and those within it, by the name of the value; single numbers are no weights. */
    private static Map<String, StoredTensor> weights(Graph graph) {
        Map<String, StoredTensor> weights = new LinkedHashMap<>(graph.initialisers());
        for (Node node : graph.nodes()) {
            for (Attribute attribute : node.attributes().values()) {
                attribute.graph().ifPresent(inner -> weights.putAll(weights(inner)));
                if (node.operator().equals("Constant")) {
                    attribute
                            .tensor()
                            .ifPresent(tensor -> weights.put(node.outputs().get(0), tensor));
                }
            }
        }
        weights.values()
                .removeIf(tensor -> !tensor.type().isFloat() || tensor.shape().isEmpty());
        return weights;
    }

    private static List<Part> parts(Graph graph, Map<String, List<Integer>> shapes, Map<String, StoredTensor> weights) {
        Map<Node, Pattern> members = new HashMap<>();
        for (Pattern pattern : Patterns.of(graph)) {
            pattern.nodes().forEach(node -> members.putIfAbsent(node, pattern));
        }
        List<Part> parts = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Pattern pattern = members.get(node);
            if (pattern == null) {
                for (Attribute attribute : node.attributes().values()) {
                    attribute.graph().ifPresent(inner -> parts.addAll(parts(inner, shapes, weights)));
                }
                parts.add(new Part(
                        node.label(),
                        node.fullOperator(),
                        1,
                        node.inputs(),
                        node.outputs(),
                        known(node.outputs(), shapes),
                        parameters(List.of(node), weights)));
            } else if (node.outputs().contains(pattern.output())) {
                List<String> outputs = List.of(pattern.output());
                parts.add(new Part(
                        node.label(),
                        pattern.kind().title(),
                        pattern.nodes().size(),
                        List.of(pattern.input()),
                        outputs,
                        known(outputs, shapes),
                        parameters(pattern.nodes(), weights)));
            }
        }
        return parts;
    }

    private static Map<String, List<Integer>> known(List<String> outputs, Map<String, List<Integer>> shapes) {
        Map<String, List<Integer>> known = new LinkedHashMap<>();
        for (String output : outputs) {
            List<Integer> shape = shapes.get(output);
            if (shape != null) {
                known.put(output, shape);
            }
        }
        return known;
    }

    private static long parameters(List<Node> nodes, Map<String, StoredTensor> weights) {
        return nodes.stream()
                .flatMap(node -> node.inputs().stream())
                .distinct()
                .map(weights::get)
                .filter(Objects::nonNull)
                .mapToLong(StoredTensor::count)
                .sum();
    }
}
