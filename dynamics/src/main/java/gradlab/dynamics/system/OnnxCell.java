package gradlab.dynamics.system;

import gradlab.analysis.layer.Recurrent;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.survey.NodeMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An RNN, GRU or LSTM operator as one of the cells that are computed fast, where its attributes ask for nothing else: the usual
 * activations (of an RNN also Relu), no clipping, no peepholes, no coupled gates, the reset gate of a GRU behind the product. ONNX has the
 * gates in another order: z r n, and i o f g.
 */
final class OnnxCell {

    private OnnxCell() {}

    /** The cell; empty where the operator is another one. */
    static Optional<RecurrentStep> of(NodeMap operator) {
        Node node = operator.model().graph().nodes().get(0);
        boolean plain = !(node.real("clip", 0) > 0)
                && node.integer("input_forget", 0) == 0
                && !operator.weights().containsKey("P");
        return plain ? kind(node).map(kind -> cell(operator, kind)) : Optional.empty();
    }

    private static Optional<Recurrent.Kind> kind(Node node) {
        List<String> named = node.find("activations")
                .map(a ->
                        a.texts().stream().map(t -> t.toLowerCase(Locale.ROOT)).toList())
                .orElse(List.of());
        Recurrent.Kind kind = switch (node.operator()) {
            case "LSTM" -> Recurrent.Kind.LSTM;
            case "GRU" -> Recurrent.Kind.GRU;
            default -> named.equals(List.of("relu")) ? Recurrent.Kind.RELU : Recurrent.Kind.TANH;
        };
        boolean before = kind == Recurrent.Kind.GRU && node.integer("linear_before_reset", 0) == 0;
        return !before && (named.isEmpty() || named.equals(usual(kind))) ? Optional.of(kind) : Optional.empty();
    }

    private static List<String> usual(Recurrent.Kind kind) {
        return switch (kind) {
            case LSTM -> List.of("sigmoid", "tanh", "tanh");
            case GRU -> List.of("sigmoid", "tanh");
            case RELU -> List.of("relu");
            case TANH -> List.of("tanh");
        };
    }

    /** Where each gate of ours stands in ONNX's order. */
    private static int[] order(Recurrent.Kind kind) {
        return switch (kind) {
            case LSTM -> new int[] {0, 2, 3, 1};
            case GRU -> new int[] {1, 0, 2};
            case RELU, TANH -> new int[] {0};
        };
    }

    private static RecurrentStep cell(NodeMap operator, Recurrent.Kind kind) {
        int[] order = order(kind);
        int hidden = operator.hidden();
        int rows = order.length * hidden;
        double[] biases = operator.weights().containsKey("B") ? values(operator, "B") : new double[2 * rows];
        double[] ofInput = reordered(Arrays.copyOf(biases, rows), hidden, order);
        double[] ofState = reordered(Arrays.copyOfRange(biases, rows, 2 * rows), hidden, order);
        double[] w = reordered(values(operator, "R"), hidden * hidden, order);
        double[] u = reordered(values(operator, "W"), hidden * operator.inputs(), order);
        if (kind == Recurrent.Kind.GRU) {
            return CellStep.of(kind, operator.inputs(), hidden, List.of(w, u, ofInput, ofState));
        }
        for (int i = 0; i < rows; i++) {
            ofInput[i] += ofState[i];
        }
        return CellStep.of(kind, operator.inputs(), hidden, List.of(w, u, ofInput));
    }

    private static double[] values(NodeMap operator, String name) {
        return Objects.requireNonNull(operator.weights().get(name)).values();
    }

    private static double[] reordered(double[] blocks, int size, int... order) {
        double[] reordered = new double[blocks.length];
        for (int g = 0; g < order.length; g++) {
            System.arraycopy(blocks, order[g] * size, reordered, g * size, size);
        }
        return reordered;
    }
}
