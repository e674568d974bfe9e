package gradlab.analysis.layer;

import gradlab.analysis.tensor.Tape;
import java.util.ArrayList;
import java.util.List;

/** A block that ran on a tape over a batch of points, by its input and its trained parameters. */
public final class BlockLinearisation implements Linearisation {
    private final Tape tape;
    private final Tape.Variable input;
    private final List<Tape.Variable> parameters;
    private final Tape.Variable output;

    BlockLinearisation(Tape tape, Tape.Variable input, List<Tape.Variable> parameters, Tape.Variable output) {
        this.tape = tape;
        this.input = input;
        this.parameters = parameters;
        this.output = output;
    }

    /** The points, b by inputs. */
    public double[] points() {
        return input.values();
    }

    @Override
    public int batch() {
        return input.shape().length(0);
    }

    @Override
    public int inputs() {
        return input.shape().length(1);
    }

    @Override
    public int outputs() {
        return output.shape().length(1);
    }

    @Override
    public double[] value() {
        return output.values();
    }

    @Override
    public double[] jvp(double[] dx) {
        Checks.length("dx", dx, batch() * inputs());
        return tape.push(List.of(input), List.of(dx), List.of(output)).get(0);
    }

    @Override
    public double[] vjp(double[] dy) {
        Checks.length("dy", dy, batch() * outputs());
        return tape.pull(List.of(output), List.of(dy), List.of(input)).get(0);
    }

    @Override
    public double[] backward(double[] dy, double[] gradient, int offset) {
        Checks.length("dy", dy, batch() * outputs());
        List<Tape.Variable> all = new ArrayList<>(List.of(input));
        all.addAll(parameters);
        List<double[]> pulled = tape.pull(List.of(output), List.of(dy), all);
        int at = offset;
        for (double[] part : pulled.subList(1, pulled.size())) {
            for (double entry : part) {
                gradient[at++] += entry;
            }
        }
        return pulled.get(0);
    }

    @Override
    public boolean differentiable() {
        return tape.differentiable();
    }
}
