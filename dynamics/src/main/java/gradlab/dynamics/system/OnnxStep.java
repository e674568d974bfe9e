package gradlab.dynamics.system;

import gradlab.analysis.inference.GraphRun;
import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Value;
import gradlab.analysis.onnx.Attribute;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The step of an RNN, GRU or LSTM operator of a model: the operator itself, run over sequences of one step, so that whatever its
 * attributes say (activations, clipping, peepholes, the place of the reset gate) holds here too.
 */
final class OnnxStep implements RecurrentStep {

    private static final Set<String> OPERATORS = Set.of("RNN", "GRU", "LSTM");
    private static final String WEIGHTS = "1";
    private static final String RECURRENT = "2";
    private static final int STATE = 5;
    private static final int LAST_INPUT = 8;
    private static final int MOST_HIDDEN = 10_000;

    private final GraphRun run;
    private final Map<String, Constant> constants;
    private final int inputs;
    private final int hidden;
    private final boolean hasCell;

    private OnnxStep(OnnxModel model, Node node, Map<String, Constant> constants) {
        Node alone = alone(node, constants);
        Graph graph = new Graph("", List.of(), List.of(), List.of(alone), Map.of());
        this.run = GraphRun.of(new OnnxModel(model.file(), model.producer(), model.irVersion(), model.opset(), graph));
        this.constants = constants;
        this.inputs = shape(constants, WEIGHTS).length(2);
        this.hidden = shape(constants, RECURRENT).length(2);
        this.hasCell = node.operator().equals("LSTM");
    }

    private record Constant(Shape shape, Vector entries) {}

    /**
     * The step of the first recurrent operator, or of that of a name.
     *
     * @throws SourceException if there is none, it runs in both directions, or its weights depend on the model's input
     */
    static RecurrentStep of(OnnxModel model, Optional<String> name) {
        List<Node> nodes = model.graph().nodes().stream()
                .filter(node ->
                        OPERATORS.contains(node.operator()) && node.domain().isEmpty())
                .toList();
        Node node = nodes.stream()
                .filter(n -> name.isEmpty() || n.label().equals(name.get()))
                .findFirst()
                .orElseThrow(() -> SourceException.in(
                        model.file(),
                        nodes.isEmpty() ? "no recurrent operator" : "no such recurrent operator",
                        nodes.isEmpty()
                                ? "a model with an RNN, GRU or LSTM"
                                : "one of " + nodes.stream().map(Node::label).toList()));
        if (node.text("direction", "forward").equals("bidirectional")) {
            throw SourceException.in(model.file(), "the bidirectional " + node.label(), "one direction");
        }
        Map<String, Constant> constants = new LinkedHashMap<>();
        for (int i : new int[] {1, 2, 3, LAST_INPUT - 1}) {
            if (i < node.inputs().size() && !node.inputs().get(i).isEmpty()) {
                constants.put(Integer.toString(i), constant(model, node.inputs().get(i)));
            }
        }
        check(model, node, constants);
        return new OnnxStep(model, node, constants);
    }

    private static Constant constant(OnnxModel model, String name) {
        Tape tape = new Tape();
        Inference<Tape.Variable> found = GraphRun.of(model).run(tape, Map.of(), List.of(name));
        Tape.Variable value = found.value(name).orElseThrow().real(tape);
        double[] numbers = value.values();
        if (!Finite.all(numbers, numbers.length)) {
            throw SourceException.in(model.file(), "numbers in " + name + " that are not finite", "finite weights");
        }
        return new Constant(value.shape(), Vector.of(numbers));
    }

