package gradlab.dynamics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrentWeightProbeTest {

    private static RunRecord run(String cell, String recurrent) {
        String text = """
                data: {set: parity, length: 4, train: 20, test: 5}
                network:
                  - CELL
                  - dense: 2
                initialisation: {scheme: xavier, recurrent: RECURRENT}
                loss: cross_entropy
                optimiser: {sgd: {rate: 1e-9}}
                batch: 5
                steps: 3
                record: {every: 1, recurrent: 2}
                """.replace("CELL", cell).replace("RECURRENT", recurrent);
        return TrainingRun.withDefaults().of(ExperimentReader.read(new SourceText("r.yaml", text)), 1);
    }

    /** Each gate of the stacked W is g times an orthogonal matrix, so W'W is gates g^2 I. */
    @ParameterizedTest
    @CsvSource({"rnn, 1", "gru, 3", "lstm, 4"})
    void orthogonalWeightsHaveTheGainTimesTheRootOfTheGates(String cell, int gates) {
        RunRecord run = run("{" + cell + ": 6}", "{scheme: orthogonal, gain: 0.7}");
        assertThat(run.series("spectral_norm/layer1").value(0)).isCloseTo(0.7 * Math.sqrt(gates), within(1e-9));
        assertThat(run.series("spectral_norm/layer1").size()).isEqualTo(2);
        assertThat(run.series().containsKey("spectral_radius/layer1")).isEqualTo(gates == 1);
    }

    /** An orthogonal matrix has all eigenvalues on the unit circle; a Gaussian one a radius below its norm. */
    @Test
    void radiusAndNormAreTwoThings() {
        assertThat(run("{rnn: 6}", "{scheme: orthogonal, gain: 0.7}")
                        .series("spectral_radius/layer1")
                        .value(0))
                .isCloseTo(0.7, within(1e-9));
        RunRecord gaussian = run("{rnn: 6}", "{scheme: gaussian, gain: 1}");
        assertThat(gaussian.series("spectral_radius/layer1").value(0))
                .isPositive()
                .isLessThan(0.95 * gaussian.series("spectral_norm/layer1").value(0));
    }
}
