package gradlab.analysis.survey;

import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Pattern;
import gradlab.analysis.inference.Patterns;
import gradlab.analysis.inference.Step;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.tensor.Tape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the layers on the way to a value: what exporters took apart is one again, what only moves numbers is none. */
final class Stages {
    /** Operators that only move numbers about, or join what other operators computed. */
    private static final Set<String> PLUMBING = Set.of(
            "Reshape",
            "Transpose",
            "Squeeze",
            "Unsqueeze",
            "Flatten",
            "Concat",
            "Split",
            "Slice",
            "Gather",
            "Expand",
            "Identity",
            "Cast",
            "Pad",
            "Add",
            "Sub",
            "Mul",
            "Div",
            "Sqrt",
            "Pow",
            "ReduceMean",
            "Where",
            "Tile",
            "Dropout",
            "If");

    private final Inference<Tape.Variable> run;
    private final Map<Node, Pattern> members = new HashMap<>();

    private Stages(Inference<Tape.Variable> run, Graph graph) {
        this.run = run;
        collect(graph);
    }

    /** The layers, in the order of computation. */
    static List<Stage> to(String value, Inference<Tape.Variable> run, Graph graph) {
        Stages stages = new Stages(run, graph);
        List<Stage> found = new ArrayList<>();
        for (Step step : Path.to(run, value)) {
            stages.of(step).ifPresent(found::add);
        }
        return found;
    }

    private void collect(Graph graph) {
        for (Pattern pattern : Patterns.of(graph)) {
            if (Path.isInfluenced(run, pattern.input()) && Path.isInfluenced(run, pattern.output())) {
                pattern.nodes().forEach(node -> members.putIfAbsent(node, pattern));
            }
        }
        for (Node node : graph.nodes()) {
            node.attributes().values().forEach(attribute -> attribute.graph().ifPresent(this::collect));
        }
    }

    private Optional<Stage> of(Step step) {
        Node node = step.node();
        String output =
                node.outputs().stream().filter(o -> !o.isEmpty()).findFirst().orElse("");
        Pattern pattern = members.get(node);
        if (pattern != null) {
            return output.equals(pattern.output())
                    ? Optional.of(new Stage(pattern.kind().title(), node, pattern.input(), output, step.fixed()))
                    : Optional.empty();
        }
        boolean joins = PLUMBING.contains(node.operator()) || !Path.isInfluenced(run, output);
        return joins
                ? Optional.empty()
                : node.inputs().stream()
                        .filter(name -> Path.isInfluenced(run, name))
                        .findFirst()
                        .map(input -> new Stage(node.operator(), node, input, output, step.fixed()));
    }
}
