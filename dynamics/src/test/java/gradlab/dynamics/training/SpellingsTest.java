package gradlab.dynamics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.arithmetic.FloatFormat;
import gradlab.analysis.backend.BatchKernels;
import gradlab.analysis.network.Network;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.spectrum.Euclidean;
import gradlab.dynamics.blueprint.Buffers;
import gradlab.dynamics.blueprint.LayerSpecs;
import gradlab.dynamics.blueprint.Mode;
import gradlab.dynamics.data.DataSet;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every spelling of a layer: the gradient of the loss by each of its parameters against differences of losses. */
class SpellingsTest {
    static Experiment experiment(String data, String loss, String start, String... layers) {
        String network =
                Arrays.stream(layers).map(layer -> "  - " + layer + "\n").reduce("", String::concat);
        return ExperimentReader.read(new SourceText(
                "spelling.yaml",
                "data: " + data + "\nnetwork:\n" + network
                        + "initialisation: " + start + "\nloss: " + loss + "\noptimiser: {kind: sgd, rate: 0.1}\n"
                        + "batch: 5\nsteps: 3\n"));
    }

    private static Experiment digits(String view, String... layers) {
        return experiment(
                "{set: digits, view: " + view + ", train: 60, scaling: unit}",
                "cross_entropy",
                "{scheme: xavier}",
                layers);
    }

    private static Mode training(Buffers buffers, int batch) {
        return new Mode(
                Optional.of(batch),
                RandomStream.of(1, "masks"),
                buffers,
                false,
                FloatFormat.BINARY64,
                BatchKernels.fixedOrder());
    }

    /** Central differences at h = 1e-5 of losses about 1: rounding 1e-11, truncation h² times a third derivative. */
    private static void assertGradient(Experiment experiment) {
        DataSet batch = experiment.split(1).train().first(5);
        Network drawn = experiment.initialNetwork(1);
        double[] p = drawn.parameters();
        RandomStream random = RandomStream.of(5, "moved");
        for (int i = 0; i < p.length; i++) {
            p[i] += 0.05 * random.nextGaussian();
        }
        assertThat(p).hasSize((int) LayerSpecs.parameters(experiment.network(), batch.shape()));
        Mode mode = training(new Buffers(), 5);
        // A pass that is observed leaves singular vectors behind, which the gradient takes for fixed.
        experiment.network(
                batch.shape(),
                p,
                new Mode(mode.batch(), mode.random(), mode.buffers(), true, mode.format(), mode.kernels()));
        assertThat(experiment.network(batch.shape(), p, mode).parameters()).isEqualTo(p);
        double[] gradient = StepProbe.of(experiment.network(batch.shape(), p, mode), p, batch, experiment.loss(), 1)
                .gradient();
        assertThat(Euclidean.norm(gradient)).isPositive();
        int stride = Math.max(1, p.length / 60);
        for (int i = 0; i < p.length; i += stride) {
            double[] moved = p.clone();
            moved[i] += 1e-5;
            double above = loss(experiment, batch, moved, mode);
            moved[i] = p[i] - 1e-5;
            double below = loss(experiment, batch, moved, mode);
            assertThat(gradient[i]).as("parameter %d", i).isCloseTo((above - below) / 2e-5, within(2e-7));
        }
    }

