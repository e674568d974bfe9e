package gradlab.analysis.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingularValuesTest {
    private static final DenseBackend JAVA = DenseBackend.fixedOrder();

    /** numpy 2.4.6: norm(grcar(100), 2) and linalg.cond of the same. */
    @Test
    void grcarHasItsNormAndCondition() {
        SingularValues values = SingularValues.checked(Samples.grcar(100), JAVA);
        assertThat(values.largest()).isCloseTo(3.239355037059437, within(1e-13));
        assertThat(values.residual().orElseThrow()).isLessThan(1e-12).isPositive();
        ConditionNumber condition = ConditionNumber.of(Samples.grcar(100));
        assertThat(condition.value()).isCloseTo(3.5911104629805917, within(1e-12));
        assertThat(condition.lower()).isLessThan(condition.value()).isCloseTo(condition.value(), within(1e-10));
        assertThat(condition.upper()).isGreaterThan(condition.value()).isCloseTo(condition.value(), within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"0,3", "3,0", "0,0"})
    void anEmptyMatrixHasNoSingularValues(int rows, int columns) {
        LinearOperator empty = Operators.zero(rows, columns);
        assertThat(SingularValues.of(empty).values().size()).isZero();
        assertThat(SingularValues.checked(empty, JAVA).residual()).hasValue(0);
        assertThat(SingularValues.of(empty).stableRank()).isZero();
        assertThat(PartialSingularValues.largest(2).of(empty).values().size()).isZero();
        assertThat(ConditionNumber.of(empty).value()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, 1e-300, 1e-310, 1})
    void scaleIsNoTrouble(double scale) {
        DenseMatrix plain = Samples.gaussian(30, 20);
        DenseMatrix scaled = Samples.times(scale, plain);
        double accuracy = scale < Double.MIN_NORMAL ? 1e-8 : 1e-13;
        double[] expected = SingularValues.of(plain).values().toArray();
        double[] all = SingularValues.checked(scaled, JAVA).values().toArray();
        double[] some = PartialSingularValues.largest(4).of(scaled).values().toArray();
        double[] least = PartialSingularValues.smallest(3).of(scaled).values().toArray();
        for (int i = 0; i < 20; i++) {
            assertThat(all[i] / scale).isCloseTo(expected[i], within(accuracy * expected[0]));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(some[i] / scale).isCloseTo(expected[i], within(10 * accuracy * expected[0]));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(least[i] / scale).isCloseTo(expected[17 + i], within(10 * accuracy * expected[0]));
        }
        assertThat(ConditionNumber.of(scaled).value())
                .isCloseTo(ConditionNumber.of(plain).value(), within(100 * accuracy));
    }

    @Test
    void aRankDeficientMatrixIsCalledSingular() {
        DenseMatrix lowRank = Samples.product(Samples.gaussian(12, 3), Samples.gaussian(3, 9));
        SingularValues values = SingularValues.checked(lowRank, JAVA);
        assertThat(values.rank(1e-12)).isEqualTo(3);
        ConditionNumber condition = ConditionNumber.of(lowRank);
        assertThat(condition.outcome()).isEqualTo(Outcome.SINGULAR);
        assertThat(condition.upper()).isInfinite();
        assertThat(condition.lower()).isGreaterThan(1e12);
        assertThat(condition.outcome().advice()).contains("certified");
        assertThat(ConditionNumber.of(Operators.zero(2, 2)).outcome()).isEqualTo(Outcome.SINGULAR);
    }

    @Test
    void theStableRankIsTheSumOfSquaresOverTheLargest() {
        assertThat(SingularValues.of(Operators.identity(7)).stableRank()).isEqualTo(7);
        assertThat(SingularValues.of(Operators.diagonal(Vector.of(3, -4, 0))).stableRank())
                .isEqualTo(25.0 / 16);
        assertThat(SingularValues.of(Operators.zero(2, 3)).stableRank()).isZero();
        assertThat(SingularValues.of(Operators.diagonal(Vector.of(1e-300, 1e-300)))
                        .stableRank())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void anEntryThatIsNotFiniteIsNamed(double bad) {
        DenseMatrix a = DenseMatrix.of(2, 3, 1, 2, 3, 4, 5, bad);
        for (Runnable analysis : new Runnable[] {
            () -> SingularValues.of(a), () -> SingularValues.checked(a, JAVA), () -> ConditionNumber.of(a)
        }) {
            assertThatIllegalArgumentException().isThrownBy(analysis::run).withMessageContaining("[1, 2] was " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialSingularValues.largest(1).of(a))
                .withMessageContaining("finite");
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,5,1", "5,1,3", "60,60,5", "200,80,6", "80,200,6", "150,150,1"})
    void theLargestAndSmallestAgreeWithAllOfThem(int rows, int columns, int k) {
        DenseMatrix a = Samples.gaussian(rows, columns);
        double[] all = SingularValues.of(a).values().toArray();
        int some = Math.min(k, all.length);
        PartialSingularValues.Result large = PartialSingularValues.largest(k).of(a);
        PartialSingularValues.Result small = PartialSingularValues.smallest(k).of(a);
        assertThat(large.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(small.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(large.values().toArray()).containsExactly(Arrays.copyOf(all, some), within(1e-10 * all[0]));
        assertThat(small.values().toArray())
                .containsExactly(Arrays.copyOfRange(all, all.length - some, all.length), within(1e-10 * all[0]));
        assertThat(Arrays.stream(large.residuals().toArray())).allMatch(r -> r <= 1e-9 * all[0]);
        assertThat(large.steps()).isLessThan(Math.max(rows, columns) + 10);
    }

    @Test
    void copiesOfAMultipleValueAreFound() {
        double[] diagonal = IntStream.range(0, 300)
                .mapToDouble(i -> i < 3 ? 5 : 1 + 0.01 * i)
                .toArray();
        PartialSingularValues.Result result =
                PartialSingularValues.largest(5).of(Operators.diagonal(Vector.of(diagonal)));
        assertThat(result.values().toArray()).containsExactly(new double[] {5, 5, 5, 3.99, 3.98}, within(1e-8));
        assertThat(PartialSingularValues.largest(4)
                        .of(Operators.identity(50))
                        .values()
                        .toArray())
                .containsExactly(new double[] {1, 1, 1, 1}, within(1e-12));
        assertThat(PartialSingularValues.smallest(3)
                        .of(Operators.zero(40, 30))
                        .values()
                        .toArray())
                .containsExactly(0, 0, 0);
    }

    @Test
    void restartsReachTheLargestOfAManyValuedOperator() {
        double[] diagonal =
                IntStream.range(0, 3000).mapToDouble(i -> 1 + 1e-3 * i).toArray();
        PartialSingularValues.Result result =
                PartialSingularValues.largest(3).of(Operators.diagonal(Vector.of(diagonal)));
        assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(result.values().toArray()).containsExactly(new double[] {3.999, 3.998, 3.997}, within(1e-9));
    }

    @Test
    void tooFewStepsAreAnOutcomeWithAdvice() {
        PartialSingularValues.Result result =
                PartialSingularValues.smallest(2).withMaxSteps(20).of(Samples.gaussian(300, 300));
        assertThat(result.outcome()).isEqualTo(Outcome.MAX_STEPS);
        assertThat(result.outcome().advice()).contains("maxSteps");
        assertThat(result.values().size()).isEqualTo(2);
        double[] residuals = result.residuals().toArray();
        double[] all = SingularValues.of(Samples.gaussian(300, 300)).values().toArray();
        for (int i = 0; i < 2; i++) {
            double value = result.values().get(i);
            assertThat(Arrays.stream(all).map(s -> Math.abs(s - value)).min().orElseThrow())
                    .isLessThanOrEqualTo(residuals[i] * (1 + 1e-8));
        }
    }
}
