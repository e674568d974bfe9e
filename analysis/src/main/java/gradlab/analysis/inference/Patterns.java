package gradlab.analysis.inference;

import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds layers that exporters take apart, by their operators, how these are wired, and their constants. */
public final class Patterns {

    private static final double ROOT_TWO = Math.sqrt(2);
    private static final int LONGEST_WAY = 4;

    private final Wiring wiring;

    private Patterns(Graph graph) {
        this.wiring = new Wiring(graph);
    }

    /** The layers of a graph, in the order of their first operator found. */
    public static List<Pattern> of(Graph graph) {
        Patterns patterns = new Patterns(graph);
        List<Pattern> found = new ArrayList<>();
        for (Node node : graph.nodes()) {
            switch (node.fullOperator()) {
                case "Sqrt" -> patterns.layerNormalisation(node).ifPresent(found::add);
                case "Erf" -> patterns.gelu(node).ifPresent(found::add);
                case "Softmax" -> patterns.attention(node).ifPresent(found::add);
                default -> {}
            }
        }
        return found;
    }

    private static String in(Node node, int place) {
        return node.inputs().size() > place ? node.inputs().get(place) : "";
    }

    private static String out(Node node) {
        return node.outputs().isEmpty() ? "" : node.outputs().get(0);
    }

    /** d = x - mean(x); y = d/sqrt(mean(d^2) + epsilon), then maybe times a gain, then maybe plus a shift. */
    private Optional<Pattern> layerNormalisation(Node root) {
        Optional<Node> add = wiring.maker(in(root, 0), "Add");
        Optional<Node> variance = add.flatMap(a -> a.inputs().stream()
                .map(input -> wiring.maker(input, "ReduceMean"))
                .flatMap(Optional::stream)
                .findFirst());
        Optional<Node> square = variance.flatMap(v -> wiring.maker(in(v, 0), "Pow", "Mul"))
                .filter(s -> s.operator().equals("Mul") ? in(s, 0).equals(in(s, 1)) : wiring.isConstant(in(s, 1), 2));
        Optional<Node> centred = square.flatMap(s -> wiring.maker(in(s, 0), "Sub"));
        Optional<Node> mean = centred.flatMap(c -> wiring.maker(in(c, 1), "ReduceMean"))
                .filter(m -> in(m, 0).equals(centred.map(c -> in(c, 0)).orElse("")));
        Optional<Node> quotient = wiring.taker(out(root), "Div")
                .filter(q -> isSame(in(q, 0), centred.map(Patterns::out), square.map(s -> in(s, 0))));
        if (mean.isEmpty() || quotient.isEmpty()) {
            return Optional.empty();
        }
        List<Node> nodes = new ArrayList<>(List.of(
                mean.get(),
                centred.orElseThrow(),
                square.orElseThrow(),
                variance.orElseThrow(),
                add.orElseThrow(),
                root));
        nodes.add(quotient.get());
        wiring.taker(out(quotient.get()), "Mul").ifPresent(gain -> {
            nodes.add(gain);
            wiring.taker(out(gain), "Add").ifPresent(nodes::add);
        });
        return Optional.of(new Pattern(
                Pattern.Kind.LAYER_NORMALISATION, nodes, in(mean.get(), 0), out(nodes.get(nodes.size() - 1))));
    }

    /** Some exporters compute x - mean(x) twice. */
    private boolean isSame(String numerator, Optional<String> centred, Optional<String> squared) {
        boolean same =
                Optional.of(numerator).equals(centred) || Optional.of(numerator).equals(squared);
        Optional<Node> again = wiring.maker(numerator, "Sub");
        Optional<Node> first = centred.flatMap(c -> wiring.maker(c, "Sub"));
        return same
                || (again.isPresent()
                        && first.isPresent()
                        && again.get().inputs().equals(first.get().inputs()));
    }

    /** x (1 + erf(x/sqrt 2))/2, the factors in any order. */
    private Optional<Pattern> gelu(Node erf) {
        Optional<Node> scale = wiring.maker(in(erf, 0), "Div", "Mul");
        Optional<String> x = scale.flatMap(s -> s.operator().equals("Div")
                ? Optional.of(in(s, 0)).filter(i -> wiring.isConstant(in(s, 1), ROOT_TWO))
                : wiring.besideConstant(s, 1 / ROOT_TWO));
        Optional<Node> shifted = wiring.taker(out(erf), "Add")
                .filter(a -> wiring.besideConstant(a, 1).isPresent());
        if (x.isEmpty() || shifted.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> first = wiring.taker(out(shifted.get()), "Mul");
        Optional<Node> second = first.flatMap(f -> wiring.taker(out(f), "Mul"));
        List<Node> nodes = new ArrayList<>(List.of(scale.orElseThrow(), erf, shifted.get()));
        first.ifPresent(nodes::add);
        boolean halvedBefore = first.flatMap(f -> Wiring.other(f, out(shifted.get())))
                .flatMap(o -> wiring.maker(o, "Mul"))
                .flatMap(half -> wiring.besideConstant(half, 0.5))
                .equals(x);
        if (!halvedBefore) {
            boolean timesXThenHalf = first.map(f -> in(f, 0).equals(x.get()) || in(f, 1).equals(x.get()))
                            .orElse(false)
                    && second.flatMap(s -> wiring.besideConstant(s, 0.5)).isPresent();
            boolean halfThenTimesX =
                    first.flatMap(f -> wiring.besideConstant(f, 0.5)).isPresent()
                            && second.map(s -> in(s, 0).equals(x.get()) || in(s, 1).equals(x.get()))
                                    .orElse(false);
            if (!timesXThenHalf && !halfThenTimesX) {
                return Optional.empty();
            }
            second.ifPresent(nodes::add);
        }
        return Optional.of(new Pattern(Pattern.Kind.GELU, nodes, x.get(), out(nodes.get(nodes.size() - 1))));
    }

    /** A product of two computed values, maybe scaled and masked, softmax, and a product with a third. */
    private Optional<Pattern> attention(Node softmax) {
        List<Node> way = new ArrayList<>(List.of(softmax));
        String value = in(softmax, 0);
        for (int i = 0; i < LONGEST_WAY; i++) {
            Optional<Node> product = wiring.maker(value, "MatMul");
            if (product.isPresent()) {
                way.add(product.get());
                Optional<Node> mixed = wiring.taker(out(softmax), "MatMul");
                Collections.reverse(way);
                mixed.ifPresent(way::add);
                return mixed.map(m -> new Pattern(Pattern.Kind.ATTENTION, way, in(product.get(), 0), out(m)));
            }
            Optional<Node> step = wiring.maker(value, "Add", "Div", "Mul", "Where", "Sub");
            if (step.isEmpty()) {
                return Optional.empty();
            }
            way.add(step.get());
            value = onTheWay(step.get());
        }
        return Optional.empty();
    }

    /** Of the inputs the one that leads to a product, or to a scaled one. */
    private String onTheWay(Node step) {
        return step.inputs().stream()
                .filter(input ->
                        wiring.maker(input, "MatMul", "Div", "Mul", "Add").isPresent())
                .filter(input -> wiring.constant(input).isEmpty())
                .findFirst()
                .orElse("");
    }
}
