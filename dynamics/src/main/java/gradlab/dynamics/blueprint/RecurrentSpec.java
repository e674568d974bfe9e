package gradlab.dynamics.blueprint;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Recurrent;
import gradlab.analysis.network.Initialisation;
import gradlab.analysis.tensor.Shape;
import java.util.Arrays;

/**
 * A recurrent layer on sequences.
 *
 * @param kind the cell
 * @param units length of the hidden values
 * @param all whether those of all steps come out, or of the last
 * @param truncation after how many steps gradients are cut, or 0
 */
public record RecurrentSpec(Recurrent.Kind kind, int units, boolean all, int truncation) implements LayerSpec {
    private static final int FORGET_GATE = 1;

    @Override
    public Shape outputs(Shape inputs) {
        if (inputs.rank() != 2) {
            throw new ShapeException("a recurrent layer on shape " + inputs, "a sequence [steps, width]");
        }
        return all ? Shape.of(inputs.length(0), units) : Shape.of(units);
    }

    @Override
    public boolean weighted() {
        return true;
    }

    @Override
    public long parameters(Shape inputs) {
        return kind.parameters(inputs.length(1), units);
    }

    @Override
    public long activations(Shape inputs) {
        return 16L * inputs.length(0) * units;
    }

    @Override
    public Layer build(Shape inputs, Site site) {
        int width = inputs.length(1);
        int rows = kind.gates() * units;
        Initialisation ofState = site.start().recurrent().orElse(site.start().weights());
        double[] all = new double[(int) parameters(inputs)];
        int at = put(all, 0, site.stacked("W", kind.gates(), units, units, ofState));
        at = put(
                all,
                at,
                site.stacked("U", kind.gates(), units, width, site.start().weights()));
        at = put(all, at, site.take(rows, () -> bias(rows, site.start().forgetBias())));
        if (kind.biasedState()) {
            put(all, at, site.constant(rows, 0));
        }
        return site.finished(Recurrent.of(
                kind, width, units, this.all, truncation, site.mode().kernels(), all));
    }

    private double[] bias(int rows, double forget) {
        double[] bias = new double[rows];
        if (kind == Recurrent.Kind.LSTM) {
            Arrays.fill(bias, FORGET_GATE * units, (FORGET_GATE + 1) * units, forget);
        }
        return bias;
    }

    private static int put(double[] all, int at, double[] part) {
        System.arraycopy(part, 0, all, at, part.length);
        return at + part.length;
    }
}
