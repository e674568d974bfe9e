package gradlab.verification.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.source.SourceText;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.ExperimentReader;
import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.TrainingRun;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ShippedExperimentsTest {
    private static Experiment read(String name) throws IOException {
        String resource = "/gradlab/verification/experiments/" + name + ".yaml";
        try (InputStream in = ShippedExperimentsTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            Experiment experiment = ExperimentReader.read(SourceText.decode(name + ".yaml", in, 100_000));
            assertThat(experiment.name()).isEqualTo(name);
            return experiment;
        }
    }

    @Test
    void theResidualNetworkLearnsTheDigits() throws IOException {
        RunRecord run = TrainingRun.withDefaults().of(read("deep-residual-digits"), 1);
        assertThat(run.firstNonFinite()).isEmpty();
        assertThat(run.testAccuracy()).isGreaterThan(0.9);
        assertThat(run.series("product_bound_ratio").largest().orElseThrow()).isLessThanOrEqualTo(1 + 1e-12);
    }

    @Test
    void thePlainNetworkAtGain16Explodes() throws IOException {
        RunRecord run = TrainingRun.withDefaults().of(read("deep-relu-gain16-digits"), 1);
        assertThat(run.firstNonFinite()).isPresent();
        assertThat(run.series("gradient_norm").largest().orElseThrow()).isGreaterThan(1e6);
    }
}
