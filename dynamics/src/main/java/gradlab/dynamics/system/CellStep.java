package gradlab.dynamics.system;

import gradlab.analysis.block.Cell;
import gradlab.analysis.block.CellOfBoth;
import gradlab.analysis.block.RnnCell;
import gradlab.analysis.layer.BlockLayer;
import gradlab.analysis.layer.Linearisation;
import gradlab.analysis.tensor.Hyperbolic;
import java.util.List;
import java.util.Optional;

/**
 * The step of one of the cells of {@code analysis.block}, its parameters given.
 *
 * @param cell the cell
 * @param layer it as a layer of input and state
 */
record CellStep(Cell cell, BlockLayer layer) implements RecurrentStep {

    /** A cell with its parameters in its order. */
    static CellStep of(Cell cell, double[]... parameters) {
        return new CellStep(cell, BlockLayer.of(new CellOfBoth(cell), parameters));
    }

    @Override
    public int inputs() {
        return cell.inputs();
    }

    @Override
    public int hidden() {
        return cell.hidden();
    }

    @Override
    public int state() {
        return cell.state();
    }

    @Override
    public Linearised at(double[] inputs, double[] states, int batch) {
        Linearisation step = layer.at(beside(inputs, states, batch), batch);
        return new Linearised() {
            @Override
            public double[] value() {
                return step.value();
            }

            @Override
            public double[] push(double[] inputTangents, double[] stateTangents) {
                return step.jvp(beside(inputTangents, stateTangents, batch));
            }
        };
    }

    private double[] beside(double[] inputs, double[] states, int batch) {
        int d = inputs();
        int s = state();
        double[] both = new double[batch * (d + s)];
        for (int row = 0; row < batch; row++) {
            System.arraycopy(inputs, row * d, both, row * (d + s), d);
            System.arraycopy(states, row * s, both, row * (d + s) + d, s);
        }
        return both;
    }

    @Override
    public Optional<TanhCell> tanh() {
        if (!(cell instanceof RnnCell rnn) || rnn.activation() != Hyperbolic.TANH) {
            return Optional.empty();
        }
        List<double[]> values = layer.values().stream().map(v -> v.toArray()).toList();
        return Optional.of(new TanhCell(values.get(0), values.get(1), values.get(2)));
    }
}
