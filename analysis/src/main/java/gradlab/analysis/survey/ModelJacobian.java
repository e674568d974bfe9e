package gradlab.analysis.survey;

import gradlab.analysis.inference.GraphRun;
import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Value;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a model, recorded so that it can be differentiated in both directions.
 *
 * @param tape the record
 * @param run what was computed
 * @param fromName the name of the value by which to differentiate
 * @param from this value
 * @param toName the name of the value that is differentiated
 * @param to this value
 */
record ModelJacobian(
        Tape tape, Inference<Tape.Variable> run, String fromName, Tape.Variable from, String toName, Tape.Variable to) {

    static ModelJacobian of(OnnxModel model, Map<String, Given> point, String from, String to) {
        Tape tape = new Tape();
        Given start = point.get(from);
        if (start == null) {
            throw new IllegalArgumentException("point must hold " + from);
        }
        Tape.Variable input = tape.input(start.shape(), start.reals().toArray());
        Map<String, Value<Tape.Variable>> given = new LinkedHashMap<>();
        point.forEach((name, value) -> given.put(name, value.in(tape)));
        given.put(from, new Value.Real<>(input));
        Inference<Tape.Variable> run = GraphRun.of(model).run(tape, given, List.of(to));
        Value<Tape.Variable> output = run.value(to)
                .orElseThrow(() -> SourceException.in(
                        model.file(), "no value " + SourceException.quote(to), "a value or a node of the model"));
        if (!output.isReal()) {
            throw SourceException.in(model.file(), "whole numbers in " + to, "a value with fractions to differentiate");
        }
        Tape.Variable end = output.real(tape);
        for (double entry : end.values()) {
            if (!Double.isFinite(entry)) {
                throw SourceException.in(model.file(), entry + " in " + to, "finite values at the point");
            }
        }
        return new ModelJacobian(tape, run, from, input, to, end);
    }

    /** Whether the end depends on the start at all. */
    boolean isInfluenced() {
        return !to.isConstant();
    }

    boolean differentiable() {
        return tape.differentiable();
    }

    Shape outputShape() {
        return to.shape();
    }

    LinearOperator operator() {
        return isInfluenced()
                ? tape.jacobian(to, from)
                : Operators.zero(to.shape().size(), from.shape().size());
    }
}
