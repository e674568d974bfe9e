package gradlab.dynamics.lyapunov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.network.Network;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.survey.LayerChain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Exponents of networks by depth, against what is known exactly and against singular values of explicit products. */
class DepthExponentsTest {
    private static DenseMatrix gaussian(int rows, int columns, long seed) {
        double[] entries = RandomStream.of(seed, "weights").gaussians(rows * columns);
        return DenseMatrix.of(
                rows,
                columns,
                Arrays.stream(entries).map(x -> x / Math.sqrt(columns)).toArray());
    }

    private static DenseMatrix diagonal(double... entries) {
        int n = entries.length;
        double[] all = new double[n * n];
        for (int i = 0; i < n; i++) {
            all[i * n + i] = entries[i];
        }
        return DenseMatrix.of(n, n, all);
    }

    private static List<Supplier<LayerChain>> at(Network network, double[]... inputs) {
        List<Supplier<LayerChain>> chains = new ArrayList<>();
        for (double[] input : inputs) {
            chains.add(() -> LayerChain.of(network, input));
        }
        return chains;
    }

    private static LyapunovResult exponents(Network network, double[]... inputs) {
        return DepthExponents.withDefaults().of("network", at(network, inputs));
    }

    private static double[] values(LyapunovResult result) {
        return result.exponents().stream().mapToDouble(Exponent::value).toArray();
    }

    @Test
    void diagonalLayersGiveTheirLogarithmsHoweverFarApart() {
        Layer[] layers = new Layer[30];
        Arrays.setAll(layers, l -> Layers.dense(diagonal(1e20, 2, 1e-20)));
        LyapunovResult result = exponents(Network.of(3, layers), new double[] {1, 1, 1});
        assertThat(values(result))
                .containsExactly(new double[] {Math.log(1e20), Math.log(2), Math.log(1e-20)}, within(1e-12));
        assertThat(result.steps()).isEqualTo(30);
        assertThat(result.converged()).isTrue();
        assertThat(result.kaplanYorke()).isEmpty();
        assertThat(result.entropyRate()).isEmpty();
        assertThat(result.checks())
                .filteredOn(check -> check.name().equals("sum-of-exponents"))
                .allMatch(check -> check.outcome() == SelfCheck.Outcome.PASSED);
    }

    @Test
    void aNarrowingNetworkHasAsManyAsItsNarrowerEnd() {
        Network network = Network.of(
                7,
                Layers.dense(gaussian(9, 7, 1)),
                Layers.tanh(),
                Layers.dense(gaussian(6, 9, 2)),
                Layers.tanh(),
                Layers.dense(gaussian(4, 6, 3)));
        double[] x = RandomStream.of(4, "input").gaussians(7);
        LyapunovResult result = exponents(network, x);
        double[] singular =
                DenseKernels.singularValues(network.jacobian(x).dense().toArray(), 4, 7);
        double[] expected = Arrays.stream(singular).map(s -> Math.log(s) / 3).toArray();
        assertThat(result.steps()).isEqualTo(3);
        assertThat(values(result)).containsExactly(expected, within(1e-12));
        assertThat(result.exponents()).allMatch(e -> e.halfWidth() > 0 && e.halfWidth() < 1e-10);
    }

    @Test
    void unitsThatAreOffAndNarrowPlacesAnnihilateExactly() {
        Network off = Network.of(
                3, Layers.dense(diagonal(1, 2, -3)), Layers.relu(), Layers.dense(gaussian(3, 3, 5)), Layers.relu());
        LyapunovResult result = exponents(off, new double[] {1, 1, 1});
        assertThat(result.exponents().get(2)).isEqualTo(Exponent.MINUS_INFINITY);
        Network narrow = Network.of(4, Layers.dense(gaussian(2, 4, 6)), Layers.dense(gaussian(4, 2, 7)));
        assertThat(values(exponents(narrow, new double[4]))).hasSize(2).doesNotContain(Double.NEGATIVE_INFINITY);
    }

    @Test
    void overSeveralInputsTheyAreMeansWithStudentsIntervals() {
        Network network =
                Network.of(5, Layers.dense(gaussian(5, 5, 8)), Layers.tanh(), Layers.dense(gaussian(5, 5, 9)));
        double[][] inputs = new double[12][];
        Arrays.setAll(inputs, i -> RandomStream.of(i, "input").gaussians(5));
        double[] each = Arrays.stream(inputs)
                .mapToDouble(x -> values(exponents(network, x))[0])
                .toArray();
        double mean = Arrays.stream(each).average().orElseThrow();
        double squares = Arrays.stream(each).map(v -> (v - mean) * (v - mean)).sum();
        LyapunovResult result = exponents(network, inputs);
        assertThat(result.exponents().get(0).value()).isCloseTo(mean, within(1e-13));
        // t(0.975, 11) = 2.200985 by scipy 1.17.1, scipy.stats.t.ppf
        assertThat(result.exponents().get(0).halfWidth())
                .isCloseTo(2.200985 * Math.sqrt(squares / 11 / 12), within(1e-6));
        assertThat(DepthExponents.withDefaults()
                        .withAccuracy(1e-4)
                        .of("network", at(network, inputs))
                        .converged())
                .isFalse();
    }

    @Test
    void partsOfTheLayersAndTheLargestAlone() {
        Network network =
                Network.of(2, Layers.dense(diagonal(8, 1)), Layers.dense(diagonal(3, 5)), Layers.dense(diagonal(7, 2)));
        DepthExponents middle =
                DepthExponents.withDefaults().withTransient(1).withLayers(1).withExponents(1);
        assertThat(values(middle.of("network", at(network, new double[2]))))
                .containsExactly(new double[] {Math.log(5)}, within(1e-14));
        assertThatThrownBy(() -> DepthExponents.withDefaults().withLayers(4).of("network", at(network, new double[2])))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("--steps 4")
                .hasMessageContaining("3 layers");
        assertThatThrownBy(
                        () -> DepthExponents.withDefaults().withExponents(3).of("network", at(network, new double[2])))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("at most 2");
    }

    @Test
    void whatRoundingHidesHasNoInterval() {
        Layer[] layers = new Layer[12];
        Arrays.setAll(layers, l -> l % 2 == 0 ? Layers.dense(gaussian(6, 6, 20 + l)) : Layers.layerNorm(1e-5));
        LyapunovResult result =
                exponents(Network.of(6, layers), RandomStream.of(1, "input").gaussians(6));
        assertThat(result.exponents().get(0).halfWidth()).isLessThan(1e-9);
        assertThat(result.exponents().get(5).halfWidth()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(result.converged()).isFalse();
        assertThat(result.advice()).contains("rounding");
    }
}
