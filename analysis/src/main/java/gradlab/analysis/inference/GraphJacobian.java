package gradlab.analysis.inference;

import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Tape;

/** The Jacobian of one value of a run by another, matrix-free: each product costs about as much as the run. */
public final class GraphJacobian {
    private GraphJacobian() {}

    /**
     * d to/d from at the point of the run, entries row-major. Any value of the run may stand for {@code from}: it is then
     * taken for independent of what it was computed from.
     *
     * @param run a run whose inputs were declared by {@link Tape#input}
     * @param from name of the value by which, or of the node that gives it
     * @param to name of the value of which, or of the node that gives it
     * @throws SourceException if one of them was not computed, or is of whole numbers
     */
    public static LinearOperator of(OnnxModel model, Tape tape, Inference<Tape.Variable> run, String from, String to) {
        return tape.jacobian(tensor(model, run, to), tensor(model, run, from));
    }

    private static Tape.Variable tensor(OnnxModel model, Inference<Tape.Variable> run, String name) {
        String value = run.value(name).isPresent()
                ? name
                : Reach.values(model.file(), model.graph(), name).get(0);
        return run.value(value)
                .filter(Value::isReal)
                .map(found -> found.real(run.algebra()))
                .orElseThrow(() -> SourceException.in(
                        model.file(),
                        "no real numbers as " + SourceException.quote(name),
                        "a value that the run computed, of real numbers"));
    }
}
