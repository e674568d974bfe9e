package gradlab.analysis.inference;

import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.onnx.Attribute;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Who makes and who takes each value of a graph. */
final class Wiring {
    private final Graph graph;
    private final Map<String, Node> makers = new HashMap<>();
    private final Map<String, List<Node>> takers = new HashMap<>();

    Wiring(Graph graph) {
        this.graph = graph;
        for (Node node : graph.nodes()) {
            node.outputs().forEach(output -> makers.putIfAbsent(output, node));
            node.inputs()
                    .forEach(input -> takers.computeIfAbsent(input, i -> new ArrayList<>())
                            .add(node));
        }
    }

    /** The node that makes a value, if it is one of these operators. */
    Optional<Node> maker(String value, String... operators) {
        return Optional.ofNullable(makers.get(value))
                .filter(n -> n.domain().isEmpty())
                .filter(n -> Set.of(operators).contains(n.operator()));
    }

    /** The first taker of a value that is one of these operators. */
    Optional<Node> taker(String value, String... operators) {
        return takers.getOrDefault(value, List.of()).stream()
                .filter(n -> n.domain().isEmpty() && Set.of(operators).contains(n.operator()))
                .findFirst();
    }

    /** The single number that a value always is. */
    OptionalDouble constant(String value) {
        StoredTensor stored = graph.initialisers().get(value);
        if (stored == null) {
            stored = maker(value, "Constant")
                    .flatMap(n -> n.find("value"))
                    .flatMap(Attribute::tensor)
                    .orElse(null);
        }
        return stored != null && stored.count() == 1
                ? OptionalDouble.of(stored.toDoubles()[0])
                : OptionalDouble.empty();
    }

    /** Whether a value is a given constant, to the accuracy of binary16. */
    boolean isConstant(String value, double expected) {
        OptionalDouble found = constant(value);
        return found.isPresent() && Math.abs(found.getAsDouble() - expected) <= 1e-3 * Math.abs(expected);
    }

    /** Of a node with two inputs the one that is not this one. */
    static Optional<String> other(Node node, String input) {
        if (node.inputs().size() != 2) {
            return Optional.empty();
        }
        String first = node.inputs().get(0);
        return first.equals(input)
                ? Optional.of(node.inputs().get(1))
                : node.inputs().get(1).equals(input) ? Optional.of(first) : Optional.empty();
    }

    /** Of a node with two inputs the one that is not a given constant, if the other one is. */
    Optional<String> besideConstant(Node node, double expected) {
        return node.inputs().stream()
                .filter(input -> isConstant(input, expected))
                .findFirst()
                .flatMap(input -> other(node, input));
    }
}
