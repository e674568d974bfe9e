package gradlab.verification.labelled;

import gradlab.dynamics.data.DataSet;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.RunRecord;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How a run ended, on the points that it did not learn from. Guessing means: the same probability for every class, or the mean of
 * the answers.
 *
 * @param nonFinite the step whose loss, gradient or update was not finite, if there was one
 * @param score 0 for guessing and 1 for no error: (accuracy - 1/C)/(1 - 1/C) for C classes, 1 - loss/(loss of guessing) for
 *     numbers; never above 1, NaN where the loss is not a number
 * @param loss the test loss over that of guessing, ln C or the variance of the answers; it may be infinite or NaN
 */
public record Ending(OptionalLong nonFinite, double score, double loss) {

    /** Of a run that was made. */
    static Ending of(Experiment experiment, long seed, RunRecord run) {
        OptionalLong nonFinite = run.firstNonFinite().isPresent()
                ? OptionalLong.of(run.firstNonFinite().getAsInt())
                : OptionalLong.empty();
        int classes = experiment.data().classes();
        double guessing = classes > 0
                ? StrictMath.log(classes)
                : variance(experiment.split(seed).test());
        double loss = run.testLoss() / guessing;
        double score = classes > 0 ? (run.testAccuracy() - 1.0 / classes) / (1 - 1.0 / classes) : 1 - loss;
        return new Ending(nonFinite, score, loss);
    }

    /** The mean square of what the best constant leaves, over all numbers of all answers. */
    private static double variance(DataSet test) {
        double[] targets = test.targets();
        int width = targets.length / test.size();
        double[] means = new double[width];
        for (int i = 0; i < targets.length; i++) {
            means[i % width] += targets[i] / test.size();
        }
        double[] squares = new double[targets.length];
        for (int i = 0; i < targets.length; i++) {
            squares[i] = (targets[i] - means[i % width]) * (targets[i] - means[i % width]);
        }
        return Arrays.stream(squares).sum() / targets.length;
    }
}
