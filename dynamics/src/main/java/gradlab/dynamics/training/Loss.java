package gradlab.dynamics.training;

import gradlab.analysis.layer.Layers;
import gradlab.analysis.layer.SoftmaxCrossEntropy;
import gradlab.dynamics.data.DataSet;
import java.util.OptionalDouble;

/** What is minimised, as a mean over all answers of a batch. */
public enum Loss {
    /** The mean of -ln softmax(output)_label, in nats. */
    SOFTMAX_CROSS_ENTROPY {
        @Override
        public double value(double[] outputs, DataSet batch) {
            return SoftmaxCrossEntropy.value(outputs, batch.labels());
        }

        @Override
        public double[] gradient(double[] outputs, DataSet batch) {
            return SoftmaxCrossEntropy.gradient(outputs, batch.labels());
        }

        @Override
        public double[] gradientMoved(double[] outputs, double[] moved, DataSet batch) {
            int answers = batch.labels().length;
            double[] change = Layers.softmax().at(outputs, answers).jvp(moved);
            for (int i = 0; i < change.length; i++) {
                change[i] /= answers;
            }
            return change;
        }

        @Override
        public OptionalDouble accuracy(double[] outputs, DataSet batch) {
            int[] labels = batch.labels();
            return OptionalDouble.of((double) SoftmaxCrossEntropy.correct(outputs, labels) / labels.length);
        }
    },
    /** The mean of (output - target)². */
    MEAN_SQUARED_ERROR {
        @Override
        public double value(double[] outputs, DataSet batch) {
            double[] targets = batch.targets();
            double sum = 0;
            for (int i = 0; i < outputs.length; i++) {
                sum += (outputs[i] - targets[i]) * (outputs[i] - targets[i]);
            }
            return sum / outputs.length;
        }

        @Override
        public double[] gradient(double[] outputs, DataSet batch) {
            double[] gradient = batch.targets();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = 2 * (outputs[i] - gradient[i]) / gradient.length;
            }
            return gradient;
        }

        @Override
        public double[] gradientMoved(double[] outputs, double[] moved, DataSet batch) {
            double[] change = moved.clone();
            for (int i = 0; i < change.length; i++) {
                change[i] = 2 * change[i] / change.length;
            }
            return change;
        }

        @Override
        public OptionalDouble accuracy(double[] outputs, DataSet batch) {
            return OptionalDouble.empty();
        }
    };

    /** The loss of the outputs for a batch. */
    public abstract double value(double[] outputs, DataSet batch);

    /** Its gradient by the outputs, in a new array. */
    public abstract double[] gradient(double[] outputs, DataSet batch);

    /** How that gradient moves with the outputs: the Hessian by the outputs times {@code moved}. */
    public abstract double[] gradientMoved(double[] outputs, double[] moved, DataSet batch);

    /** The share of answers whose largest output is theirs, where there are classes. */
    public abstract OptionalDouble accuracy(double[] outputs, DataSet batch);
}
