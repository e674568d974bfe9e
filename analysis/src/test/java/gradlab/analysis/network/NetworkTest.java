package gradlab.analysis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.layer.Part;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.Euclidean;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static DenseMatrix weight(int outputs, int inputs, String task) {
        return Initialisation.of(Initialisation.Scheme.HE).weight(outputs, inputs, RandomStream.of(1, task));
    }

    private static Network network() {
        Layer block = Layers.residual(
                Layers.sequential(
                        Layers.layerNorm(1e-2),
                        Layers.dense(weight(6, 6, "b"), Vector.of(new double[6])),
                        Layers.tanh()),
                0.5);
        return Network.of(4, Layers.dense(weight(6, 4, "a")), block, Layers.relu(), Layers.dense(weight(3, 6, "c")));
    }

    @Test
    void everyLayerHasAPathAndItsSliceOfTheParameters() {
        Network network = network();
        assertThat(network.locations().stream().map(Location::path))
                .containsExactly(
                        "layer1",
                        "layer2",
                        "layer2/branch",
                        "layer2/branch/layer1",
                        "layer2/branch/layer2",
                        "layer2/branch/layer3",
                        "layer3",
                        "layer4");
        assertThat(network.parameterCount()).isEqualTo(24 + 42 + 18);
        for (Location location : network.locations()) {
            double[] slice = java.util.Arrays.copyOfRange(
                    network.parameters(),
                    location.parameterOffset(),
                    location.parameterOffset() + location.parameterCount());
            assertThat(slice).as(location.path()).isEqualTo(location.layer().parameters());
        }
        assertThat(network.at(new double[4], 1).linearisations().keySet())
                .containsExactlyElementsOf(
                        network.locations().stream().map(Location::path).toList());
    }

    @Test
    void backPropagationIsTheDerivativeOfTheWholeNetwork() {
        Network network = network();
        double[] x = RandomStream.of(1, "x").gaussians(8);
        double[] dy = RandomStream.of(1, "dy").gaussians(6);
        double[] parameters = network.parameters();
        GradientFlow flow = network.at(x, 2).backward(dy);
        double h = 1e-6;
        for (int i = 0; i < parameters.length; i++) {
            double kept = parameters[i];
            parameters[i] = kept + h;
            double above =
                    Euclidean.dot(network.withParameters(parameters).at(x, 2).value(), dy);
            parameters[i] = kept - h;
            double below =
                    Euclidean.dot(network.withParameters(parameters).at(x, 2).value(), dy);
            parameters[i] = kept;
            assertThat(flow.byParameters().get(i)).isCloseTo((above - below) / (2 * h), within(1e-8));
        }
        assertThat(flow.normsByDepth().size()).isEqualTo(5);
        assertThat(flow.normsByDepth().get(4)).isEqualTo(Euclidean.norm(dy));
        assertThat(flow.normsByDepth().get(0))
                .isEqualTo(Euclidean.norm(flow.byInput().toArray()));
    }

    @Test
    void theEndToEndJacobianIsTheProductOfTheLayers() {
        Network network = network();
        double[] x = RandomStream.of(1, "x").gaussians(4);
        double[] dy = RandomStream.of(1, "dy").gaussians(3);
        assertThat(network.jacobian(x).applyTranspose(dy))
                .isEqualTo(network.at(x, 1).backward(dy).byInput().toArray());
        assertThat(network.jacobian(x).rows()).isEqualTo(3);
        assertThat(network.value(x)).isEqualTo(network.asLayer().value(x));
    }

    @Test
    void theFirstLayerThatOverflowsIsNamed() {
        DenseMatrix huge = DenseMatrix.of(1, 1, 1e200);
        Network network = Network.of(1, Layers.dense(huge), Layers.relu(), Layers.dense(huge), Layers.relu());
        assertThat(network.at(new double[] {1}, 1).firstNonFinite()).contains("layer3");
        assertThat(network.at(new double[] {1e-200}, 1).firstNonFinite()).isEmpty();
    }

    @Test
    void badNetworksAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.of(3, Layers.dense(weight(2, 2, "a"))))
                .withMessageContaining("length 2, not 3");
        assertThatIllegalArgumentException().isThrownBy(() -> Network.of(0)).withMessageContaining("inputs");
        Part part = new Part("a", Layers.relu());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.of(3, List.of(part, part)))
                .withMessageContaining("unique");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network().at(new double[5], 1))
                .withMessageContaining("length 4, had length 5");
    }
}
