package gradlab.dynamics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.BatchKernels;
import gradlab.analysis.network.Network;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceText;
import gradlab.dynamics.blueprint.Mode;
import gradlab.dynamics.data.DataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HessianProductsTest {
    private static Experiment experiment(String network, String data, String loss) {
        return ExperimentReader.read(new SourceText(
                "h.yaml",
                "data: " + data + "\nnetwork: " + network + "\nloss: " + loss
                        + "\noptimiser: {kind: sgd, rate: 0.1}\nbatch: 4\nsteps: 1\n"));
    }

    private static Experiment experiment(String network) {
        return experiment(network, "{set: parity, length: 6, train: 12, test: 4}", "cross_entropy");
    }

    /** By exact products, by differences, and the parameters. */
    private record Both(HessianProducts exact, HessianProducts differences, int size) {
        static Both of(Experiment experiment) {
            DataSet points = experiment.split(1).train();
            Mode mode = Mode.plain();
            SharpnessSample sample = new SharpnessSample(experiment, points, mode);
            double[] parameters = experiment.initialNetwork(1).parameters();
            double[] noise = RandomStream.of(5, "noise").gaussians(parameters.length);
            for (int i = 0; i < noise.length; i++) {
                parameters[i] += 0.3 * noise[i];
            }
            Network network = experiment.network(points.shape(), parameters, mode);
            assertThat(network.at(points.inputs(), points.size()).chain().isCurved())
                    .isTrue();
            return new Both(
                    sample.products(parameters),
                    HessianProducts.byDifferences(
                            p -> StepProbe.of(
                                            experiment.network(points.shape(), p, mode),
                                            p,
                                            points,
                                            experiment.loss(),
                                            1)
                                    .gradient(),
                            parameters),
                    parameters.length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{dense: 4, activation: tanh}, {dense: 3, activation: sigmoid}, last2]",
                "[{dense: 4, activation: tanh}, {residual: [{dense: 4, activation: tanh}, {dense: 4}], step: 0.7}, last2]",
                "[{dense: 4, bias: false}, sigmoid, {repeat: 2, layers: [{dense: 4, activation: tanh}]}, last2]",
                "[{dense: 7, activation: relu}, {dense: 5}, {leaky_relu: 0.1}, last2]"
            })
    void exactProductsAgreeWithDifferencesAndAreSymmetric(String network) {
        String digits = network.replace("last2", "{dense: 10}");
        Both both = Both.of(experiment(digits, "{set: digits, train: 20, scaling: unit}", "cross_entropy"));
        double[] v = RandomStream.of(1, "v").gaussians(both.size());
        double[] w = RandomStream.of(2, "w").gaussians(both.size());
        double[] exact = both.exact().of(v);
        double[] near = both.differences().of(v);
        double largest = 0;
        for (double entry : exact) {
            largest = Math.max(largest, Math.abs(entry));
        }
        assertThat(largest).isGreaterThan(1e-3);
        for (int i = 0; i < exact.length; i++) {
            // Differences err by about h² = 1e-10 times third derivatives, and by rounding, 1e-16/h.
            assertThat(exact[i]).isCloseTo(near[i], within(1e-6 * largest));
        }
        assertThat(dot(w, exact)).isCloseTo(dot(v, both.exact().of(w)), within(1e-12 * largest * both.size()));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** One tanh unit a and one weight b after it, one number x -> y: H of (b tanh(a x) - y)² by hand. */
    @Test
    void theHessianOfATinyNetworkIsTheOneWorkedOutByHand() {
        double a = 0.7;
        double b = -1.3;
        double[] xs = {0.2, -1.1, 2.5};
        double[] ys = {1, 0.5, -2};
        DataSet points = DataSet.targeted(gradlab.analysis.tensor.Shape.of(1), xs, ys);
        Network network = Network.of(
                1,
                gradlab.analysis.layer.Dense.of(1, 1, false, new double[] {a}, BatchKernels.fixedOrder()),
                gradlab.analysis.layer.Layers.tanh(),
                gradlab.analysis.layer.Dense.of(1, 1, false, new double[] {b}, BatchKernels.fixedOrder()));
        HessianProducts exact = HessianProducts.exact(network, network.at(xs, 3), points, Loss.MEAN_SQUARED_ERROR);
        double aa = 0;
        double ab = 0;
        double bb = 0;
        for (int i = 0; i < 3; i++) {
            double t = StrictMath.tanh(a * xs[i]);
            double slope = 1 - t * t;
            double error = b * t - ys[i];
            aa += 2.0 / 3 * (b * slope * xs[i] * b * slope * xs[i] + error * b * -2 * t * slope * xs[i] * xs[i]);
            ab += 2.0 / 3 * (b * slope * xs[i] * t + error * slope * xs[i]);
            bb += 2.0 / 3 * t * t;
        }
        assertThat(exact.of(new double[] {1, 0})[0]).isCloseTo(aa, within(1e-13));
        assertThat(exact.of(new double[] {1, 0})[1]).isCloseTo(ab, within(1e-13));
        assertThat(exact.of(new double[] {0, 1})[0]).isCloseTo(ab, within(1e-13));
        assertThat(exact.of(new double[] {0, 1})[1]).isCloseTo(bb, within(1e-13));
    }

    @Test
    void otherLayersAreLeftToDifferences() {
        Experiment recurrent = experiment("[{gru: 3}, {dense: 2}]");
        DataSet points = recurrent.split(1).train();
        Network network =
                recurrent.network(points.shape(), recurrent.initialNetwork(1).parameters(), Mode.plain());
        assertThat(network.at(points.inputs(), points.size()).chain().isCurved())
                .isFalse();
    }
}