    private static double loss(Experiment experiment, DataSet batch, double[] p, Mode mode) {
        double[] outputs = experiment
                .network(batch.shape(), p, mode)
                .at(batch.inputs(), batch.size())
                .value();
        return experiment.loss().value(outputs, batch);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tanh",
                "sigmoid",
                "gelu",
                "silu",
                "mish",
                "softsign",
                "selu",
                "{elu: 0.7}",
                "{leaky_relu: 0.2}",
                "relu",
                "hard_swish",
                "{layernorm: 1e-3, affine: true}",
                "{rmsnorm: 1e-3, affine: true}",
                "{rmsnorm: 1e-3}",
                "{batchnorm: 1e-3}",
                "{batchnorm: 1e-3, affine: false}",
                "{dropout: 0.4}",
                "flatten",
                "{dense: 6, spectral: true}",
                "{dense: 6, bias: false, activation: gelu}",
                "{residual: [{layernorm: 1e-2}, {dense: 6}, tanh], step: 0.5}"
            })
    void onVectors(String layer) {
        assertGradient(digits("flat", "{dense: 6, activation: tanh}", layer, "{dense: 10}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{conv2d: 3, kernel: 3}",
                "{conv2d: 4, kernel: 3, stride: 2, padding: 1, groups: 2, activation: tanh}",
                "{conv2d: 2, kernel: 3, padding: 1, beyond: circular, bias: false}",
                "{maxpool2d: 2}",
                "{avgpool2d: 3, stride: 2, padding: 1}",
                "{batchnorm: 1e-3}",
                "{layernorm: 1e-3, affine: true}",
                "{conv2d: 3, kernel: 2, spectral: true, dilation: 2}",
                "mean"
            })
    void onImages(String layer) {
        assertGradient(digits("image", "{conv2d: 2, kernel: 3, activation: tanh}", layer, "flatten", "{dense: 10}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{rnn: 5}",
                "{rnn: 5, activation: relu, output: all}",
                "{lstm: 5, output: all}",
                "{gru: 5}",
                "{gru: 5, output: all}",
                "{attention: 2}",
                "{attention: 2, causal: true, scaled: false, bias: false}",
                "position",
                "last",
                "mean",
                "{dense: 5, activation: tanh}",
                "{layernorm: 1e-3, affine: true}",
                "{rmsnorm: 1e-3, affine: true}",
                "{batchnorm: 1e-3}",
                "{dropout: 0.3}",
                "{conv1d: 3, kernel: 3, padding: 1}",
                "{maxpool1d: 2}",
                "{avgpool1d: 2}",
                "{lstm: 4, output: last}",
                "{residual: [{layernorm: 1e-3}, {attention: 2}, {dense: 6}]}"
            })
    void onSequences(String layer) {
        assertGradient(digits("rows", "{dense: 6, activation: tanh}", layer, "flatten", "{dense: 10}"));
    }

    @Test
    void onTokensAndAtEveryStep() {
        assertGradient(experiment(
                "{set: copying_tokens, length: 4, train: 20, test: 5}",
                "cross_entropy",
                "{scheme: xavier, recurrent: {scheme: orthogonal}, forget_bias: 1}",
                "{embedding: 4, vocabulary: 10}",
                "{lstm: 5, output: all}",
                "{dense: 9}"));
    }

    @Test
    void throughTheSquaredErrorAndTrainedResiduals() {
        assertGradient(experiment(
                "{set: adding, length: 6, train: 20, test: 5}",
                "mse",
                "{scheme: he, residual: rezero}",
                "{gru: 6}",
                "{residual: [{dense: 6}, tanh]}",
                "{dense: 1}"));
    }

    @Test
    void initialisationsAreWhatTheySay() {
        Experiment identity = experiment(
                "{set: digits, train: 60}",
                "cross_entropy",
                "{scheme: identity, gain: 0.5}",
                "{dense: 64}",
                "{dense: 10}");
        double[] p = identity.initialNetwork(1).parameters();
        assertThat(p[0]).isEqualTo(0.5);
        assertThat(p[1]).isZero();
        assertThat(p[65]).isEqualTo(0.5);
        Experiment rezero = experiment(
                "{set: digits, train: 60, scaling: unit}",
                "cross_entropy",
                "{scheme: he, residual: rezero}",
                "{residual: [{dense: 64}]}",
                "{dense: 10}");
        double[] x = rezero.split(1).train().first(1).inputs();
        assertThat(rezero.initialNetwork(1).layers().get(0).layer().value(x)).isEqualTo(x);
        Experiment fixup = experiment(
                "{set: digits, train: 60, scaling: unit}",
                "cross_entropy",
                "{scheme: he, residual: fixup}",
                "{repeat: 16, layers: [{residual: [{dense: 64}, relu, {dense: 64}]}]}",
                "{dense: 10}");
        Experiment plain = experiment(
                "{set: digits, train: 60, scaling: unit}",
                "cross_entropy",
                "{scheme: he}",
                "{repeat: 16, layers: [{residual: [{dense: 64}, relu, {dense: 64}]}]}",
                "{dense: 10}");
        assertThat(fixup.initialNetwork(1).value(x)).containsOnly(0);
        // L^(-1/2) with L = 16 branches of two layers.
        assertThat(fixup.initialNetwork(1).parameters()[5])
                .isCloseTo(plain.initialNetwork(1).parameters()[5] / 4, within(1e-16));
        Experiment lstm = experiment(
                "{set: digits, view: rows, train: 60}",
                "cross_entropy",
                "{scheme: he, forget_bias: 2}",
                "{lstm: 3}",
                "{dense: 10}");
        double[] own = lstm.initialNetwork(1).layers().get(0).layer().parameters();
        assertThat(Arrays.copyOfRange(own, own.length - 12, own.length))
                .containsExactly(0, 0, 0, 2, 2, 2, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void aSpectrallyNormalisedLayerHasNormOne() {
        Experiment experiment = digits("flat", "{dense: 20, spectral: true, bias: false}", "{dense: 10}");
        double[] p = experiment.initialNetwork(1).parameters();
        Buffers buffers = new Buffers();
        Mode observing = new Mode(
                Optional.of(5),
                RandomStream.of(1, "masks"),
                buffers,
                true,
                FloatFormat.BINARY64,
                BatchKernels.fixedOrder());
        for (int i = 0; i < 200; i++) {
            experiment.network(experiment.data().shape(), p, observing);
        }
        Network network = experiment.network(experiment.data().shape(), p, observing.inference());
        double norm = gradlab.analysis.spectrum.SpectralNorm.withDefaults()
                .of(gradlab.analysis.layer.Jacobian.of(network.layers().get(0).layer(), new double[64]))
                .value();
        assertThat(norm).isCloseTo(1, within(1e-4));
    }

    @Test
    void batchStatisticsAreRememberedForInference() {
        Experiment experiment = digits("flat", "{batchnorm: 1e-5, momentum: 1}", "{dense: 10}");
        DataSet batch = experiment.split(1).train().first(50);
        double[] p = experiment.initialNetwork(1).parameters();
        Buffers buffers = new Buffers();
        Mode observing = new Mode(
                Optional.of(50),
                RandomStream.of(1, "masks"),
                buffers,
                true,
                FloatFormat.BINARY64,
                BatchKernels.fixedOrder());
        double[] trained = experiment
                .network(batch.shape(), p, observing)
                .at(batch.inputs(), 50)
                .value();
        double[] inferred = experiment
                .network(batch.shape(), p, observing.inference())
                .at(batch.inputs(), 50)
                .value();
        // The running variance divides by n - 1 = 49, the batch's by 50.
        assertThat(inferred).isNotEqualTo(trained).containsExactly(trained, within(0.2));
        assertThat(buffers.all().get("layer1/mean")).hasSize(64);
    }
}
