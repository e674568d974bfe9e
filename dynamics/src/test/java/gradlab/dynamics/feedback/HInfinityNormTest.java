package gradlab.dynamics.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.Outcome;
import gradlab.dynamics.system.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HInfinityNormTest {

    private static HInfinityNorm.Result norm(DenseMatrix matrix, Clock clock) {
        return HInfinityNorm.withDefaults().of(LinearLoop.of(matrix, clock));
    }

    private static void assertBracket(HInfinityNorm.Result result, double value) {
        assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(result.lower()).isLessThanOrEqualTo(value * (1 + 1e-10));
        assertThat(result.upper()).isGreaterThanOrEqualTo(value * (1 - 1e-10));
        assertThat(result.upper() / result.lower()).isLessThanOrEqualTo(1 + 2e-8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.3, 0.6, 0.7})
    void theOscillatorPeaksAtItsClosedForm(double z) {
        // 1/(s² + 2 z s + 1): peak 1/(2 z sqrt(1 - z²)) at sqrt(1 - 2 z²).
        LinearLoop loop = new LinearLoop(
                DenseMatrix.of(2, 2, 0, 1, -1, -2 * z),
                DenseMatrix.of(2, 1, 0, 1),
                DenseMatrix.of(1, 2, 1, 0),
                Clock.TIME);
        HInfinityNorm.Result result = HInfinityNorm.withDefaults().of(loop);
        assertBracket(result, 1 / (2 * z * Math.sqrt(1 - z * z)));
        assertThat(result.frequency()).isCloseTo(Math.sqrt(1 - 2 * z * z), within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.999999, -0.9, -0.1, 0, 1e-300, 0.5, 0.99, 0.999999})
    void aScalarIsOneOverItsDistanceFromTheCircle(double w) {
        HInfinityNorm.Result result = norm(DenseMatrix.of(1, 1, w), Clock.STEP);
        assertBracket(result, 1 / (1 - Math.abs(w)));
        assertThat(result.frequency()).isCloseTo(w < 0 ? Math.PI : 0, within(w == 0 || w == 1e-300 ? 4 : 1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e300, -1, -1e-9, -1e-300})
    void aScalarFlowIsOneOverItsRate(double w) {
        assertBracket(norm(DenseMatrix.of(1, 1, w), Clock.TIME), -1 / w);
    }

    @Test
    void aNormalMatrixIsOneOverOneMinusItsRadius() {
        double[] moduli = {0.9, 0.9, 0.5, -0.9, 0.2};
        double[] entries = new double[25];
        double angle = 1.234;
        entries[0] = entries[6] = moduli[0] * StrictMath.cos(angle);
        entries[5] = moduli[1] * StrictMath.sin(angle);
        entries[1] = -entries[5];
        entries[12] = moduli[2];
        entries[18] = moduli[3];
        entries[24] = moduli[4];
        assertBracket(norm(DenseMatrix.of(5, 5, entries), Clock.STEP), 10);
    }

    /** mpmath 1.3 with 40 digits: 1/min(svd_r(eye(n) - A)), after a numpy grid of 4001 angles showed the peak at 0. */
    @ParameterizedTest
    @CsvSource({
        "0.9, 2, 10, 1000.0999900019995, 0",
        "0.5, 6, 1, 85.24464051698216, 0",
        "-0.5, 6, 1, 85.24464051698216, 3.14159265358979",
        "0.3, 12, 1, 141.50892622201236, 0"
    })
    void jordanBlocks(double a, int n, double c, double value, double frequency) {
        HInfinityNorm.Result result = norm(Matrices.jordan(n, a, c), Clock.STEP);
        assertBracket(result, value);
        assertThat(result.frequency()).isCloseTo(frequency, within(1e-4));
    }

    /** numpy and scipy: minimize_scalar (bounded, 1e-13) of -1/svd(z I - A)[-1] around the best of 4001 and 8002 points. */
    @Test
    void grcarMatrices() {
        HInfinityNorm.Result steps = norm(Matrices.scaled(0.3, Matrices.grcar(20)), Clock.STEP);
        HInfinityNorm.Result flow = norm(Matrices.shifted(Matrices.grcar(20), -3), Clock.TIME);
        assertBracket(steps, 7.655269872892561);
        assertBracket(flow, 2.0622280761292773);
    }

    @Test
    void noFrequencyOfAFineGridIsAboveTheUpperBound() {
        for (int seed = 0; seed < 12; seed++) {
            int n = 2 + seed;
            double[] entries = RandomStream.of(seed, "loop").gaussians(n * n);
            double radius = LoopStability.of(
                            LinearLoop.of(DenseMatrix.of(n, n, entries), Clock.STEP), DenseBackend.fixedOrder())
                    .rate();
            double factor = (0.6 + 0.033 * seed) / radius;
            LinearLoop loop = LinearLoop.of(
                    DenseMatrix.of(
                            n, n, Arrays.stream(entries).map(e -> e * factor).toArray()),
                    Clock.STEP);
            HInfinityNorm.Result result = HInfinityNorm.withDefaults().of(loop);
            FrequencyResponse response = FrequencyResponse.of(loop);
            double most = 0;
            for (int k = 0; k <= 3000; k++) {
                most = Math.max(most, response.largest(Math.PI * k / 3000));
            }
            assertThat(most).isLessThanOrEqualTo(result.upper());
            assertThat(result.upper()).isLessThanOrEqualTo(most * 1.01);
            assertThat(result.upper() / result.lower()).isLessThanOrEqualTo(1 + 2e-8);
        }
    }

    @Test
    void theGeneralGainAgreesWithTheResolvent() {
        DenseMatrix w = Matrices.scaled(0.5, DenseMatrix.of(3, 3, 0.3, 0.8, -0.2, -0.7, 0.4, 0.5, 0.1, -0.6, 0.2));
        LinearLoop plain = LinearLoop.of(w, Clock.STEP);
        DenseMatrix turned = DenseMatrix.of(3, 3, 0, -1, 0, 1, 0, 0, 0, 0, 1);
        LinearLoop general = new LinearLoop(w, turned, turned, Clock.STEP);
        for (double frequency : new double[] {0, 0.3, 1, 2, Math.PI}) {
            double expected = FrequencyResponse.of(plain).largest(frequency);
            assertThat(FrequencyResponse.of(general).largest(frequency)).isCloseTo(expected, within(1e-12 * expected));
            double least = FrequencyResponse.of(plain).smallest(frequency);
            assertThat(FrequencyResponse.of(general).smallest(frequency)).isCloseTo(least, within(1e-7 * least));
        }
        HInfinityNorm.Result result = HInfinityNorm.withDefaults().of(general);
        assertBracket(result, HInfinityNorm.withDefaults().of(plain).lower());
    }

    @Test
    void anUnstableLoopHasNoFiniteGain() {
        for (double w : new double[] {1, -1, 1.0000001, 1e300}) {
            HInfinityNorm.Result result = norm(DenseMatrix.of(1, 1, w), Clock.STEP);
            assertThat(result.upper()).isInfinite();
            assertThat(result.lower()).isInfinite();
            assertThat(result.outcome()).isEqualTo(Outcome.UNBOUNDED);
        }
        assertThat(norm(DenseMatrix.of(1, 1, 0), Clock.TIME).outcome()).isEqualTo(Outcome.UNBOUNDED);
    }

    @Test
    void aGainBeyondRoundingIsABracketOrNoAnswer() {
        // The gain of a nilpotent pair [[0, c], [0, 0]] on the circle is about c.
        for (double c : new double[] {1e3, 1e8, 1e200}) {
            HInfinityNorm.Result result = norm(DenseMatrix.of(2, 2, 0, c, 0, 0), Clock.STEP);
            double value = (c + Math.hypot(c, 2)) / 2;
            assertThat(result.lower()).isCloseTo(value, within(1e-6 * value));
            assertThat(result.upper()).isGreaterThanOrEqualTo(value * (1 - 1e-10));
        }
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HInfinityNorm.withDefaults().withRelativeTolerance(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HInfinityNorm.withDefaults().withMaxRounds(0));
        assertThatIllegalArgumentException().isThrownBy(() -> LinearLoop.of(DenseMatrix.of(1, 2, 1, 2), Clock.STEP));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearLoop.of(DenseMatrix.of(1, 1, Double.NaN), Clock.STEP));
    }

    /** D + 1/(z - a) with 0 < a < 1 peaks at z = 1 for D > 0, at z = -1 for D < -1/(1 - a^2). */
    @Test
    void aDirectPathCounts() {
        for (double d : new double[] {0.7, -3}) {
            LinearLoop loop = new LinearLoop(
                    DenseMatrix.of(1, 1, 0.5),
                    DenseMatrix.of(1, 1, 1),
                    DenseMatrix.of(1, 1, 1),
                    DenseMatrix.of(1, 1, d),
                    Clock.STEP);
            HInfinityNorm.Result result = HInfinityNorm.withDefaults().of(loop);
            double truth = d > 0 ? d + 2 : -d + 2.0 / 3;
            assertThat(result.lower()).isCloseTo(truth, within(1e-12));
            assertThat(result.upper()).isGreaterThanOrEqualTo(truth).isCloseTo(truth, within(1e-7));
        }
        LinearLoop lag = new LinearLoop(
                DenseMatrix.of(1, 1, -1),
                DenseMatrix.of(1, 2, 1, 0),
                DenseMatrix.of(2, 1, -1, 0),
                DenseMatrix.of(2, 2, 1, 0, 0, 0.5),
                Clock.TIME);
        // 1 - 1/(s + 1) = s/(s + 1) comes to 1 at infinity.
        HInfinityNorm.Result result = HInfinityNorm.withDefaults().of(lag);
        assertThat(result.frequency()).isInfinite();
        assertThat(result.lower()).isCloseTo(1, within(1e-12));
        assertThat(result.upper()).isCloseTo(1, within(1e-7));
        assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e150, 1, 1e-150})
    void noScaleMatters(double scale) {
        // [[2, 4 s], [0, 2]] at z = 1.
        HInfinityNorm.Result coupled =
                HInfinityNorm.withDefaults().of(LinearLoop.of(DenseMatrix.of(2, 2, 0.5, scale, 0, 0.5), Clock.STEP));
        double a = 4 * scale;
        double truth = (a + Math.hypot(a, 4)) / 2;
        assertThat(coupled.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(coupled.lower() / truth).isCloseTo(1, within(1e-9));
        assertThat(coupled.upper() / truth).isGreaterThan(1 - 1e-15).isCloseTo(1, within(1e-6));
        HInfinityNorm.Result flow = HInfinityNorm.withDefaults()
                .of(new LinearLoop(
                        DenseMatrix.of(2, 2, -scale, 5 * scale, 0, -2 * scale),
                        DenseMatrix.of(2, 1, scale, scale),
                        DenseMatrix.of(1, 2, 1e100, 1e100),
                        Clock.TIME));
        // C (-A)^-1 B = 1e100 (1 + 5/2 + 1/2).
        assertThat(flow.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(flow.lower()).isCloseTo(4e100, within(1e92));
        assertThat(flow.upper()).isCloseTo(4e100, within(1e93));
    }
}
