package gradlab.analysis.survey;

import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Step;
import gradlab.analysis.inference.Value;
import gradlab.analysis.onnx.Attribute;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.tensor.Tape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What lies on the way from the input of a tape to a value of a run. */
final class Path {
    private Path() {}

    /** Whether the input of the tape has an influence on a value. */
    static boolean isInfluenced(Inference<Tape.Variable> run, String name) {
        return run.value(name)
                .filter(Value::isReal)
                .filter(value -> !value.real(run.algebra()).isConstant())
                .isPresent();
    }

    /** The influenced steps that a value needs, in order. */
    static List<Step> to(Inference<Tape.Variable> run, String to) {
        Set<String> needed = new HashSet<>(Set.of(to));
        List<Step> steps = new ArrayList<>();
        for (int i = run.steps().size() - 1; i >= 0; i--) {
            Step step = run.steps().get(i);
            if (step.node().outputs().stream().anyMatch(needed::contains)) {
                needed.addAll(taken(step.node()));
                if (step.node().inputs().stream().anyMatch(input -> isInfluenced(run, input))) {
                    steps.add(step);
                }
            }
        }
        Collections.reverse(steps);
        return steps;
    }

    /** What goes into a node, with what the graphs within it hand to it. */
    static List<String> taken(Node node) {
        List<String> taken = new ArrayList<>(node.inputs());
        taken.addAll(innerOutputs(node));
        return taken;
    }

    /** What the graphs within a node hand to it. */
    private static List<String> innerOutputs(Node node) {
        return node.attributes().values().stream()
                .map(Attribute::graph)
                .flatMap(graph -> graph.stream())
                .flatMap(graph -> graph.outputs().stream())
                .map(output -> output.name())
                .toList();
    }
}
