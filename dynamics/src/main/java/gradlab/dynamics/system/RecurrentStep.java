package gradlab.dynamics.system;

import java.util.Optional;

/** One step of a recurrent cell: a new state from an input and a state, for several of both at once. */
interface RecurrentStep {

    /** Length of the input. */
    int inputs();

    /** Length of the hidden values, which come first in the state. */
    int hidden();

    /** Length of the state. */
    int state();

    /**
     * The step at {@code batch} inputs and states.
     *
     * @param inputs batch × inputs, row-major
     * @param states batch × state, row-major
     */
    Linearised at(double[] inputs, double[] states, int batch);

    /** The cell as tanh(W h + U x + b), if it is one. */
    default Optional<TanhCell> tanh() {
        return Optional.empty();
    }

    /** A step with its derivative. */
    interface Linearised {
        /** The new states, batch × state. */
        double[] value();

        /** What the new states move when inputs and states move, batch × state. */
        double[] push(double[] inputs, double[] states);
    }

    /** The plain cell tanh(W h + U x + b); holds its arrays, which nobody writes to. */
    final class TanhCell {
        private final double[] weights;
        private final double[] fromInput;
        private final double[] bias;

        /** W is hidden × hidden, U hidden × inputs. */
        TanhCell(double[] weights, double[] fromInput, double[] bias) {
            this.weights = weights;
            this.fromInput = fromInput;
            this.bias = bias;
        }

        double[] weights() {
            return weights;
        }

        double[] bias() {
            return bias;
        }

        /** U x + b. */
        double[] drive(double[] x) {
            double[] drive = bias.clone();
            for (int i = 0; i < drive.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    drive[i] += fromInput[i * x.length + j] * x[j];
                }
            }
            return drive;
        }

        /** W + U, for a cell that is fed its own hidden values. */
        double[] closed() {
            double[] sum = weights.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += fromInput[i];
            }
            return sum;
        }
    }
}
