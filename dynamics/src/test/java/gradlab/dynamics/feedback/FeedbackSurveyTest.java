package gradlab.dynamics.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.Outcome;
import gradlab.analysis.survey.RecurrentMap;
import gradlab.dynamics.system.Clock;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackSurveyTest {
    private static final DenseBackend JAVA = DenseBackend.fixedOrder();

    private static FeedbackReport report(DenseMatrix matrix, Clock clock) {
        return FeedbackSurvey.withDefaults().of(LinearLoop.of(matrix, clock));
    }

    @Test
    void theJordanBlockOfTheTextbooks() {
        FeedbackReport report = report(Matrices.jordan(2, 0.9, 10), Clock.STEP);
        assertThat(report.stability().verdict()).isEqualTo(LoopStability.Verdict.STABLE);
        assertThat(report.smallGain().isSufficient()).isFalse();
        assertThat(report.eigenloci().gainMargin()).isCloseTo(1 / 0.9, within(1e-12));
        assertThat(StrictMath.exp(report.transients().logLargest())).isCloseTo(38.7459, within(1e-4));
        assertThat(report.transients().at()).isEqualTo(9);
        assertThat(report.transients().kreiss().orElseThrow().lower()).isCloseTo(25.01, within(0.01));
        assertThat(report.notConverged()).isEmpty();
    }

    @Test
    void aRotationIsOnTheBoundary() {
        FeedbackReport exact = report(DenseMatrix.of(2, 2, 0, -1, 1, 0), Clock.STEP);
        assertThat(exact.stability().verdict()).isEqualTo(LoopStability.Verdict.MARGINAL);
        assertThat(exact.gain().outcome()).isEqualTo(Outcome.UNBOUNDED);
        double c = StrictMath.cos(1);
        double s = StrictMath.sin(1);
        FeedbackReport rounded = report(DenseMatrix.of(2, 2, c, -s, s, c), Clock.STEP);
        assertThat(rounded.stability().verdict()).isEqualTo(LoopStability.Verdict.UNDECIDED);
        assertThat(rounded.notConverged()).anyMatch(reason -> reason.startsWith("stability"));
    }

    @Test
    void illConditionedEigenvaluesDoNotHideStability() {
        // Grcar's eigenvalues cannot be enclosed well; a power of norm below 1 settles it.
        LinearLoop loop = LinearLoop.of(Matrices.scaled(0.4, Matrices.grcar(60)), Clock.STEP);
        LoopStability stability = LoopStability.of(loop, JAVA);
        assertThat(stability.verdict()).isEqualTo(LoopStability.Verdict.STABLE);
        assertThat(stability.rate()).isLessThan(1);
        assertThat(HInfinityNorm.withDefaults().of(loop, stability).outcome()).isEqualTo(Outcome.CONVERGED);
    }

    @Test
    void aFlowOfAJordanBlockGrowsAsItsClosedForm() {
        // exp(t J) = exp(-t) [[1, c t], [0, 1]]: norm exp(-t) (c t + sqrt(c² t² + 4))/2.
        double c = 20;
        FeedbackReport report = report(Matrices.jordan(2, -1, c), Clock.TIME);
        double best = 1;
        for (int k = 0; k <= 100_000; k++) {
            double t = k * 1e-4;
            best = Math.max(best, StrictMath.exp(-t) * (c * t + Math.sqrt(c * c * t * t + 4)) / 2);
        }
        assertThat(StrictMath.exp(report.transients().logLargest())).isLessThanOrEqualTo(best * (1 + 1e-9));
        assertThat(StrictMath.exp(report.transients().logUpper())).isBetween(best * (1 - 1e-6), best * 1.02);
        Transients.Settled settled = report.transients().settled().orElseThrow();
        double at = settled.lower();
        double before = StrictMath.exp(-at) * (c * at + Math.sqrt(c * c * at * at + 4)) / 2;
        assertThat(before).isGreaterThan(0.0199);
        at = settled.upper();
        assertThat(StrictMath.exp(-at) * (c * at + Math.sqrt(c * c * at * at + 4)) / 2)
                .isLessThanOrEqualTo(0.02001);
        assertThat(report.horizon()).isEmpty();
    }

    @Test
    void severalBlocksMultiply() {
        SmallGain test = SmallGain.of(List.of(DenseMatrix.of(2, 1, 3, 4), DenseMatrix.of(1, 2, 0.1, 0)));
        assertThat(test.norms().size()).isEqualTo(2);
        assertThat(test.loopGain()).isCloseTo(0.5, within(1e-12));
        assertThat(test.isSufficient()).isTrue();
        assertThat(SmallGain.of(List.of(DenseMatrix.identity(3))).isSufficient())
                .isFalse();
    }

    @Test
    void aPhaseMarginOfAFlow() {
        // M = W + I = [[0, -4], [4, 0]], eigenvalues ±4i: |arg| - arccos(1/4).
        FeedbackReport report = report(DenseMatrix.of(2, 2, -1, -4, 4, -1), Clock.TIME);
        assertThat(report.eigenloci().phaseMargin()).isCloseTo(Math.PI / 2 - Math.acos(0.25), within(1e-12));
        // The real part of ±4i, to rounding.
        assertThat(report.eigenloci().gainMargin()).isGreaterThan(1e14);
        assertThat(report.numericalAbscissa()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void powersBoundTheGainWhereRoundingHidesThePeak() {
        DenseMatrix graded = DenseMatrix.of(2, 2, 0.5, 1e150, 0, 0.25);
        HInfinityNorm.Result result = HInfinityNorm.withDefaults().of(LinearLoop.of(graded, Clock.STEP));
        // At z = 1 the corner of the resolvent is 1e150/(0.5 * 0.75).
        assertThat(result.lower()).isLessThanOrEqualTo(1e150 / 0.375 * (1 + 1e-9));
        assertThat(result.upper())
                .isGreaterThanOrEqualTo(1e150 / 0.375 * (1 - 1e-9))
                .isLessThan(1e151);
    }

    @Test
    void aTimeVaryingLoopOfOneJacobianIsTheFrozenOne() {
        DenseMatrix w = Matrices.jordan(3, 0.8, 0.5);
        TimeVaryingLoop loop = TimeVaryingLoop.of(List.of(w, w, w, w, w), JAVA);
        for (int k = 0; k <= 5; k++) {
            assertThat(loop.lagLogNorms().get(k))
                    .isCloseTo(loop.frozenLogNorms().get(k), within(1e-9));
            assertThat(loop.lagLogNorms().get(k))
                    .isLessThanOrEqualTo(loop.boundLogNorms().get(k) + 1e-9);
        }
        DenseMatrix zero = DenseMatrix.of(3, 3, new double[9]);
        TimeVaryingLoop cut = TimeVaryingLoop.of(List.of(zero, w), JAVA);
        assertThat(cut.lagLogNorms().get(1)).isFinite();
        assertThat(cut.lagLogNorms().get(2)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(cut.rate()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /** h' = a h + h^3 with the constant input ignored: fixed points 0 and ±sqrt(1 - a), slopes a and 3 - 2 a. */
    private record Cubic(double a, double shift) implements RecurrentMap {
        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public Moved at(double[] x, double[] state) {
            double h = state[0] - shift;
            return new Moved(Vector.of(shift + a * h + h * h * h + x[0]), DenseMatrix.of(1, 1, a + 3 * h * h));
        }
    }

    @Test
    void fixedPointsAreFoundWhetherStableOrNot() {
        FixedPoint stable = FixedPoint.of(new Cubic(0.5, 0.3), JAVA);
        assertThat(stable.isFound()).isTrue();
        assertThat(stable.state().get(0)).isCloseTo(0.3, within(1e-12));
        assertThat(stable.spectralRadius()).isCloseTo(0.5, within(1e-9));
        FixedPoint slow = FixedPoint.of(new Cubic(-0.99999, 0.3), JAVA);
        assertThat(slow.isFound()).isTrue();
        assertThat(slow.gain()).isCloseTo(0.99999, within(1e-9));
    }

    @Test
    void aDrivenCellKeepsItsLastSteps() {
        List<Vector> inputs = List.of(Vector.of(0.1), Vector.of(0.2), Vector.of(-0.1));
        DrivenCell cell = DrivenCell.of(new Cubic(0.5, 0), inputs, 2, JAVA).orElseThrow();
        assertThat(cell.recorded()).isEqualTo(3);
        assertThat(cell.steps()).isEqualTo(2);
        // h: 0, 0.1, 0.251, ...; slopes 0.5 + 3 h².
        assertThat(cell.loop().stepGains().get(0)).isCloseTo(0.53, within(1e-12));
        assertThat(cell.last().get(0, 0)).isCloseTo(0.5 + 3 * 0.251 * 0.251, within(1e-12));
        assertThat(DrivenCell.of(new Cubic(3, 0), Collections.nCopies(20, Vector.of(2)), 5, JAVA))
                .isEmpty();
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedbackSurvey.withDefaults().withHorizon(0));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeVaryingLoop.of(List.of(), JAVA));
        assertThatIllegalArgumentException().isThrownBy(() -> HorizonGain.of(List.of()));
    }
}
