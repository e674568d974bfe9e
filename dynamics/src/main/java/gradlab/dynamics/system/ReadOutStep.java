package gradlab.dynamics.system;

import gradlab.analysis.backend.DenseKernels;

/**
 * A cell that is fed A u + c in place of an input of its own, u of the length of its hidden values: fed with these, it hears what a
 * trained readout says of them.
 */
final class ReadOutStep implements RecurrentStep {
    private final RecurrentStep cell;
    private final double[] transposed;
    private final double[] bias;

    /** A is inputs × hidden of the cell, row-major, c as long as its inputs. */
    ReadOutStep(RecurrentStep cell, double[] weight, double[] bias) {
        if (weight.length != cell.inputs() * cell.hidden() || bias.length != cell.inputs()) {
            throw new IllegalArgumentException("weight and bias must have " + cell.inputs() + " rows, of "
                    + cell.hidden() + " and 1, had lengths " + weight.length + " and " + bias.length);
        }
        this.cell = cell;
        this.transposed = DenseKernels.transpose(weight, cell.inputs(), cell.hidden());
        this.bias = bias.clone();
    }

    @Override
    public int inputs() {
        return cell.hidden();
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
        double[] heard = said(inputs, batch);
        for (int i = 0; i < heard.length; i++) {
            heard[i] += bias[i % bias.length];
        }
        Linearised there = cell.at(heard, states, batch);
        return new Linearised() {
            @Override
            public double[] value() {
                return there.value();
            }

            @Override
            public double[] push(double[] inputTangents, double[] stateTangents) {
                return there.push(said(inputTangents, batch), stateTangents);
            }
        };
    }

    private double[] said(double[] rows, int batch) {
        return DenseKernels.multiply(rows, transposed, batch, cell.hidden(), cell.inputs());
    }
}
