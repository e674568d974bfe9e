package gradlab.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradlab.analysis.operator.DenseMatrix;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertifiedSpectrumTest {
    private static DenseMatrix dense(double[][] a) {
        double[] entries = new double[a.length * (a.length == 0 ? 0 : a[0].length)];
        for (int i = 0; i < a.length; i++) {
            System.arraycopy(a[i], 0, entries, i * a[0].length, a[0].length);
        }
        return DenseMatrix.of(a.length, a.length == 0 ? 0 : a[0].length, entries);
    }

    /**
     * By mpmath 1.3.0 with {@code mp.dps = 50; svd_r(A, compute_uv=False)} for A the double entries of the Hilbert matrix of
     * size 8: largest, smallest and their quotient.
     */
    @Test
    void theHilbertMatrixHasItsCondition() {
        CertifiedSpectrum spectrum = CertifiedSpectrum.of(dense(Matrices.hilbert(8)));
        assertHolds(spectrum.norm(), "1.695938996921949435878275331806170695418", 1e-14);
        assertHolds(spectrum.smallest(), "0.0000000001111538969488808158561687568032387107736", 1e-4);
        assertHolds(spectrum.condition(), "15257575698.8700473328187310827115086807", 1e-4);
        assertThat(spectrum.values()).hasSize(8);
        assertThat(CertifiedSpectrum.norm(dense(Matrices.hilbert(8)))).isEqualTo(spectrum.norm());
    }

    private static void assertHolds(Interval bounds, String exact, double relativeWidth) {
        assertThat(new BigDecimal(bounds.lower())).isLessThanOrEqualTo(new BigDecimal(exact));
        assertThat(new BigDecimal(bounds.upper())).isGreaterThanOrEqualTo(new BigDecimal(exact));
        assertThat(bounds.width()).isLessThan(relativeWidth * bounds.upper());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,3", "3,0"})
    void emptyMatrices(int rows, int columns) {
        CertifiedSpectrum spectrum = CertifiedSpectrum.of(DenseMatrix.of(rows, columns));
        assertThat(spectrum).isEqualTo(new CertifiedSpectrum(Interval.ZERO, List.of(), Interval.ZERO, Interval.ONE));
    }

    @ParameterizedTest
    @CsvSource({"9,4", "4,9", "6,6", "1,7", "7,1"})
    void ofLowRankTheSmallestMayBeZero(int rows, int columns) {
        double[][] a = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                a[i][j] = (i + 1.0) * (j - 2);
            }
        }
        CertifiedSpectrum spectrum = CertifiedSpectrum.of(dense(a));
        assertThat(spectrum.norm().lower()).isPositive();
        if (Math.min(rows, columns) > 1) {
            assertThat(spectrum.smallest().lower()).isZero();
            assertThat(spectrum.smallest().upper()).isLessThan(1e-12);
            assertThat(spectrum.condition().upper()).isInfinite();
            assertThat(spectrum.condition().lower()).isGreaterThan(1e12);
        } else {
            assertThat(spectrum.condition().contains(1)).isTrue();
        }
        CertifiedSpectrum zero = CertifiedSpectrum.of(DenseMatrix.of(2, 2, 0, 0, 0, 0));
        assertThat(zero.norm()).isEqualTo(Interval.ZERO);
        assertThat(zero.condition().upper()).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, 1e-290, 1})
    void scaleIsNoTrouble(double scale) {
        double[][] a = Matrices.gaussian(new SplittableRandom(5), 12, 7);
        for (double[] row : a) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= scale;
            }
        }
        CertifiedSpectrum spectrum = CertifiedSpectrum.of(dense(a));
        assertThat(spectrum.norm().width()).isLessThan(1e-13 * spectrum.norm().upper());
        assertThat(spectrum.smallest().width())
                .isLessThan(1e-12 * spectrum.norm().upper());
        assertThat(spectrum.condition().upper()).isBetween(1.0, 100.0);
    }

    @Test
    void anEntryThatIsNotFiniteIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertifiedSpectrum.of(DenseMatrix.of(1, 2, 3, Double.NaN)))
                .withMessage("matrix must have finite entries, but [0, 1] was NaN");
    }

    /** Each entry of the product in exact arithmetic, for point matrices of every scale and for samples of interval ones. */
    @Test
    void productsHoldTheExactOnes() {
        SplittableRandom random = new SplittableRandom(46);
        for (int k = 0; k < 300; k++) {
            int inner = random.nextInt(0, 9);
            double[][] a = Matrices.anyKind(random, random.nextInt(1, 6), inner);
            double[][] b = Matrices.anyKind(random, inner, random.nextInt(1, 6));
            boolean wide = inner > 0 && k % 2 == 0;
            IntervalMatrix left = wide
                    ? Matrices.widened(random, a, Math.scalb(1.0, -random.nextInt(50)))
                    : IntervalMatrix.of(a.length, inner, (i, j) -> Interval.of(a[i][j]));
            int columns = inner == 0 ? 3 : b[0].length;
            IntervalMatrix right = wide
                    ? Matrices.widened(random, b, Math.scalb(1.0, -random.nextInt(50)))
                    : IntervalMatrix.of(inner, columns, (i, j) -> Interval.of(b[i][j]));
            IntervalMatrix product = ProductEnclosure.of(left, right);
            double[][] sampleA = wide ? Matrices.sampled(random, left) : a;
            double[][] sampleB = wide ? Matrices.sampled(random, right) : b;
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < columns; j++) {
                    Dyadic exact = Dyadic.of(0);
                    for (int l = 0; l < inner; l++) {
                        exact = exact.add(Dyadic.of(sampleA[i][l]).multiply(Dyadic.of(sampleB[l][j])));
                    }
                    Interval entry = product.get(i, j);
                    assertThat(isBelow(entry.lower(), exact) && isAbove(entry.upper(), exact))
                            .as("%s", entry)
                            .isTrue();
                }
            }
        }
    }

    private static boolean isBelow(double bound, Dyadic exact) {
        return bound == Double.NEGATIVE_INFINITY || Dyadic.of(bound).compareTo(exact) <= 0;
    }

    private static boolean isAbove(double bound, Dyadic exact) {
        return bound == Double.POSITIVE_INFINITY || Dyadic.of(bound).compareTo(exact) >= 0;
    }

    @Test
    void productsOfPointMatricesAreSharp() {
        double[][] a = Matrices.gaussian(new SplittableRandom(6), 40, 60);
        double[][] b = Matrices.gaussian(new SplittableRandom(7), 60, 30);
        IntervalMatrix product = ProductEnclosure.of(IntervalMatrix.of(a), IntervalMatrix.of(b));
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 30; j++) {
                Interval entry = product.get(i, j);
                assertThat(entry.width()).isLessThanOrEqualTo(4 * Math.ulp(entry.magnitude()) + 1e-27);
            }
        }
    }
}
