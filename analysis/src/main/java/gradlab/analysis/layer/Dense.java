package gradlab.analysis.layer;

import gradlab.analysis.backend.BatchKernels;
import gradlab.analysis.backend.BatchProducts;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import java.util.Arrays;
import java.util.List;

/**
 * The affine layer {@code y = W x + b}, W of shape outputs by inputs, b of length outputs or absent. A batch of values
 * costs 2 batch outputs inputs operations; sums start from b and run over ascending input.
 */
public final class Dense implements Layer {
    private final int outputs;
    private final int inputs;
    private final boolean biased;
    private final double[] parameters;
    private final BatchKernels kernels;

    /** W' for the kernels of fixed order, which are faster with it; empty for others. */
    private final double[] transposed;

    private Dense(int outputs, int inputs, boolean biased, double[] parameters, BatchKernels kernels) {
        this.outputs = outputs;
        this.inputs = inputs;
        this.biased = biased;
        this.parameters = parameters;
        this.kernels = kernels;
        this.transposed =
                kernels == BatchKernels.fixedOrder() ? transposed(parameters, outputs, inputs) : new double[0];
    }

    private static double[] transposed(double[] weight, int rows, int columns) {
        double[] transposed = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = weight[i * columns + j];
            }
        }
        return transposed;
    }

    /** {@code W x} without a bias. */
    public static Dense of(DenseMatrix weight) {
        return new Dense(weight.rows(), weight.columns(), false, weight.toArray(), BatchKernels.fixedOrder());
    }

    /** {@code W x + b}. */
    public static Dense of(DenseMatrix weight, Vector bias) {
        if (bias.size() != weight.rows()) {
            throw new IllegalArgumentException(
                    "bias must have as many entries as weight has rows, " + weight.rows() + ", had " + bias.size());
        }
        double[] parameters = Arrays.copyOf(weight.toArray(), weight.rows() * weight.columns() + bias.size());
        System.arraycopy(bias.toArray(), 0, parameters, weight.rows() * weight.columns(), bias.size());
        return new Dense(weight.rows(), weight.columns(), true, parameters, BatchKernels.fixedOrder());
    }

    /**
     * The layer over these kernels.
     *
     * @param parameters W, then b if there is one; copied
     */
    public static Dense of(int outputs, int inputs, boolean biased, double[] parameters, BatchKernels kernels) {
        Checks.length("parameters", parameters, outputs * inputs + (biased ? outputs : 0));
        return new Dense(outputs, inputs, biased, parameters.clone(), kernels);
    }

    private void addWeighted(double[] x, double[] y, int batch) {
        if (transposed.length > 0) {
            BatchProducts.add(x, 0, transposed, 0, y, 0, batch, inputs, outputs);
        } else {
            kernels.addTimesTransposed(x, parameters, y, batch, inputs, outputs);
        }
    }

    /** W. */
    public DenseMatrix weight() {
        return DenseMatrix.of(outputs, inputs, Arrays.copyOf(parameters, outputs * inputs));
    }

    @Override
    public int outputs(int length) {
        if (length != inputs) {
            throw new IllegalArgumentException(this + " takes vectors of length " + inputs + ", not " + length);
        }
        return outputs;
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        ParameterBlock weight = ParameterBlock.of("weight", outputs, inputs);
        return biased ? List.of(weight, ParameterBlock.of("bias", outputs)) : List.of(weight);
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public Layer withParameters(double[] newParameters) {
        Checks.length("parameters", newParameters, parameters.length);
        return new Dense(outputs, inputs, biased, newParameters.clone(), kernels);
    }

    @Override
    public Linearisation at(double[] x, int batch) {
        outputs(Checks.width(x, batch));
        return new At(x.clone(), batch);
    }

    @Override
    public String toString() {
        return "dense(" + outputs + " x " + inputs + ")";
    }

    private final class At implements Curved {
        private final double[] x;
        private final int batch;

        At(double[] x, int batch) {
            this.x = x;
            this.batch = batch;
        }

        @Override
        public int batch() {
            return batch;
        }

        @Override
        public int inputs() {
            return inputs;
        }

        @Override
        public int outputs() {
            return outputs;
        }

        @Override
        public double[] value() {
            double[] y = new double[batch * outputs];
            if (biased) {
                for (int i = 0; i < batch; i++) {
                    System.arraycopy(parameters, outputs * inputs, y, i * outputs, outputs);
                }
            }
            addWeighted(x, y, batch);
            return y;
        }

        @Override
        public double[] jvp(double[] dx) {
            Checks.length("dx", dx, x.length);
            double[] dy = new double[batch * outputs];
            addWeighted(dx, dy, batch);
            return dy;
        }

        @Override
        public double[] vjp(double[] dy) {
            Checks.length("dy", dy, batch * outputs);
            double[] dx = new double[x.length];
            kernels.addProduct(dy, parameters, dx, batch, outputs, inputs);
            return dx;
        }

        /** W dx + dW x + db. */
        @Override
        public double[] moved(double[] dx, double[] direction, int offset) {
            double[] dy = jvp(dx);
            double[] other = with(direction, offset).value();
            for (int i = 0; i < dy.length; i++) {
                dy[i] += other[i];
            }
            return dy;
        }

        private Linearisation with(double[] direction, int offset) {
            return withParameters(Arrays.copyOfRange(direction, offset, offset + parameters.length))
                    .at(x, batch);
        }

        /** By W: ddy x' + dy dx'; by b: ddy; by x: W' ddy + dW' dy. */
        @Override
        public double[] backwardMoved(
                double[] dx, double[] direction, double[] dy, double[] ddy, double[] change, int offset) {
            double[] moved = backward(ddy, change, offset);
            kernels.addTransposedTimes(dy, dx, change, offset, outputs, batch, inputs);
            double[] other = with(direction, offset).vjp(dy);
            for (int i = 0; i < moved.length; i++) {
                moved[i] += other[i];
            }
            return moved;
        }

        @Override
        public double[] backward(double[] dy, double[] gradient, int offset) {
            Checks.length("dy", dy, batch * outputs);
            kernels.addTransposedTimes(dy, x, gradient, offset, outputs, batch, inputs);
            if (biased) {
                double[] sums = new double[outputs];
                System.arraycopy(gradient, offset + outputs * inputs, sums, 0, outputs);
                BatchProducts.addRows(dy, sums);
                System.arraycopy(sums, 0, gradient, offset + outputs * inputs, outputs);
            }
            return vjp(dy);
        }
    }
}
