package gradlab.analysis.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradlab.analysis.block.Embedding;
import org.junit.jupiter.api.Test;

/** What is special about an embedding: it takes whole numbers. */
class EmbeddingTest {
    private final BlockLayer layer = BlockLayer.of(new Embedding(3, 2), new double[] {1, 2, 3, 4, 5, 6});

    @Test
    void gradientsReachTheTableAndStopThere() {
        Linearisation at = layer.at(new double[] {2, 0, 2}, 1);
        assertThat(at.value()).containsExactly(5, 6, 1, 2, 5, 6);
        double[] gradient = new double[6];
        assertThat(at.backward(new double[] {1, 2, 3, 4, 5, 6}, gradient, 0)).containsExactly(0, 0, 0);
        assertThat(gradient).containsExactly(3, 4, 0, 0, 6, 8);
    }

    @Test
    void whatIsNoRowIsRefused() {
        for (double x : new double[] {3, -1, 0.5, Double.NaN, 1e300}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> layer.value(new double[] {x}))
                    .withMessageContaining("a whole number below 3");
        }
        assertThat(layer.outputs(4)).isEqualTo(8);
    }
}
