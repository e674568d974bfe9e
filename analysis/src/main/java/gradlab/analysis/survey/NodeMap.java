package gradlab.analysis.survey;

import gradlab.analysis.inference.GraphRun;
import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Value;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import gradlab.analysis.tensor.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step of a recurrent operator of ONNX, as the operator itself computes it, as a map of its state.
 *
 * @param model a model of that operator alone, one direction, its inputs named as in {@link RecurrentNode}
 * @param weights its weights by name, constants of no tape
 * @param inputs length of x
 * @param hidden length of h
 * @param states h, and of an LSTM c
 */
public record NodeMap(OnnxModel model, Map<String, Tape.Variable> weights, int inputs, int hidden, int states)
        implements RecurrentMap {
    /** The name of the inputs, 1 x batch x inputs. */
    public static final String INPUT = "x";
    /** The names of the states before, 1 x batch x hidden each. */
    public static final List<String> FIRST = List.of("first h", "first c");
    /** The names of the states after. */
    public static final List<String> LAST = List.of("last h", "last c");

    /** A map that computes what this node does in one direction. */
    static NodeMap of(OnnxModel model, Node alone, Map<String, Tape.Variable> weights, int inputs, int hidden) {
        Graph graph = new Graph("", List.of(), List.of(), List.of(alone), Map.of());
        return new NodeMap(
                new OnnxModel(model.file(), model.producer(), model.irVersion(), model.opset(), graph),
                weights,
                inputs,
                hidden,
                alone.operator().equals("LSTM") ? 2 : 1);
    }

    @Override
    public int size() {
        return states * hidden;
    }

    @Override
    public Moved at(double[] x, double[] state) {
        Tape tape = new Tape();
        Tensors<Tape.Variable> tensors = new Tensors<>(tape);
        Tape.Variable before = tape.input(Shape.of(1, 1, size()), state);
        Map<String, Value<Tape.Variable>> given = new LinkedHashMap<>();
        weights.forEach((name, weight) -> given.put(name, new Value.Real<>(weight)));
        given.put(INPUT, new Value.Real<>(tape.constant(Shape.of(1, 1, inputs), x)));
        List<Tape.Variable> parts = tensors.split(before, 2, states);
        for (int s = 0; s < states; s++) {
            given.put(FIRST.get(s), new Value.Real<>(parts.get(s)));
        }
        List<String> last = LAST.subList(0, states);
        Inference<Tape.Variable> run = GraphRun.of(model).run(tape, given, last);
        Tape.Variable after = tensors.concatenate(
                last.stream()
                        .map(name -> run.value(name).orElseThrow().real(tape))
                        .toList(),
                2);
        return new Moved(Vector.of(after.values()), tape.jacobian(after, before));
    }
}
