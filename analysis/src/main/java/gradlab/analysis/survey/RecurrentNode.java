package gradlab.analysis.survey;

import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Value;
import gradlab.analysis.onnx.Attribute;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import gradlab.analysis.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A recurrent operator (RNN, GRU, LSTM) of an ONNX model as it was carried out; of two directions the first. */
final class RecurrentNode {
    private static final int BIAS = 3;
    private static final int PEEPHOLES = 7;

    private final OnnxModel model;
    private final Inference<Tape.Variable> run;
    private final Node node;
    private final Tape.Variable recurrent;
    private final Tape.Variable sequence;
    private final boolean batchFirst;

    RecurrentNode(OnnxModel model, Inference<Tape.Variable> run, Node node) {
        this.model = model;
        this.run = run;
        this.node = node;
        this.recurrent = direction(2).orElseThrow();
        this.sequence = real(0).orElseThrow();
        this.batchFirst = node.integer("layout", 0) == 1;
    }

    /** Whether this is one. */
    static boolean isOne(Node node) {
        return node.domain().isEmpty() && !RecurrentState.gates(node.operator()).isEmpty();
    }

    Node node() {
        return node;
    }

    /** The name of its recurrent weights. */
    String weightName() {
        return node.inputs().get(2);
    }

    int inputs() {
        return sequence.shape().length(2);
    }

    private int hidden() {
        return recurrent.shape().length(1);
    }

    /** Its recurrent weights, gates below each other. */
    DenseMatrix weight() {
        return DenseMatrix.of(recurrent.shape().length(0), hidden(), recurrent.values());
    }

    WeightRow weightRow() {
        return WeightSurvey.of(
                weightName(), weight(), WeightSurvey.blocks(weight(), RecurrentState.gates(node.operator()), 1));
    }

    /** One step of it. */
    RecurrentMap map() {
        List<String> inputs = new ArrayList<>(List.of(NodeMap.INPUT, "W", "R", "", "", NodeMap.FIRST.get(0)));
        Map<String, Tape.Variable> weights = new LinkedHashMap<>();
        weights.put("W", stacked(direction(1).orElseThrow()));
        weights.put("R", stacked(recurrent));
        direction(BIAS).ifPresent(bias -> {
            weights.put("B", stacked(bias));
            inputs.set(BIAS, "B");
        });
        if (node.operator().equals("LSTM")) {
            inputs.addAll(List.of(NodeMap.FIRST.get(1), ""));
            direction(PEEPHOLES).ifPresent(peepholes -> {
                weights.put("P", stacked(peepholes));
                inputs.set(PEEPHOLES, "P");
            });
        }
        List<String> outputs = new ArrayList<>(List.of("all h"));
        outputs.addAll(node.operator().equals("LSTM") ? NodeMap.LAST : NodeMap.LAST.subList(0, 1));
        Node alone = new Node("", node.operator(), "", inputs, outputs, attributes());
        return NodeMap.of(model, alone, weights, inputs(), hidden());
    }

    /** Those of one direction that takes its steps in the order given. */
    private Map<String, Attribute> attributes() {
        Map<String, Attribute> attributes = new LinkedHashMap<>(node.attributes());
        attributes.remove("direction");
        attributes.remove("layout");
        node.find("activations")
                .filter(a -> node.text("direction", "forward").equals("bidirectional"))
                .ifPresent(a -> attributes.put(
                        "activations",
                        new Attribute(
                                a.integers(),
                                a.reals(),
                                a.texts().subList(0, a.texts().size() / 2),
                                a.tensor(),
                                a.graph())));
        return attributes;
    }

    /** What came in, step by step in the order in which the operator takes it; of a batch the first. */
    List<Vector> sequence() {
        int time = sequence.shape().length(batchFirst ? 1 : 0);
        int batch = batch();
        double[] all = sequence.values();
        List<Vector> rows = new ArrayList<>();
        boolean isReverse = node.text("direction", "forward").equals("reverse");
        for (int s = 0; s < time && batch > 0; s++) {
            int t = isReverse ? time - 1 - s : s;
            int start = (batchFirst ? t : t * batch) * inputs();
            rows.add(Vector.of(Arrays.copyOfRange(all, start, start + inputs())));
        }
        return rows;
    }

    int batch() {
        return sequence.shape().length(batchFirst ? 0 : 1);
    }

    /** An input without its axis of directions, of which the first is taken. */
    private Optional<Tape.Variable> direction(int place) {
        return real(place).map(value -> new Tensors<>(run.algebra()).at(value, 0, 0));
    }

    private static Tape.Variable stacked(Tape.Variable one) {
        List<Integer> lengths = new ArrayList<>(one.shape().lengths());
        lengths.add(0, 1);
        return Tape.holding(new Shape(lengths), one.values());
    }

    private Optional<Tape.Variable> real(int place) {
        if (place >= node.inputs().size() || node.inputs().get(place).isEmpty()) {
            return Optional.empty();
        }
        Tape.Variable value = run.value(node.inputs().get(place))
                .filter(Value::isReal)
                .map(v -> v.real(run.algebra()))
                .orElseThrow(() -> SourceException.in(
                        model.file(), "no numbers for the node " + SourceException.quote(node.label()), "weights"));
        for (double entry : value.values()) {
            if (!Double.isFinite(entry)) {
                throw SourceException.in(
                        model.file(), entry + " in " + node.inputs().get(place), "finite numbers");
            }
        }
        return Optional.of(value);
    }
}
