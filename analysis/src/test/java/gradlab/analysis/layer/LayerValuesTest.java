package gradlab.analysis.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.SingularValues;
import gradlab.analysis.spectrum.SpectralNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values known by other means: closed forms and limits. */
class LayerValuesTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 64, 100})
    void layerNormHasTheReciprocalDeviationAsNorm(int n) {
        double eps = 1e-5;
        double[] x = RandomStream.of(n, "x").gaussians(n);
        double norm = SpectralNorm.withDefaults()
                .of(Jacobian.of(Layers.layerNorm(eps), x))
                .value();
        assertThat(norm).isCloseTo(1 / Math.sqrt(variance(x) + eps), within(1e-12));
    }

    @Test
    void layerNormOfTwoIsFlatterStill() {
        double eps = 0.01;
        double[] x = {1, 2};
        double norm = SingularValues.of(Jacobian.of(Layers.layerNorm(eps), x)).largest();
        assertThat(norm).isCloseTo(eps / Math.pow(0.25 + eps, 1.5), within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1e-200, 1e200, 1.7e308, 0})
    void layerNormReachesItsCapAtConstants(double constant) {
        double[] x = {constant, constant, constant, constant, constant};
        Layer layer = Layers.layerNorm(1e-4);
        assertThat(layer.value(x)).containsOnly(0);
        assertThat(SingularValues.of(Jacobian.of(layer, x)).largest()).isCloseTo(100, within(1e-12));
    }

    @Test
    void layerNormOfHugeEntriesStillHasDeviationOne() {
        double[] y = Layers.layerNorm(1e-5).value(new double[] {1e300, -1e300, 1.5e308, -1.5e308});
        assertThat(variance(y)).isCloseTo(1, within(1e-14));
        assertThat(y[2]).isCloseTo(Math.sqrt(2), within(1e-7));
    }

    @Test
    void softmaxHasNormOneHalfAtTwoEqualEntries() {
        DenseMatrix jacobian =
                Jacobian.of(Layers.softmax(), new double[] {700, 700, -700}).dense();
        assertThat(SingularValues.of(jacobian).largest()).isCloseTo(0.5, within(1e-15));
        assertThat(Layers.softmax().value(new double[] {1e308, -1e308})).containsExactly(1, 0);
    }

    @Test
    void slopesKeepTheirDigitsUnderSaturation() {
        double slope = Layers.tanh().jvp(new double[] {20}, new double[] {1})[0];
        // 4 exp(-40) / (1 + exp(-40))^2, by Python 3.11 decimal at 40 digits.
        assertThat(slope).isCloseTo(1.699341702116635e-17, within(1e-31));
        assertThat(Layers.sigmoid().jvp(new double[] {0}, new double[] {1})[0]).isEqualTo(0.25);
        assertThat(Layers.sigmoid().value(new double[] {-800, 800})).containsExactly(0, 1);
    }

    @Test
    void aKinkIsTold() {
        Layer layer = Layers.sequential(Layers.dense(DenseMatrix.identity(2)), Layers.residual(Layers.relu()));
        assertThat(Jacobian.of(layer, new double[] {1, 0}).differentiable()).isFalse();
        assertThat(Jacobian.of(layer, new double[] {1, -1}).differentiable()).isTrue();
        assertThat(Layers.relu().jvp(new double[] {0}, new double[] {1})).containsExactly(0);
    }

    @Test
    void aNaNIsNotSwallowed() {
        for (Layer layer : new Layer[] {
            Layers.relu(), Layers.leakyRelu(0.1), Layers.tanh(), Layers.sigmoid(), Layers.softmax(), Layers.layerNorm(1)
        }) {
            assertThat(layer.value(new double[] {Double.NaN, 1})[0])
                    .as(layer.toString())
                    .isNaN();
        }
    }

    @Test
    void crossEntropyIsStableAndHasTheGradientPMinusY() {
        double[] logits = {1e4, 0, -1e4, 1, 2, 3};
        int[] labels = {1, 2};
        double expected = (1e4 + Math.log(1 + Math.exp(-1) + Math.exp(-2))) / 2;
        assertThat(SoftmaxCrossEntropy.value(logits, labels)).isCloseTo(expected, within(1e-9));
        double p = 1 / (1 + Math.exp(-1) + Math.exp(-2));
        assertThat(SoftmaxCrossEntropy.gradient(logits, labels))
                .containsExactly(
                        new double[] {0.5, -0.5, 0, p * Math.exp(-2) / 2, p * Math.exp(-1) / 2, (p - 1) / 2},
                        within(1e-15));
        assertThat(SoftmaxCrossEntropy.correct(logits, labels)).isEqualTo(1);
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.layerNorm(0))
                .withMessageContaining("eps must be positive");
        assertThatIllegalArgumentException().isThrownBy(() -> Layers.layerNorm(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.repeat(Layers.relu(), 0))
                .withMessage("k must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Jacobian.of(Layers.relu(), new double[] {Double.NaN}))
                .withMessage("x[0] must be finite, was NaN");
        Layer widening = Layers.residual(Layers.dense(DenseMatrix.of(2, 1, 1, 1), Vector.of(0, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> widening.value(new double[1]))
                .withMessageContaining("keep the length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SoftmaxCrossEntropy.value(new double[2], new int[] {2}))
                .withMessage("labels[0] must be in [0, 2), was 2");
    }

    private static double variance(double[] x) {
        double mean = 0;
        for (double entry : x) {
            mean += entry / x.length;
        }
        double variance = 0;
        for (double entry : x) {
            variance += (entry - mean) * (entry - mean) / x.length;
        }
        return variance;
    }
}
