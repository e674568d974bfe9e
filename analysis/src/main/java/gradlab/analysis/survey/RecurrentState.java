package gradlab.analysis.survey;

import gradlab.analysis.inference.GraphRun;
import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Value;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.spectrum.SpectralNorm;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The state of a recurrent operator: how much its last state (h, and c of an LSTM) can move with its first, along the very
 * sequence that it was given. This is what gradients through time meet, and not the norm of the weights.
 */
final class RecurrentState {
    private static final Map<String, List<String>> GATES =
            Map.of("LSTM", List.of("i", "o", "f", "c"), "GRU", List.of("z", "r", "h"), "RNN", List.of("h"));
    private static final int INITIAL_STATE = 5;

    private RecurrentState() {}

    /** The gates of a recurrent operator in the order in which ONNX stacks their weights; none of another. */
    static List<String> gates(String operator) {
        return GATES.getOrDefault(operator, List.of());
    }

    /** The norm, of a recurrent operator. */
    static OptionalDouble jacobianNorm(OnnxModel model, Inference<Tape.Variable> run, Node node, SpectralNorm norm) {
        if (gates(node.operator()).isEmpty()) {
            return OptionalDouble.empty();
        }
        int states = node.operator().equals("LSTM") ? 2 : 1;
        List<String> inputs = new ArrayList<>(node.inputs());
        while (inputs.size() < INITIAL_STATE + states) {
            inputs.add("");
        }
        Tape tape = new Tape();
        Map<String, Value<Tape.Variable>> given = new LinkedHashMap<>();
        List<Tape.Variable> first = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            boolean isState = i >= INITIAL_STATE && i < INITIAL_STATE + states;
            if (isState) {
                Tape.Variable state = state(run, node, inputs.get(i), tape);
                first.add(state);
                inputs.set(i, "first state " + i);
                given.put(inputs.get(i), new Value.Real<>(state));
            } else if (!inputs.get(i).isEmpty()) {
                given.put(inputs.get(i), constant(run, inputs.get(i), tape));
            }
        }
        List<String> last = states == 2 ? List.of("last h", "last c") : List.of("last h");
        List<String> outputs = new ArrayList<>(List.of("all h"));
        outputs.addAll(last);
        Node alone = new Node("", node.operator(), node.domain(), inputs, outputs, node.attributes());
        Graph graph = new Graph("", List.of(), List.of(), List.of(alone), Map.of());
        Inference<Tape.Variable> rerun = GraphRun.of(
                        new OnnxModel(model.file(), model.producer(), model.irVersion(), model.opset(), graph))
                .run(tape, given, last);
        return OptionalDouble.of(norm.of(stacked(
                        tape,
                        first,
                        last.stream().map(name -> real(rerun, name)).toList()))
                .value());
    }

    private static LinearOperator stacked(Tape tape, List<Tape.Variable> first, List<Tape.Variable> last) {
        return last.stream()
                .map(output -> first.stream()
                        .map(input -> tape.jacobian(output, input))
                        .reduce(Operators::beside)
                        .orElseThrow())
                .reduce(Operators::above)
                .orElseThrow();
    }

    /** The first state as it was, or zeros where none was given. */
    private static Tape.Variable state(Inference<Tape.Variable> run, Node node, String name, Tape tape) {
        if (!name.isEmpty()) {
            Tape.Variable was = real(run, name);
            return tape.input(was.shape(), was.values());
        }
        Shape x = real(run, node.inputs().get(0)).shape();
        Shape weights = real(run, node.inputs().get(2)).shape();
        boolean batchFirst = node.integer("layout", 0) == 1;
        int batch = x.length(batchFirst ? 0 : 1);
        int directions = weights.length(0);
        Shape shape = batchFirst
                ? Shape.of(batch, directions, weights.length(2))
                : Shape.of(directions, batch, weights.length(2));
        return tape.input(shape, new double[shape.size()]);
    }

    private static Value<Tape.Variable> constant(Inference<Tape.Variable> run, String name, Tape tape) {
        Value<Tape.Variable> value = run.value(name).orElseThrow();
        if (!value.isReal()) {
            return value;
        }
        Tape.Variable was = value.real(run.algebra());
        return new Value.Real<>(tape.constant(was.shape(), was.values()));
    }

    private static Tape.Variable real(Inference<Tape.Variable> run, String name) {
        return run.value(name).orElseThrow().real(run.algebra());
    }
}
