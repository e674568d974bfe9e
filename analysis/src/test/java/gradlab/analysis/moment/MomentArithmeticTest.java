package gradlab.analysis.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact means against moments that textbooks give, against sums over all outcomes, and against samples. */
final class MomentArithmeticTest {

    private final MomentArithmetic numbers = new MomentArithmetic();
    private final LinearAlgebra<RandomReal> algebra = new LinearAlgebra<>(numbers);

    private RandomReal random(Law law) {
        return numbers.random(law);
    }

    private List<RandomReal> vector(Law law, int n) {
        return IntStream.range(0, n).mapToObj(i -> random(law)).toList();
    }

    private Matrix<RandomReal> matrix(Law law, int m, int n) {
        return Matrix.of(m, n, (i, j) -> random(law));
    }

    private void assertMean(RandomReal of, long numerator, long denominator) {
        assertThat(numbers.expectation(of)).isInstanceOf(RandomReal.Constant.class);
        RandomReal expected = numbers.of(new BigFraction(numerator, denominator));
        assertThat(numbers.equal(numbers.expectation(of), expected)).isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest
    @CsvSource({
        "GAUSSIAN, 1, 0, 1", "GAUSSIAN, 2, 1, 1", "GAUSSIAN, 4, 3, 1", "GAUSSIAN, 6, 15, 1", "GAUSSIAN, 8, 105, 1",
        "GAUSSIAN, 7, 0, 1", "RADEMACHER, 2, 1, 1", "RADEMACHER, 3, 0, 1", "RADEMACHER, 10, 1, 1", "UNIFORM, 2, 1, 3",
        "UNIFORM, 4, 1, 5", "UNIFORM, 5, 0, 1"
    })
    void moments(Law law, int k, long numerator, long denominator) {
        assertMean(numbers.power(random(law), k), numerator, denominator);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void squaredNorm(int n) {
        assertMean(numbers.square(algebra.norm(vector(Law.GAUSSIAN, n))), n, 1);
        assertMean(numbers.power(algebra.norm(vector(Law.GAUSSIAN, n)), 4), (long) n * (n + 2), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void innerProductsOfIndependentVectors(int d) {
        RandomReal product = algebra.dot(vector(Law.GAUSSIAN, d), vector(Law.RADEMACHER, d));
        assertMean(product, 0, 1);
        assertThat(numbers.equal(numbers.variance(product), numbers.of(d))).isEqualTo(Truth.TRUE);
    }

    /** Isserlis: E abcd for a, b, c, d linear in the same Gaussians is the sum over the three pairings. */
    @Test
    void isserlis() {
        RandomReal x = random(Law.GAUSSIAN);
        RandomReal y = random(Law.GAUSSIAN);
        RandomReal a = numbers.add(x, y);
        RandomReal b = numbers.subtract(x, numbers.multiply(numbers.of(2), y));
        assertMean(numbers.multiply(numbers.multiply(a, a), numbers.multiply(b, b)), 2 * 5 + 2 * 1, 1);
    }

    @Test
    void squaredDeterminantIsFactorial() {
        for (int n : new int[] {1, 2, 3}) {
            long factorial = IntStream.rangeClosed(1, n).reduce(1, (a, b) -> a * b);
            assertMean(numbers.square(numbers.matrices().determinant(matrix(Law.GAUSSIAN, n, n))), factorial, 1);
        }
    }

    @Test
    void matrixTimesVector() {
        List<RandomReal> x = List.of(numbers.of(3), numbers.of(-4));
        assertMean(numbers.square(algebra.norm(algebra.multiply(matrix(Law.GAUSSIAN, 3, 2), x))), 3 * 25, 1);
    }

    @ParameterizedTest
    @EnumSource(Law.class)
    void positivePartsAreHalves(Law law) {
        RandomReal z = algebra.dot(vector(law, 3), List.of(numbers.of(1), numbers.of(2), numbers.of(-2)));
        RandomReal positive = numbers.max(z, numbers.zero());
        BigFraction second = law.moment(2).multiply(9).divide(2);
        assertMean(numbers.square(positive), second.getNumeratorAsLong(), second.getDenominatorAsLong());
        BigFraction whole = law.moment(2).multiply(9);
        assertMean(numbers.square(numbers.abs(z)), whole.getNumeratorAsLong(), whole.getDenominatorAsLong());
        assertMean(numbers.multiply(positive, z), second.getNumeratorAsLong(), second.getDenominatorAsLong());
    }

    /** E max(z, 0) is 1/sqrt(2 pi), which no moment gives. */
    @Test
    void whatHasNoSymmetryIsUndecided() {
        RandomReal positive = numbers.max(random(Law.GAUSSIAN), numbers.zero());
        assertThatThrownBy(() -> numbers.expectation(positive)).isInstanceOf(NoValueException.class);
        RandomReal shifted = numbers.max(numbers.add(random(Law.GAUSSIAN), numbers.one()), numbers.zero());
        assertThatThrownBy(() -> numbers.expectation(numbers.square(shifted))).isInstanceOf(NoValueException.class);
        assertThatThrownBy(() -> numbers.expectation(numbers.multiply(numbers.square(positive), positive)))
                .isInstanceOf(NoValueException.class);
    }

    /** x of one sign only: turning the sign of x would change the other factor too. */
    @Test
    void aSymmetryThatChangesAnotherRectifierIsNone() {
        RandomReal x = random(Law.GAUSSIAN);
        RandomReal y = random(Law.GAUSSIAN);
        RandomReal first = numbers.max(x, numbers.zero());
        RandomReal second = numbers.max(numbers.add(x, y), numbers.zero());
        RandomReal product = numbers.multiply(numbers.square(first), numbers.square(second));
        assertThatThrownBy(() -> numbers.expectation(product)).isInstanceOf(NoValueException.class);
    }

    @Test
    void theRootOfWhatMayBeNegativeIsUndecided() {
        assertThatThrownBy(() -> numbers.sqrt(random(Law.GAUSSIAN))).isInstanceOf(NoValueException.class);
        assertThatThrownBy(() -> numbers.divide(numbers.one(), random(Law.GAUSSIAN)))
                .isInstanceOf(NoValueException.class);
        assertThatThrownBy(() -> numbers.power(random(Law.GAUSSIAN), 0)).isInstanceOf(NoValueException.class);
        assertThat(numbers.less(random(Law.GAUSSIAN), numbers.one())).isEqualTo(Truth.UNDECIDED);
    }

    @Test
    void tooManyTermsAreUndecided() {
        RandomReal sum = algebra.sum(vector(Law.GAUSSIAN, 60));
        assertThatThrownBy(() -> numbers.power(sum, 8)).isInstanceOf(NoValueException.class);
    }

    @Test
    void freeNumbersStay() {
        RandomReal a = numbers.free();
        RandomReal x = random(Law.GAUSSIAN);
        RandomReal mean = numbers.expectation(numbers.square(numbers.add(a, x)));
        assertThat(numbers.equal(mean, numbers.add(numbers.square(a), numbers.one())))
                .isEqualTo(Truth.TRUE);
        assertThat(numbers.equal(mean, numbers.square(a))).isEqualTo(Truth.FALSE);
        assertThat(numbers.equal(mean, a)).isEqualTo(Truth.UNDECIDED);
    }

    /** Polynomials in random signs have finitely many outcomes: the mean over all of them, summed here. */
    @Test
    void meansOverAllSigns() {
        RandomStream random = RandomStream.of(5, "polynomials in signs");
        for (int trial = 0; trial < 40; trial++) {
            List<int[]> terms = new ArrayList<>();
            for (int t = 0; t < 6; t++) {
                terms.add(new int[] {
                    random.nextInt(9) - 4, random.nextInt(4), random.nextInt(4), random.nextInt(4), random.nextInt(3)
                });
            }
            MomentArithmetic fresh = new MomentArithmetic();
            List<RandomReal> signs = IntStream.range(0, 4)
                    .mapToObj(i -> fresh.random(Law.RADEMACHER))
                    .toList();
            RandomReal p = fresh.zero();
            for (int[] term : terms) {
                RandomReal product = fresh.of(term[0]);
                for (int i = 0; i < 4; i++) {
                    product = term[i + 1] == 0
                            ? product
                            : fresh.multiply(product, fresh.power(signs.get(i), term[i + 1]));
                }
                p = fresh.add(p, product);
            }
            long sum = 0;
            for (int outcome = 0; outcome < 16; outcome++) {
                int bits = outcome;
                for (int[] term : terms) {
                    long odd = IntStream.range(0, 4)
                            .filter(i -> ((bits >> i) & 1) == 1 && term[i + 1] % 2 == 1)
                            .count();
                    sum += odd % 2 == 0 ? term[0] : -term[0];
                }
            }
            assertThat(fresh.equal(fresh.expectation(p), fresh.of(new BigFraction(sum, 16))))
                    .isEqualTo(Truth.TRUE);
        }
    }
}
