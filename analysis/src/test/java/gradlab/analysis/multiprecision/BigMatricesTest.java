package gradlab.analysis.multiprecision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.interval.Interval;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Singular values, determinants and inverses to many digits. */
class BigMatricesTest {
    private final BigArithmetic numbers = new BigArithmetic();

    /** Singular values of the Hilbert matrix of order 6, by mpmath 1.3: mp.dps = 120, svd_r(hilbert(6), compute_uv=False). */
    private static final List<String> HILBERT = List.of(
            "1.6188998589243390969705881471257800713355375255356",
            "0.24236087057520955213572841585070114077506428637192",
            "0.016321521319875822124345079564191505890625653046743",
            "0.00061574835418265769764919938428527140376211339699838",
            "0.000012570757122625194922982397996498755408759804518622",
            "0.00000010827994845655497685388772372251781234005490149434");

    @Test
    void smallSingularValuesAreAsSharpAsLargeOnes() {
        List<BigInterval> values = numbers.matrices().singularValues(hilbert(6));
        for (int i = 0; i < HILBERT.size(); i++) {
            BigDecimal reference = new BigDecimal(HILBERT.get(i));
            BigDecimal last = reference.movePointLeft(48);
            assertThat(BigElementaryTest.decimal(values.get(i).low())).isLessThanOrEqualTo(reference.add(last));
            assertThat(BigElementaryTest.decimal(values.get(i).high()))
                    .isGreaterThanOrEqualTo(reference.subtract(last));
            assertThat(relativeWidth(values.get(i))).as("bits of value %s", i).isLessThan(-150);
        }
    }

    @Test
    void aZeroSingularValueIsEnclosed() {
        Matrix<BigInterval> a = matrix(3, 3, 1, 2, 3, 2, 4, 6, 3, 6, 9);
        List<BigInterval> values = numbers.matrices().singularValues(a);
        // [1 2 3]' [1 2 3] has norm 14.
        assertThat(values.get(0).contains(BigFloat.of(14))).isTrue();
        assertThat(values.get(1).low()).isEqualTo(BigFloat.ZERO);
        assertThat(values.get(1).high().top()).isLessThan(-80);
        assertThatThrownBy(() -> numbers.matrices().rank(a)).isInstanceOf(NoValueException.class);
    }

    /** diag(1e-400, 1e400) rotated: far beyond binary64. */
    @Test
    void scalesBeyondBinary64() {
        BigInterval tiny = numbers.of(new BigFraction(java.math.BigInteger.ONE, java.math.BigInteger.TEN.pow(400)));
        BigInterval huge = numbers.of(new BigFraction(java.math.BigInteger.TEN.pow(400)));
        Matrix<BigInterval> a = new Matrix<>(2, 2, List.of(BigInterval.ZERO, huge, tiny, BigInterval.ZERO));
        List<BigInterval> values = numbers.matrices().singularValues(a);
        assertThat(relativeWidth(values.get(0))).isLessThan(-180);
        assertThat(relativeWidth(values.get(1))).isLessThan(-180);
        assertThat(numbers.equal(values.get(0), huge)).isNotEqualTo(gradlab.analysis.arithmetic.Truth.FALSE);
        assertThat(numbers.equal(values.get(1), tiny)).isNotEqualTo(gradlab.analysis.arithmetic.Truth.FALSE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void meetsTheEnclosuresOfBinary64(int n) {
        Random random = new Random(n);
        Matrix<BigFraction> exact = Matrix.of(n, n, (i, j) -> new BigFraction(random.nextInt(2001) - 1000, 64));
        Matrix<Interval> small = exact.map(IntervalArithmetic.INTERVALS::of);
        Matrix<BigInterval> big = exact.map(numbers::of);
        List<Interval> expected = IntervalArithmetic.INTERVALS.matrices().singularValues(small);
        List<BigInterval> values = new BigArithmetic().matrices().singularValues(big);
        for (int i = 0; i < n; i++) {
            assertThat(relativeWidth(values.get(i))).isLessThan(-150);
            assertThat(values.get(i).midpoint().doubleValue())
                    .isBetween(
                            Math.nextDown(expected.get(i).lower()),
                            Math.nextUp(expected.get(i).upper()));
        }
        Interval determinant = IntervalArithmetic.INTERVALS.matrices().determinant(small);
        assertThat(new BigArithmetic().matrices().determinant(big).midpoint().doubleValue())
                .isBetween(Math.nextDown(determinant.lower()), Math.nextUp(determinant.upper()));
        Matrix<BigInterval> inverse = new BigArithmetic().matrices().inverse(big);
        Matrix<BigInterval> product =
                new gradlab.analysis.arithmetic.LinearAlgebra<>(new BigArithmetic()).multiply(big, inverse);
        for (int i = 0; i < n * n; i++) {
            assertThat(product.entries().get(i).contains(i % (n + 1) == 0 ? BigFloat.ONE : BigFloat.ZERO))
                    .isTrue();
        }
    }

    @Test
    void numericalAbscissaOfAJordanBlock() {
        // The largest eigenvalue of [[a, c/2], [c/2, a]] is a + c/2.
        BigInterval abscissa = numbers.matrices().numericalAbscissa(matrix(2, 2, -3, 4, 0, -3));
        assertThat(abscissa.contains(BigFloat.of(-1))).isTrue();
        assertThat(relativeWidth(abscissa)).isLessThan(-150);
    }

    private Matrix<BigInterval> hilbert(int n) {
        return Matrix.of(n, n, (i, j) -> numbers.of(new BigFraction(1, i + j + 1)));
    }

    private static Matrix<BigInterval> matrix(int rows, int columns, long... entries) {
        return Matrix.of(rows, columns, (i, j) -> BigInterval.of(entries[i * columns + j]));
    }

    private static long relativeWidth(BigInterval x) {
        BigFloat width = x.high().add(x.low().negate(), true);
        return width.signum() == 0
                ? Long.MIN_VALUE
                : width.top() - x.magnitude().top();
    }
}
