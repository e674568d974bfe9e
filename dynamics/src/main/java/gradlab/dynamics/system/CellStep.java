package gradlab.dynamics.system;

import gradlab.analysis.layer.Recurrent;
import gradlab.analysis.layer.WeightedCell;
import java.util.List;
import java.util.Optional;

/**
 * The step of a cell with its weights.
 *
 * @param cell the cell
 * @param tanh the same as tanh(W h + U x + b), if it is that
 */
record CellStep(WeightedCell cell, Optional<TanhCell> tanh) implements RecurrentStep {

    /** A cell with its parameters W, U, b and, of a GRU, c. */
    static CellStep of(Recurrent.Kind kind, int inputs, int hidden, List<double[]> parameters) {
        double[] all =
                parameters.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
        Optional<TanhCell> tanh = kind == Recurrent.Kind.TANH
                ? Optional.of(new TanhCell(parameters.get(0), parameters.get(1), parameters.get(2)))
                : Optional.empty();
        return new CellStep(WeightedCell.of(kind, inputs, hidden, all), tanh);
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
        WeightedCell.At step = cell.at(inputs, states, batch);
        return new Linearised() {
            @Override
            public double[] value() {
                return step.value();
            }

            @Override
            public double[] push(double[] inputTangents, double[] stateTangents) {
                return step.jvp(inputTangents, stateTangents);
            }
        };
    }
}
