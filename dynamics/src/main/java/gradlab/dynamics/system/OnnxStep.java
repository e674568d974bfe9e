package gradlab.dynamics.system;

import gradlab.analysis.inference.GraphRun;
import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Value;
import gradlab.analysis.survey.NodeMap;
import gradlab.analysis.survey.RecurrentSubject;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The step of an RNN, GRU or LSTM operator of a model: the operator itself, run over sequences of one step, so that whatever its
 * attributes say (activations, clipping, peepholes, the place of the reset gate) holds here too.
 */
final class OnnxStep implements RecurrentStep {

    private final NodeMap operator;
    private final GraphRun run;

    private OnnxStep(NodeMap operator) {
        this.operator = operator;
        this.run = GraphRun.of(operator.model());
    }

    /** The step of the operator that was found in a model; of a usual one by the fast cell. */
    static RecurrentStep of(RecurrentSubject subject) {
        NodeMap operator = (NodeMap) subject.cell().orElseThrow();
        return OnnxCell.of(operator).orElseGet(() -> new OnnxStep(operator));
    }

    /** The step as the operator itself computes it. */
    static RecurrentStep interpreted(RecurrentSubject subject) {
        return new OnnxStep((NodeMap) subject.cell().orElseThrow());
    }

    @Override
    public int inputs() {
        return operator.inputs();
    }

    @Override
    public int hidden() {
        return operator.hidden();
    }

    @Override
    public int state() {
        return operator.size();
    }

    @Override
    public Linearised at(double[] x, double[] states, int batch) {
        Tape tape = new Tape();
        List<Tape.Variable> from = new ArrayList<>(List.of(tape.input(Shape.of(1, batch, inputs()), x)));
        for (double[] part : parts(states, batch)) {
            from.add(tape.input(Shape.of(1, batch, hidden()), part));
        }
        Map<String, Value<Tape.Variable>> given = new LinkedHashMap<>();
        operator.weights().forEach((name, weight) -> given.put(name, new Value.Real<>(weight)));
        given.put(NodeMap.INPUT, new Value.Real<>(from.get(0)));
        for (int i = 1; i < from.size(); i++) {
            given.put(NodeMap.FIRST.get(i - 1), new Value.Real<>(from.get(i)));
        }
        List<String> wanted = NodeMap.LAST.subList(0, operator.states());
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
        for (int part = 0; part < operator.states(); part++) {
            double[] one = new double[batch * hidden()];
            for (int row = 0; row < batch; row++) {
                System.arraycopy(states, row * state() + part * hidden(), one, row * hidden(), hidden());
            }
            parts.add(one);
        }
        return parts;
    }

    private double[] joined(List<double[]> parts, int batch) {
        double[] states = new double[batch * state()];
        for (int part = 0; part < parts.size(); part++) {
            for (int row = 0; row < batch; row++) {
                System.arraycopy(parts.get(part), row * hidden(), states, row * state() + part * hidden(), hidden());
            }
        }
        return states;
    }
}
