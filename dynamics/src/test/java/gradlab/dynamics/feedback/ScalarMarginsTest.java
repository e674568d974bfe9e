package gradlab.dynamics.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.dynamics.system.Clock;
import org.junit.jupiter.api.Test;

class ScalarMarginsTest {

    /** k/((s + 1)^3): three equal lags one after the other. */
    private static LinearLoop threeLags(double k) {
        return new LinearLoop(
                DenseMatrix.of(3, 3, -1, 0, 0, 1, -1, 0, 0, 1, -1),
                DenseMatrix.of(3, 1, k, 0, 0),
                DenseMatrix.of(1, 3, 0, 0, 1),
                Clock.TIME);
    }

    @Test
    void threeLagsHaveTheMarginsOfTheTextbooks() {
        // Phase -pi at w = sqrt 3, where |L| = k/8; |L| = 1 at w = sqrt(k^(2/3) - 1).
        ScalarMargins margins = ScalarMargins.of(threeLags(4));
        assertThat(margins.gain()).isCloseTo(2, within(1e-9));
        assertThat(margins.gainReduction()).isZero();
        assertThat(margins.gainFrequency()).isCloseTo(Math.sqrt(3), within(1e-9));
        double crossover = Math.sqrt(Math.pow(4, 2.0 / 3) - 1);
        assertThat(margins.phaseFrequency()).isCloseTo(crossover, within(1e-9));
        assertThat(margins.phase()).isCloseTo(Math.PI - 3 * Math.atan(crossover), within(1e-9));
    }

    @Test
    void aWeakLoopHasNoGainCrossover() {
        ScalarMargins margins = ScalarMargins.of(threeLags(0.5));
        assertThat(margins.phase()).isInfinite();
        assertThat(margins.gain()).isCloseTo(16, within(1e-8));
    }

    @Test
    void theGainMarginPutsAnEigenvalueOnTheCircle() {
        LinearLoop loop = new LinearLoop(
                DenseMatrix.of(2, 2, 1.2, -0.6, 1, 0),
                DenseMatrix.of(2, 1, 1, 0),
                DenseMatrix.of(1, 2, 0.3, 0.2),
                Clock.STEP);
        ScalarMargins margins = ScalarMargins.of(loop);
        double k = margins.gain();
        DenseMatrix closed = DenseMatrix.of(2, 2, 1.2 - 0.3 * k, -0.6 - 0.2 * k, 1, 0);
        double radius =
                DenseBackend.fixedOrder().eigenvalues(closed.toArray(), 2).modulus(0);
        assertThat(radius).isCloseTo(1, within(1e-9));
        assertThat(margins.phase()).isPositive().isFinite();
    }

    /** -1/2 + 1/(s + 1): at infinity -1/2, so twice the gain makes 1 + k G vanish there; |G| is at most 1/2. */
    @Test
    void aDirectPathHasItsPhaseCrossoverAtInfinity() {
        ScalarMargins margins = ScalarMargins.of(new LinearLoop(
                DenseMatrix.of(1, 1, -1),
                DenseMatrix.of(1, 1, 1),
                DenseMatrix.of(1, 1, 1),
                DenseMatrix.of(1, 1, -0.5),
                Clock.TIME));
        assertThat(margins.gain()).isCloseTo(2, within(1e-12));
        assertThat(margins.gainFrequency()).isInfinite();
        assertThat(margins.phase()).isInfinite();
        // 2 + 1/(z - 1/2): |G| = 1 where |2 z| = |z - 1/2| has no solution on the circle; -1/G(-1) = -1/(4/3) is no
        // margin.
        ScalarMargins none = ScalarMargins.of(new LinearLoop(
                DenseMatrix.of(1, 1, 0.5),
                DenseMatrix.of(1, 1, 1),
                DenseMatrix.of(1, 1, 1),
                DenseMatrix.of(1, 1, 2),
                Clock.STEP));
        assertThat(none.gain()).isInfinite();
        assertThat(none.gainReduction()).isZero();
    }

    @Test
    void severalInputsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScalarMargins.of(LinearLoop.of(DenseMatrix.identity(2), Clock.STEP)));
    }
}
