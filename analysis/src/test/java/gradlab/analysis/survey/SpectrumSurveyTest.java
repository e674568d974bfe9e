package gradlab.analysis.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.SingularValues;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class SpectrumSurveyTest {
    private static IntervalMatrix none() {
        throw new IllegalStateException("no bounds were asked for");
    }

    /** An operator that is no matrix. */
    private static LinearOperator operator(int side) {
        return Operators.shifted(
                DenseMatrix.of(side, side, RandomStream.of(side, "survey").gaussians(side * side)), 2);
    }

    @Test
    void theNormAloneSaysHowItWasFound() {
        LinearOperator operator = operator(300);
        Spectrum spectrum = SpectrumSurvey.withDefaults().withLargest(1).of(operator, SpectrumSurveyTest::none);
        double expected = SingularValues.of(operator).largest();
        assertThat(spectrum.norm()).isCloseTo(expected, within(1e-13 * expected));
        assertThat(spectrum.values().size()).isEqualTo(1);
        assertThat(spectrum.method()).startsWith("Golub-Kahan-Lanczos: ").contains("the dense way was estimated");
        assertThat(spectrum.advice()).isEmpty();
    }

    @Test
    void progressIsToldByStage() {
        Set<String> stages = new LinkedHashSet<>();
        long[] most = new long[1];
        SpectrumSurvey.withDefaults()
                .withProgress((stage, done, total) -> {
                    stages.add(stage);
                    most[0] = Math.max(most[0], total);
                })
                .of(operator(20), SpectrumSurveyTest::none);
        assertThat(stages).containsExactly("singular values", "products with the Jacobian");
        assertThat(most[0]).isEqualTo(20);
    }

    @Test
    void anInterruptionEndsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> SpectrumSurvey.withDefaults().of(operator(20), SpectrumSurveyTest::none));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
