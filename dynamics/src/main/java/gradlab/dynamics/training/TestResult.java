package gradlab.dynamics.training;

import gradlab.analysis.layer.SoftmaxCrossEntropy;
import gradlab.analysis.network.Network;
import gradlab.dynamics.blueprint.Mode;
import gradlab.dynamics.data.DataSet;
import java.util.Arrays;

/**
 * How a network does on points that it did not learn from.
 *
 * @param accuracy the share of right answers; NaN where the answers are numbers
 * @param loss the mean loss; it may be infinite or NaN
 */
record TestResult(double accuracy, double loss) {
    static TestResult of(Experiment experiment, DataSet test, double[] parameters, Mode inference) {
        Network network = experiment.network(test.shape(), parameters, inference);
        long correct = 0;
        double loss = 0;
        for (int at = 0; at < test.size(); at += experiment.testBatch()) {
            int[] indices = new int[Math.min(experiment.testBatch(), test.size() - at)];
            int first = at;
            Arrays.setAll(indices, i -> first + i);
            DataSet part = test.select(indices);
            double[] outputs = network.at(part.inputs(), part.size()).value();
            loss += experiment.loss().value(outputs, part) * ((double) part.size() / test.size());
            correct += test.classes() > 0 ? SoftmaxCrossEntropy.correct(outputs, part.labels()) : 0;
        }
        double all = (double) test.size() * test.answers();
        return new TestResult(test.classes() > 0 ? correct / all : Double.NaN, loss);
    }
}
