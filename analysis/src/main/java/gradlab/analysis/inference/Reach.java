package gradlab.analysis.inference;

import gradlab.analysis.onnx.Attribute;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.source.SourceException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which nodes lie between what is given and what is wanted. */
final class Reach {
    private Reach() {}

    /** The values that a name stands for: the value of that name, or what the node of that name computes. */
    static List<String> values(String file, Graph graph, String name) {
        for (Node node : graph.nodes()) {
            if (node.outputs().contains(name)) {
                return List.of(name);
            }
        }
        boolean isGiven = graph.initialisers().containsKey(name)
                || graph.inputs().stream().anyMatch(input -> input.name().equals(name));
        if (isGiven) {
            return List.of(name);
        }
        return graph.nodes().stream()
                .filter(node -> !node.name().isEmpty() && node.name().equals(name))
                .findFirst()
                .map(node -> node.outputs().stream().filter(o -> !o.isEmpty()).toList())
                .orElseThrow(() -> SourceException.in(
                        file, "no value or node " + SourceException.quote(name), "a name of the model"));
    }

    /** The places of the nodes that are needed. */
    static Set<Integer> nodes(String file, Graph graph, Set<String> given, List<String> wanted) {
        Map<String, Integer> maker = new HashMap<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            for (String output : graph.nodes().get(i).outputs()) {
                if (!output.isEmpty() && maker.put(output, i) != null) {
                    throw SourceException.in(
                            file, "the value " + SourceException.quote(output) + " computed twice", "each value once");
                }
            }
        }
        Set<Integer> needed = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(wanted);
        while (!open.isEmpty()) {
            String name = open.pop();
            Integer node = given.contains(name) ? null : maker.get(name);
            if (node != null && needed.add(node)) {
                open.addAll(uses(graph.nodes().get(node)));
            }
        }
        return needed;
    }

    /** The names that a node takes, those that graphs within it take from outside included. */
    private static Set<String> uses(Node node) {
        Set<String> uses = new HashSet<>(node.inputs());
        for (Attribute attribute : node.attributes().values()) {
            attribute.graph().ifPresent(graph -> {
                graph.nodes().forEach(inner -> uses.addAll(uses(inner)));
                graph.outputs().forEach(output -> uses.add(output.name()));
            });
        }
        return uses;
    }
}
