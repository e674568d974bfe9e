package gradlab.dynamics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.block.Attention;
import gradlab.analysis.layer.BlockLayer;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.network.Network;
import gradlab.analysis.source.SourceText;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the tokens (1, 2) and (3, 1), with unit matrices for weights, so that logits are inner products: 5, 5; 5, 10. */
class AttentionProbeTest {
    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final double P = 1 / (1 + Math.exp(-5));

    private static Layer attention(int heads, boolean scaled, boolean causal) {
        Attention block = new Attention(2, 2, heads, 2 / heads, 2 / heads, scaled, causal, false, false);
        double[] unit = {1, 0, 0, 1};
        return BlockLayer.of(block, unit, unit, unit);
    }

    private static Map<String, Double> numbers(Layer layer) {
        Network network = Network.of(4, layer);
        return AttentionProbe.of(network, network.at(new double[] {1, 2, 3, 1}, 1));
    }

    @Test
    void ofAllPairs() {
        Map<String, Double> numbers = numbers(attention(1, false, false));
        assertThat(numbers.get("attention_logit_mean/layer1")).isEqualTo(6.25);
        assertThat(numbers.get("attention_logit_variance/layer1")).isEqualTo(4.6875);
        assertThat(numbers.get("attention_largest_weight/layer1")).isCloseTo((0.5 + P) / 2, ROUNDING);
        assertThat(numbers.get("softmax_jacobian_norm/layer1")).isCloseTo((0.5 + 2 * P * (1 - P)) / 2, ROUNDING);
    }

    @Test
    void scalingDividesTheVarianceByTheLength() {
        assertThat(numbers(attention(1, true, false)).get("attention_logit_variance/layer1"))
                .isCloseTo(4.6875 / 2, ROUNDING);
    }

    /** The first token sees itself alone: weight 1, derivative 0. Logits 5; 5, 10. */
    @Test
    void causalRowsEndAtTheirToken() {
        Map<String, Double> numbers = numbers(attention(1, false, true));
        assertThat(numbers.get("attention_logit_mean/layer1")).isCloseTo(20 / 3.0, ROUNDING);
        assertThat(numbers.get("attention_logit_variance/layer1")).isCloseTo(50 - 400 / 9.0, ROUNDING);
        assertThat(numbers.get("attention_largest_weight/layer1")).isCloseTo((1 + P) / 2, ROUNDING);
        assertThat(numbers.get("softmax_jacobian_norm/layer1")).isCloseTo(P * (1 - P), ROUNDING);
    }

    /** Logits 1, 3; 3, 9 of the first components and 4, 2; 2, 1 of the second. */
    @Test
    void headsCountAlike() {
        assertThat(numbers(attention(2, true, false)).get("attention_logit_variance/layer1"))
                .isCloseTo(125 / 8.0 - 625 / 64.0, ROUNDING);
    }

    @Test
    void insideOtherLayersTheInputThatArrivedThereCounts() {
        Map<String, Double> numbers =
                numbers(Layers.residual(Layers.sequential(Layers.leakyRelu(2), attention(1, false, false))));
        assertThat(numbers)
                .containsOnlyKeys(
                        "attention_logit_mean/layer1/branch/layer2",
                        "attention_logit_variance/layer1/branch/layer2",
                        "attention_largest_weight/layer1/branch/layer2",
                        "softmax_jacobian_norm/layer1/branch/layer2");
        assertThat(numbers.get("attention_logit_mean/layer1/branch/layer2")).isEqualTo(6.25);
    }

    @Test
    void numbersThatAreNotFiniteAreLeftOut() {
        Network network = Network.of(4, attention(1, false, false));
        assertThat(AttentionProbe.of(network, network.at(new double[] {1e200, 2, 3, 1}, 1)))
                .isEmpty();
    }

    /** Without the root that divides, the variance is as many times as large as a query is long. */
    @ParameterizedTest
    @CsvSource({"1, 6", "2, 3", "6, 1"})
    void isRecordedAtItsInterval(int heads, int length) {
        RunRecord scaled = run("{attention: " + heads + "}");
        RunRecord plain = run("{attention: " + heads + ", scaled: false}");
        assertThat(scaled.series("attention_logit_variance/layer2").size()).isEqualTo(2);
        assertThat(plain.series("attention_logit_variance/layer2").value(0))
                .isPositive()
                .isCloseTo(
                        length
                                * scaled.series("attention_logit_variance/layer2")
                                        .value(0),
                        within(1e-10));
    }

    private static RunRecord run(String attention) {
        String text = """
                data: {set: parity, length: 4, train: 20, test: 5}
                network:
                  - dense: 6
                  - ATTENTION
                  - last
                  - dense: 2
                loss: cross_entropy
                optimiser: {sgd: {rate: 1e-9}}
                batch: 5
                steps: 3
                record: {every: 1, attention: 2}
                """.replace("ATTENTION", attention);
        return TrainingRun.withDefaults().of(ExperimentReader.read(new SourceText("a.yaml", text)), 1);
    }
}
