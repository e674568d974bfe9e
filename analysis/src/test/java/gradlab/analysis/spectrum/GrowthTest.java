package gradlab.analysis.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthTest {
    /** For a Jordan block with d = 1 - a and c >= 2 d the constant is c/(4d) + d/c exactly. */
    @ParameterizedTest
    @CsvSource({"0.9, 1", "0.9, 10", "0.5, 1.1", "0.99, 3", "0, 2.5"})
    void jordanBlocksHaveTheirKreissConstants(double a, double c) {
        double d = 1 - a;
        double expected = c / (4 * d) + d / c;
        KreissConstant.Result result = KreissConstant.ofPowers().of(Samples.jordan(a, c));
        assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(result.lower())
                .isCloseTo(expected, within(1e-9 * expected))
                .isLessThanOrEqualTo(expected * (1 + 1e-13));
        assertThat(result.upper()).isBetween(expected, 1.01 * expected * (1 + 1e-9));
        Resolvent resolvent = Resolvent.of(Samples.jordan(a, c));
        double modulus = Math.hypot(result.re(), result.im());
        assertThat((modulus - 1) * resolvent.norm(result.re(), result.im()))
                .isCloseTo(result.lower(), within(1e-7 * expected));
    }

    /** The same block, shifted by 1 to the left: Re z takes the place of |z| - 1 on the real axis. */
    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.1, 10", "1, 2"})
    void theFlowOfAJordanBlockHasTheSameConstant(double d, double c) {
        double expected = c / (4 * d) + d / c;
        KreissConstant.Result result = KreissConstant.ofFlow().of(Samples.jordan(-d, c));
        assertThat(result.lower()).isCloseTo(expected, within(1e-9 * expected));
        assertThat(result.upper()).isBetween(expected, 1.0101 * expected);
        assertThat(result.im()).isCloseTo(0, within(1e-3));
    }

    @Test
    void theBoundsHoldAtEveryPointTried() {
        DenseMatrix a = Samples.times(0.3, Samples.grcar(20));
        KreissConstant.Result result = KreissConstant.ofPowers().of(a);
        Resolvent resolvent = Resolvent.of(a);
        double largest = 1;
        for (int i = 1; i < 60; i++) {
            for (int j = 0; j < 60; j++) {
                double t = 0.01 * i;
                double s = Math.PI * j / 59;
                largest = Math.max(largest, t * resolvent.norm((1 + t) * Math.cos(s), (1 + t) * Math.sin(s)));
            }
        }
        assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(largest).isLessThanOrEqualTo(result.upper()).isGreaterThan(0.95 * result.lower());
        assertThat(result.lower()).isGreaterThanOrEqualTo(largest * (1 - 1e-12));
        TransientGrowth.Result growth = TransientGrowth.withDefaults().of(a);
        assertThat(growth.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(growth.value()).isGreaterThanOrEqualTo(result.lower() * (1 - 1e-12));
        assertThat(growth.value()).isLessThanOrEqualTo(Math.E * 20 * result.upper());
    }

    @Test
    void contractionsHaveKreissConstantOne() {
        LinearOperator contraction = Operators.diagonal(Vector.of(0.5, -1, 0.25));
        KreissConstant.Result result = KreissConstant.ofPowers().of(contraction);
        assertThat(result.lower()).isEqualTo(1);
        assertThat(result.upper()).isLessThanOrEqualTo(1.01);
        assertThat(KreissConstant.ofFlow()
                        .of(Operators.scaled(-1, Operators.identity(3)))
                        .upper())
                .isEqualTo(1);
        assertThat(KreissConstant.ofPowers().of(Operators.zero(0, 0)).upper()).isEqualTo(1);
        assertThat(KreissConstant.ofPowers().of(Operators.zero(2, 2)).upper()).isEqualTo(1);
    }

    @Test
    void unstableMatricesHaveNoUpperBound() {
        for (LinearOperator a : new LinearOperator[] {
            Operators.diagonal(Vector.of(1.5, 0.2)), Samples.jordan(1, 1e-3), Samples.times(1e300, Samples.grcar(4))
        }) {
            KreissConstant.Result result =
                    KreissConstant.ofPowers().withMaxSteps(2000).of(a);
            assertThat(result.upper()).isInfinite();
            assertThat(result.outcome()).isIn(Outcome.UNBOUNDED, Outcome.MAX_STEPS);
        }
        assertThat(KreissConstant.ofPowers().of(Samples.jordan(1.2, 1)).outcome())
                .isEqualTo(Outcome.UNBOUNDED);
    }

    /** numpy 2.4.6: max of norm(matrix_power(A, k), 2) for [[0.9, 10], [0, 0.9]] is 38.745922717546996 at k = 9. */
    @Test
    void theLargestPowerOfAJordanBlock() {
        TransientGrowth.Result result = TransientGrowth.withDefaults().of(Samples.jordan(0.9, 10));
        assertThat(result.value()).isCloseTo(38.745922717546996, within(1e-12));
        assertThat(result.power()).isEqualTo(9);
        assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(result.powers()).isBetween(50, 200);
    }

    @Test
    void powersOfOtherMatrices() {
        assertThat(TransientGrowth.withDefaults().of(Operators.identity(4)))
                .isEqualTo(new TransientGrowth.Result(1, 0, 1, Outcome.CONVERGED));
        assertThat(TransientGrowth.withDefaults().of(Operators.zero(3, 3)).value())
                .isEqualTo(1);
        assertThat(TransientGrowth.withDefaults().of(Operators.zero(0, 0)).value())
                .isZero();
        assertThat(TransientGrowth.withDefaults().of(Samples.jordan(1.1, 0)).outcome())
                .isEqualTo(Outcome.UNBOUNDED);
        assertThat(TransientGrowth.withDefaults()
                        .of(Samples.times(1e300, Samples.grcar(3)))
                        .outcome())
                .isEqualTo(Outcome.UNBOUNDED);
        TransientGrowth.Result slow =
                TransientGrowth.withDefaults().withMaxPower(50).of(Samples.jordan(1, 1));
        assertThat(slow.outcome()).isEqualTo(Outcome.MAX_STEPS);
        assertThat(slow.power()).isEqualTo(50);
        double turn = 0.3;
        DenseMatrix rotation = DenseMatrix.of(2, 2, Math.cos(turn), -Math.sin(turn), Math.sin(turn), Math.cos(turn));
        assertThat(TransientGrowth.withDefaults().of(rotation).outcome()).isEqualTo(Outcome.CONVERGED);
    }

    /** Whatever the matrix: no power up to twice as far as was looked is larger, once the search says so. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    void noLaterPowerIsLarger(int n) {
        DenseMatrix a = Samples.times(
                0.95 / CheckedEigenvalues.of(Samples.gaussian(n, n)).spectralRadius(), Samples.gaussian(n, n));
        TransientGrowth.Result result = TransientGrowth.withDefaults().of(a);
        assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
        DenseMatrix power = a;
        double largest = 1;
        for (int k = 1; k <= 2 * result.powers() + 20; k++) {
            largest = Math.max(largest, SingularValues.of(power).largest());
            power = Samples.product(power, a);
        }
        assertThat(result.value()).isCloseTo(largest, within(1e-11 * largest));
    }
}
