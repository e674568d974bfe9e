package gradlab.analysis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.network.Initialisation.Scheme;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.SingularValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialisationTest {
    /** Tolerance: five standard errors of a mean square of 60,000 Gaussians, 5 sqrt(2 / 60,000). */
    @ParameterizedTest
    @CsvSource({"HE, 0.01", "XAVIER, 0.004", "LECUN, 0.005"})
    void entriesHaveTheVarianceOfTheScheme(Scheme scheme, double variance) {
        double[] entries = Initialisation.of(scheme)
                .withGain(1.6)
                .weight(300, 200, RandomStream.of(1, "w"))
                .toArray();
        double sum = 0;
        for (double entry : entries) {
            sum += entry * entry;
        }
        assertThat(sum / entries.length / (1.6 * 1.6 * variance)).isCloseTo(1, within(5 * Math.sqrt(2.0 / 60_000)));
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "3, 7", "7, 3", "1, 1"})
    void orthogonalMatricesHaveAllSingularValuesAtTheGain(int outputs, int inputs) {
        DenseMatrix weight =
                Initialisation.of(Scheme.ORTHOGONAL).withGain(0.5).weight(outputs, inputs, RandomStream.of(1, "w"));
        for (double value : SingularValues.of(weight).values().toArray()) {
            assertThat(value).isCloseTo(0.5, within(1e-14));
        }
    }

    @Test
    void aBadGainIsNamed() {
        Initialisation he = Initialisation.of(Scheme.HE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> he.withGain(Double.NaN))
                .withMessage("gain must be finite and not negative, was NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> he.withGain(-1));
    }
}
