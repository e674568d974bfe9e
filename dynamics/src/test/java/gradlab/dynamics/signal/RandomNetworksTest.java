package gradlab.dynamics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.Vector;
import gradlab.dynamics.signal.Architecture.Normalisation;
import gradlab.dynamics.signal.RandomNetworks.Measured;
import gradlab.dynamics.signal.RandomNetworks.Statistics;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Predictions by layer, in closed form and against real networks with fixed seeds. */
class RandomNetworksTest {
    private static final Architecture PLAIN = Architecture.plain();

    /**
     * Within 4 standard errors and the bias of finite width, at most 4/n here for the squares (not stated by the theory): of 30
     * numbers with the same law one is outside of 4 in 500 seeds.
     */
    private static void assertNear(Statistics measured, Vector theory, int width) {
        for (int l = 0; l < theory.size(); l++) {
            double slack = 4 * measured.errors().get(l) + 4.0 / width * Math.abs(theory.get(l)) + 1e-12;
            assertThat(measured.means().get(l)).as("layer %d", l).isCloseTo(theory.get(l), within(slack));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tanh, 2.5, 0.1, GAUSSIAN, NONE, ",
        "tanh, 1.5, 0.05, ORTHOGONAL, NONE, ",
        "relu, 2, 0, GAUSSIAN, NONE, ",
        "gelu, 1.9, 0.2, GAUSSIAN, NONE, ",
        "elu, 1.4, 0.1, GAUSSIAN, LAYER, ",
        "relu, 2, 0.1, GAUSSIAN, NONE, 0.3",
        "tanh, 2, 0.1, GAUSSIAN, LAYER, 0.5",
    })
    void realNetworksDoWhatTheTheorySays(
            String name, double weight, double bias, WeightLaw law, Normalisation normalisation, String skip) {
        Nonlinearity phi = Nonlinearities.of(name);
        Variances variances = Variances.of(weight, bias);
        Architecture architecture = new Architecture(
                normalisation, skip == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(skip)));
        int width = 160;
        Measured measured = RandomNetworks.of(phi, variances)
                .with(architecture, law, 2)
                .withSizes(width, 8, 60)
                .withSeed(7, DenseBackend.fixedOrder())
                .run();
        Propagation theory = Propagation.of(phi, variances, architecture, 0.5, 8);
        assertNear(measured.variance(), theory.variances(), width);
        assertNear(measured.correlation(), theory.correlations(), width);
        assertNear(measured.gradient(), theory.gradients(), width);
    }

    /** Masks of two inputs are independent: their variance and gradients see sigma_w²/(1 - p), their products do not. */
    @ParameterizedTest
    @CsvSource({"tanh, 1.8, 0.05, 0.2, NONE", "relu, 1.4, 0.1, 0.3, NONE", "relu, 1.5, 0.2, 0.4, LAYER"})
    void dropoutDoesWhatTheTheorySays(
            String name, double weight, double bias, double dropout, Normalisation normalisation) {
        Nonlinearity phi = Nonlinearities.of(name);
        Variances variances = Variances.of(weight, bias).withDropout(dropout);
        Architecture architecture = PLAIN.withNormalisation(normalisation);
        int width = 160;
        Measured measured = RandomNetworks.of(phi, variances)
                .with(architecture, WeightLaw.GAUSSIAN, 2)
                .withSizes(width, 8, 60)
                .withSeed(11, DenseBackend.fixedOrder())
                .run();
        Propagation theory = Propagation.of(phi, variances, architecture, 0.5, 8);
        assertNear(measured.variance(), theory.variances(), width);
        assertNear(measured.correlation(), theory.correlations(), width);
        assertNear(measured.gradient(), theory.gradients(), width);
        Propagation deep = Propagation.of(phi, variances, architecture, 0.5, 200);
        assertThat(deep.lastGrowth())
                .isCloseTo(
                        Propagation.limitingGrowth(phi, variances, architecture).getAsDouble(), within(1e-9));
        assertThat(deep.correlations().get(200)).isLessThan(1 - dropout / 10);
    }

    /** Batches share the mean of each unit, which masks do not reach. */
    @Test
    void dropoutBeforeBatchNormalisation() {
        Nonlinearity relu = Nonlinearities.of("relu");
        Variances variances = Variances.of(2, 0).withDropout(0.5);
        Architecture batch = PLAIN.withNormalisation(Normalisation.BATCH);
        // E phi'^2 = E phi^2 = 1/2, (E phi)^2 = 1/(2 pi): 2/(2 - 1/pi).
        double limit = 2 / (2 - 1 / Math.PI);
        assertThat(Propagation.limitingGrowth(relu, variances, batch).getAsDouble())
                .isCloseTo(limit, within(1e-12));
        assertThat(Propagation.of(relu, variances, batch, 0.5, 60).lastGrowth()).isCloseTo(limit, within(1e-9));
    }

    /** Yang et al. 2019: pi/(pi - 1) a layer for large batches; a batch of 64 differs from that by a few over 64. */
    @Test
    void batchNormalisationMakesGradientsGrow() {
        Nonlinearity relu = Nonlinearities.of("relu");
        Variances variances = Variances.of(2, 0);
        Architecture batch = PLAIN.withNormalisation(Normalisation.BATCH);
        double limit = Math.PI / (Math.PI - 1);
        assertThat(Propagation.limitingGrowth(relu, variances, batch).getAsDouble())
                .isCloseTo(limit, within(1e-12));
        Measured measured = RandomNetworks.of(relu, variances)
                .with(batch, WeightLaw.GAUSSIAN, 64)
                .withSizes(128, 10, 8)
                .run();
        Vector logs = measured.logGradient().means();
        double growth = Math.exp((logs.get(3) - logs.get(9)) / 6);
        assertThat(growth).isCloseTo(limit, within(0.06));
    }

    /** A stack of L blocks each of variance factor 1 + 1/L: towards e. */
    @Test
    void residualBlocksWithFactorOnePlusOneOverDepthTendToE() {
        int layers = 4000;
        Propagation theory = Propagation.of(
                Nonlinearities.of("relu"), Variances.of(2, 0), PLAIN.withSkip(1 / Math.sqrt(layers)), 0.5, layers);
        assertThat(theory.gradients().get(0)).isCloseTo(Math.E, within(Math.E / layers));
        assertThat(theory.variances().get(layers) / theory.variances().get(0))
                .isCloseTo(Math.E, within(Math.E / layers));
    }

    /** With a layer normalisation before each branch squared gradients grow as depth^(chi/V): for ReLU without bias, depth. */
    @Test
    void normalisedResidualBranchesGrowAsAPowerOfDepth() {
        Architecture architecture = PLAIN.withNormalisation(Normalisation.LAYER).withSkip(1);
        Nonlinearity tanh = Nonlinearities.of("tanh");
        Variances variances = Variances.of(1.5, 0.2);
        double power = Propagation.power(tanh, variances, architecture).getAsDouble();
        Propagation theory = Propagation.of(tanh, variances, architecture, 0.5, 600);
        double measured = Math.log(
                        theory.gradients().get(0) / theory.gradients().get(600))
                - Math.log(theory.gradients().get(0) / theory.gradients().get(300));
        assertThat(measured / Math.log(2)).isCloseTo(power, within(5e-3));
        assertThat(Propagation.power(Nonlinearities.of("relu"), Variances.of(2, 0), architecture)
                        .getAsDouble())
                .isCloseTo(1, within(1e-12));
    }

    /** Hanin and Nica: the typical gradient falls 5/(2n) a layer, while the mean stays. */
    @Test
    void theTypicalGradientOfAReluNetworkFallsWhileTheMeanStays() {
        int width = 30;
        int layers = 20;
        Nonlinearity relu = Nonlinearities.of("relu");
        Measured measured = RandomNetworks.of(relu, Variances.of(2, 0))
                .withSizes(width, layers, 1500)
                .run();
        FiniteWidth correction = FiniteWidth.of(relu, width).orElseThrow();
        assertThat(measured.logGradient().means().get(0))
                .isCloseTo(
                        layers * correction.meanLog(),
                        within(4 * measured.logGradient().errors().get(0)));
        assertThat(measured.gradient().means().get(0))
                .isCloseTo(1, within(4 * measured.gradient().errors().get(0)));
        double deviation = measured.logGradient().errors().get(0) * Math.sqrt(1500);
        assertThat(deviation * deviation)
                .isCloseTo(layers * correction.varianceLog(), within(0.15 * layers * correction.varianceLog()));
    }

    /** The exact sums tend to 5/(2n) and 5/n, 1/n and 2/n. */
    @Test
    void correctionsOfWideNetworksAreOfFirstOrder() {
        int n = 4000;
        FiniteWidth relu = FiniteWidth.of(Nonlinearities.of("relu"), n).orElseThrow();
        assertThat(relu.meanLog() * n).isCloseTo(-2.5, within(0.01));
        assertThat(relu.varianceLog() * n).isCloseTo(5, within(0.01));
        FiniteWidth line = FiniteWidth.of(Nonlinearities.of("linear"), n).orElseThrow();
        assertThat(line.meanLog() * n).isCloseTo(-1, within(0.01));
        assertThat(line.varianceLog() * n).isCloseTo(2, within(0.01));
        FiniteWidth nearly = FiniteWidth.of(Nonlinearities.leakyRelu(1e-9), n).orElseThrow();
        assertThat(nearly.varianceLog() * n).isCloseTo(5, within(1e-6));
        assertThat(FiniteWidth.of(Nonlinearities.of("tanh"), n)).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        RandomNetworks networks = RandomNetworks.of(Nonlinearities.of("tanh"), Variances.of(2, 0.1))
                .withSizes(20, 5, 6);
        assertThat(networks.run()).isEqualTo(networks.run());
        assertThat(networks.withSeed(1, DenseBackend.fixedOrder()).run()).isNotEqualTo(networks.run());
    }

    @Test
    void sizesAreBoundedBeforeAnythingIsAllocated() {
        RandomNetworks networks = RandomNetworks.of(Nonlinearities.of("tanh"), Variances.of(2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> networks.withSizes(100_000, 100, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> networks.withSizes(10, 0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> networks.withCorrelation(-0.1));
    }
}
