package gradlab.analysis.survey;

import gradlab.analysis.inference.GraphRun;
import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Step;
import gradlab.analysis.inference.Value;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The branch of a residual layer as a function: what it takes beside x stays as it was at the point. */
final class BranchField {
    private final OnnxModel model;
    private final String input;
    private final Shape shape;
    private final List<String> ends;
    private final double sign;
    private final Map<String, Value<Tape.Variable>> others = new HashMap<>();

    BranchField(
            OnnxModel model,
            Inference<Tape.Variable> run,
            List<Step> steps,
            String input,
            Shape shape,
            List<String> ends,
            double sign) {
        this.model = model;
        this.input = input;
        this.shape = shape;
        this.ends = List.copyOf(ends);
        this.sign = sign;
        Set<String> moving = new HashSet<>(Set.of(input));
        for (Step step : steps) {
            if (step.node().inputs().stream().anyMatch(moving::contains)) {
                moving.addAll(step.node().outputs());
            }
        }
        for (Step step : steps) {
            if (step.node().outputs().stream().anyMatch(moving::contains)) {
                for (String name : step.node().inputs()) {
                    if (!moving.contains(name)) {
                        run.value(name).ifPresent(value -> others.put(name, fixed(value)));
                    }
                }
            }
        }
    }

    /** The value as a constant; one that no input had an influence on already is one. */
    private static Value<Tape.Variable> fixed(Value<Tape.Variable> value) {
        return value instanceof Value.Real<Tape.Variable> real && !real.tensor().isConstant()
                ? new Value.Real<>(
                        Tape.holding(real.tensor().shape(), real.tensor().values()))
                : value;
    }

    private Inference<Tape.Variable> run(Tape tape, Tape.Variable x) {
        Map<String, Value<Tape.Variable>> given = new HashMap<>(others);
        given.put(input, new Value.Real<>(x));
        return GraphRun.of(model).run(tape, given, ends);
    }

    private Tape.Variable end(Inference<Tape.Variable> run, String name) {
        return run.value(name).orElseThrow().real(run.algebra());
    }

    /** f(x). */
    double[] value(double[] x) {
        Tape tape = new Tape();
        Inference<Tape.Variable> run = run(tape, tape.constant(shape, x));
        double[] sum = new double[shape.size()];
        for (String name : ends) {
            double[] term = end(run, name).values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += sign * term[i];
            }
        }
        return sum;
    }

    /** The Jacobian of f at x. */
    LinearOperator jacobian(double[] x) {
        Tape tape = new Tape();
        Tape.Variable start = tape.input(shape, x);
        Inference<Tape.Variable> run = run(tape, start);
        return Operators.scaled(
                sign,
                ends.stream()
                        .map(name -> tape.jacobian(end(run, name), start))
                        .reduce(Operators::sum)
                        .orElseThrow());
    }
}
