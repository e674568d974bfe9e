package gradlab.analysis.arithmetic;

import static gradlab.analysis.arithmetic.Truth.FALSE;
import static gradlab.analysis.arithmetic.Truth.TRUE;
import static gradlab.analysis.arithmetic.Truth.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class RealComparisonTest {
    private final RealArithmetic numbers = new RealArithmetic();
    private final Real infinity = numbers.ofDouble(Double.POSITIVE_INFINITY);
    private final Real one = numbers.one();

    private Real of(long p, long q) {
        return numbers.of(new BigFraction(p, q));
    }

    private Matrix<Real> matrix(int n, double... entries) {
        return new Matrix<>(
                n, n, Arrays.stream(entries).mapToObj(numbers::ofDouble).toList());
    }

    @Test
    void infinityIsAboveEveryNumber() {
        assertThat(numbers.less(one, infinity)).isEqualTo(TRUE);
        assertThat(numbers.less(infinity, one)).isEqualTo(FALSE);
        assertThat(numbers.less(infinity, infinity)).isEqualTo(FALSE);
        assertThat(numbers.lessOrEqual(infinity, infinity)).isEqualTo(TRUE);
        assertThat(numbers.equal(infinity, infinity)).isEqualTo(TRUE);
        assertThat(numbers.equal(infinity, one)).isEqualTo(FALSE);
        Real minus = numbers.negate(infinity);
        assertThat(numbers.less(minus, one)).isEqualTo(TRUE);
        assertThat(numbers.less(minus, infinity)).isEqualTo(TRUE);
        assertThat(numbers.less(numbers.pi(), infinity)).isEqualTo(TRUE);
        assertThat(numbers.abs(minus)).isEqualTo(infinity);
        assertThat(numbers.max(one, infinity)).isEqualTo(infinity);
        assertThat(numbers.min(one, infinity)).isEqualTo(one);
        assertThat(numbers.approximate(minus)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(numbers.integer(infinity)).isEmpty();
    }

    @Test
    void nothingElseIsDoneWithInfinity() {
        List<Runnable> uses = List.of(
                () -> numbers.add(infinity, one),
                () -> numbers.subtract(infinity, infinity),
                () -> numbers.multiply(numbers.zero(), infinity),
                () -> numbers.multiply(infinity, one),
                () -> numbers.divide(one, infinity),
                () -> numbers.square(infinity),
                () -> numbers.power(infinity, 2),
                () -> numbers.power(infinity, 0),
                () -> numbers.sqrt(infinity),
                () -> numbers.floor(infinity),
                () -> numbers.apply(Transcendental.TANH, infinity),
                () -> numbers.matrices().spectralNorm(new Matrix<>(1, 1, List.of(infinity))));
        for (Runnable use : uses) {
            assertThatThrownBy(use::run)
                    .isInstanceOfSatisfying(
                            NoValueException.class, e -> assertThat(e.truth()).isEqualTo(UNDECIDED));
        }
        assertThatThrownBy(() -> numbers.ofDouble(Double.NaN))
                .isInstanceOfSatisfying(
                        NoValueException.class, e -> assertThat(e.truth()).isEqualTo(Truth.UNDEFINED));
    }

    @Test
    void normsThatAreReachedAreComparedExactly() {
        Real nine = numbers.matrices().spectralNorm(matrix(2, 9, 0, 0, 4));
        assertThat(numbers.lessOrEqual(nine, numbers.of(9))).isEqualTo(TRUE);
        assertThat(numbers.less(nine, numbers.of(9))).isEqualTo(FALSE);
        assertThat(numbers.equal(nine, numbers.of(9))).isEqualTo(TRUE);
        assertThat(numbers.less(nine, numbers.add(numbers.of(9), of(1, Long.MAX_VALUE))))
                .isEqualTo(TRUE);
    }

    /** sigma_max of [[1, 1], [0, 1]] is the golden ratio: no root of a rational, yet every rational is told from it. */
    @Test
    void normsThatAreNoRootsAreComparedExactly() {
        Real golden = numbers.matrices().spectralNorm(matrix(2, 1, 1, 0, 1));
        // Neighbouring Fibonacci numbers F(81)/F(80) and F(80)/F(79): closer to the ratio than binary64 can tell.
        assertThat(numbers.less(golden, of(37889062373143906L, 23416728348467685L)))
                .isEqualTo(TRUE);
        assertThat(numbers.less(of(23416728348467685L, 14472334024676221L), golden))
                .isEqualTo(TRUE);
        assertThat(numbers.less(of(-1, 1), golden)).isEqualTo(TRUE);
        assertThat(numbers.equal(golden, numbers.matrices().spectralNorm(matrix(2, 1, 1, 0, 1))))
                .isEqualTo(TRUE);
        assertThat(numbers.less(golden, numbers.matrices().spectralNorm(matrix(2, 1, 1.000000001, 0, 1))))
                .isEqualTo(TRUE);
        assertThat(numbers.abs(golden)).isEqualTo(golden);
        Real radius = numbers.matrices().spectralRadius(matrix(2, 1, 1, 1, 0));
        assertThat(numbers.less(radius, of(37889062373143906L, 23416728348467685L)))
                .isEqualTo(TRUE);
        assertThat(numbers.less(of(23416728348467685L, 14472334024676221L), radius))
                .isEqualTo(TRUE);
    }

    @Test
    void enclosuresThatOverlapDecideNothing() {
        Real pi = numbers.pi();
        assertThat(numbers.equal(pi, numbers.pi())).isEqualTo(UNDECIDED);
        assertThat(numbers.less(pi, numbers.pi())).isEqualTo(UNDECIDED);
        assertThat(numbers.less(pi, numbers.ofDouble(Math.PI))).isEqualTo(FALSE);
        assertThat(numbers.less(numbers.ofDouble(Math.PI), pi)).isEqualTo(UNDECIDED);
        assertThat(numbers.equal(pi, numbers.of(3))).isEqualTo(FALSE);
    }

    @Test
    void numbersThatBinary64CannotTellApartAreToldApart() {
        Real tiny = numbers.of(new BigFraction(10).pow(-400));
        assertThat(numbers.less(numbers.zero(), tiny)).isEqualTo(TRUE);
        assertThat(numbers.less(one, numbers.add(one, tiny))).isEqualTo(TRUE);
        assertThat(numbers.equal(one, numbers.add(one, tiny))).isEqualTo(FALSE);
        Real huge = numbers.of(new BigFraction(10).pow(400));
        assertThat(numbers.less(huge, numbers.add(huge, one))).isEqualTo(TRUE);
        assertThat(numbers.less(numbers.negate(huge), huge)).isEqualTo(TRUE);
        assertThat(numbers.less(huge, infinity)).isEqualTo(TRUE);
    }

    @Test
    void aSpentBudgetWidensAndNeverLies() {
        Real sum = numbers.zero();
        for (int i = 1; i <= 20_000; i++) {
            sum = numbers.add(sum, of(1, i));
        }
        // The harmonic number H(20000) = 10.480728217229327573..., by mpmath 1.3.0: mpmath.harmonic(20000).
        assertThat(sum.enclosure().contains(10.480728217229327)).isTrue();
        assertThat(sum.enclosure().width()).isLessThan(1e-10);
    }
}
