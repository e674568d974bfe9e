package gradlab.analysis.layer;

import gradlab.analysis.backend.Dense;
import gradlab.analysis.backend.DenseKernels;
import java.util.Arrays;

/**
 * One step of a recurrent cell with its weights, from inputs and states of any batch to new states: what {@link Recurrent} does
 * over a sequence. Parameters as there: W [gates hidden, hidden], U [gates hidden, inputs], b [gates hidden], for a GRU also c.
 * The state of an LSTM is h and, behind it, the cell. Products of matrices in fixed order; the same bits on any machine.
 */
public final class WeightedCell {
    private final CellSteps steps;
    private final int inputs;
    private final int hidden;
    private final double[] fromState;
    private final double[] fromInput;
    private final double[] bias;
    private final double[] stateBias;

    private WeightedCell(CellSteps steps, int inputs, int hidden, double[] parameters) {
        int rows = steps.gates() * hidden;
        int inputAt = rows * hidden;
        int biasAt = inputAt + rows * inputs;
        this.steps = steps;
        this.inputs = inputs;
        this.hidden = hidden;
        this.fromState = Dense.transpose(Arrays.copyOf(parameters, inputAt), rows, hidden);
        this.fromInput = Dense.transpose(Arrays.copyOfRange(parameters, inputAt, biasAt), rows, inputs);
        this.bias = Arrays.copyOfRange(parameters, biasAt, biasAt + rows);
        this.stateBias = steps.biasedState()
                ? Arrays.copyOfRange(parameters, biasAt + rows, biasAt + 2 * rows)
                : new double[rows];
    }

    /**
     * A cell.
     *
     * @param parameters laid out as above; copied
     */
    public static WeightedCell of(Recurrent.Kind kind, int inputs, int hidden, double[] parameters) {
        if (inputs < 1 || hidden < 1) {
            throw new IllegalArgumentException(
                    "inputs and hidden must be at least 1, were " + inputs + " and " + hidden);
        }
        Checks.length("parameters", parameters, Math.toIntExact(kind.parameters(inputs, hidden)));
        return new WeightedCell(kind.steps(), inputs, hidden, parameters);
    }

    /** Length of an input. */
    public int inputs() {
        return inputs;
    }

    /** Length of the hidden values. */
    public int hidden() {
        return hidden;
    }

    /** Length of the state. */
    public int state() {
        return steps.states() * hidden;
    }

    /**
     * The step at a batch.
     *
     * @param x batch x inputs, row by row
     * @param states batch x state, row by row
     */
    public At at(double[] x, double[] states, int batch) {
        Checks.length("x", x, batch * inputs);
        Checks.length("states", states, batch * state());
        double[] u = plus(product(x, fromInput, inputs, batch), bias);
        double[] w = plus(product(shown(states, batch), fromState, hidden, batch), stateBias);
        double[] next = new double[batch * state()];
        double[] kept = new double[batch * hidden * steps.kept()];
        steps.forward(u, w, states, next, kept, batch, hidden);
        return new At(states.clone(), next, kept, batch);
    }

    /** The step at a batch, with its derivative. */
    public final class At {
        private final double[] states;
        private final double[] next;
        private final double[] kept;
        private final int batch;

        private At(double[] states, double[] next, double[] kept, int batch) {
            this.states = states;
            this.next = next;
            this.kept = kept;
            this.batch = batch;
        }

        /** The new states, batch x state. */
        public double[] value() {
            return next.clone();
        }

        /** How the new states move when inputs (batch x inputs) and states (batch x state) do. */
        public double[] jvp(double[] dx, double[] dStates) {
            double[] du = product(dx, fromInput, inputs, batch);
            double[] dw = product(shown(dStates, batch), fromState, hidden, batch);
            double[] dNext = new double[next.length];
            steps.tangent(states, kept, du, dw, dStates, dNext, batch, hidden);
            return dNext;
        }
    }

    private double[] product(double[] rows, double[] transposed, int inner, int batch) {
        return DenseKernels.multiply(rows, transposed, batch, inner, steps.gates() * hidden);
    }

    private static double[] plus(double[] rows, double[] bias) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] += bias[i % bias.length];
        }
        return rows;
    }

    /** The hidden values of states. */
    private double[] shown(double[] states, int batch) {
        double[] shown = new double[batch * hidden];
        for (int row = 0; row < batch; row++) {
            System.arraycopy(states, row * state(), shown, row * hidden, hidden);
        }
        return shown;
    }
}