    private static void check(OnnxModel model, Node node, Map<String, Constant> constants) {
        for (String key : new String[] {"1", "2"}) {
            Constant weights = constants.get(key);
            if (weights == null
                    || weights.shape().rank() != 3
                    || weights.shape().length(0) != 1) {
                throw SourceException.in(
                        model.file(),
                        node.label() + (weights == null ? " without weights" : " with weights " + weights.shape()),
                        "weights of one direction, 1 x rows x columns");
            }
        }
        Shape recurrent = shape(constants, RECURRENT);
        int hidden = recurrent.length(2);
        if (hidden < 1
                || hidden > MOST_HIDDEN
                || recurrent.length(1) % hidden != 0
                || shape(constants, WEIGHTS).length(2) < 1) {
            throw SourceException.in(model.file(), node.label() + " with weights " + recurrent, "gates h x h, h >= 1");
        }
    }

    private static Shape shape(Map<String, Constant> constants, String key) {
        return Optional.ofNullable(constants.get(key)).orElseThrow().shape();
    }

    /** The operator with names of our own, its sequences and states with the time first. */
    private static Node alone(Node node, Map<String, Constant> constants) {
        List<String> names = new ArrayList<>(List.of("x"));
        for (int i = 1; i < LAST_INPUT; i++) {
            names.add(constants.containsKey(Integer.toString(i)) ? Integer.toString(i) : "");
        }
        names.set(STATE, "h");
        boolean cell = node.operator().equals("LSTM");
        names.set(STATE + 1, cell ? "c" : "");
        Map<String, Attribute> attributes = new LinkedHashMap<>(node.attributes());
        attributes.remove("layout");
        List<String> outputs = cell ? List.of("all", "next h", "next c") : List.of("all", "next h");
        return new Node("", node.operator(), "", cell ? names : names.subList(0, STATE + 1), outputs, attributes);
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int hidden() {
        return hidden;
    }

    @Override
    public int state() {
        return hasCell ? 2 * hidden : hidden;
    }

    @Override
    public Linearised at(double[] x, double[] states, int batch) {
        Tape tape = new Tape();
        List<Tape.Variable> from = new ArrayList<>(List.of(tape.input(Shape.of(1, batch, inputs), x)));
        for (double[] part : parts(states, batch)) {
            from.add(tape.input(Shape.of(1, batch, hidden), part));
        }
        Map<String, Value<Tape.Variable>> given = new LinkedHashMap<>();
        constants.forEach((name, c) -> given.put(
                name, new Value.Real<>(tape.constant(c.shape(), c.entries().toArray()))));
        List<String> names = List.of("x", "h", "c");
        for (int i = 0; i < from.size(); i++) {
            given.put(names.get(i), new Value.Real<>(from.get(i)));
        }
        List<String> wanted = hasCell ? List.of("next h", "next c") : List.of("next h");
        Inference<Tape.Variable> ran = run.run(tape, given, wanted);
        List<Tape.Variable> to = wanted.stream()
                .map(name -> ran.value(name).orElseThrow().real(tape))
                .toList();
        return new Linearised() {
            @Override
            public double[] value() {
                return joined(to.stream().map(Tape.Variable::values).toList(), batch);
            }

            @Override
            public double[] push(double[] inputTangents, double[] stateTangents) {
                List<double[]> tangents = new ArrayList<>(List.of(inputTangents));
                tangents.addAll(parts(stateTangents, batch));
                return joined(tape.push(from, tangents, to), batch);
            }
        };
    }

    /** h and c of rows of states. */
    private List<double[]> parts(double[] states, int batch) {
        List<double[]> parts = new ArrayList<>();
        for (int part = 0; part < state() / hidden; part++) {
            double[] one = new double[batch * hidden];
            for (int row = 0; row < batch; row++) {
                System.arraycopy(states, row * state() + part * hidden, one, row * hidden, hidden);
            }
            parts.add(one);
        }
        return parts;
    }

    private double[] joined(List<double[]> parts, int batch) {
        double[] states = new double[batch * state()];
        for (int part = 0; part < parts.size(); part++) {
            for (int row = 0; row < batch; row++) {
                System.arraycopy(parts.get(part), row * hidden, states, row * state() + part * hidden, hidden);
            }
        }
        return states;
    }
}
