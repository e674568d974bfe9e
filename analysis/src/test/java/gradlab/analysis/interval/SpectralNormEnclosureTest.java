package gradlab.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralNormEnclosureTest {
    private static Interval norm(double[][] a) {
        return SpectralNormEnclosure.of(IntervalMatrix.of(a));
    }

    @Test
    void entrywiseBoundsMayBeExact() {
        assertThat(norm(new double[][] {{3, 4}})).isEqualTo(Interval.of(5));
        assertThat(norm(new double[][] {{3}, {4}})).isEqualTo(Interval.of(5));
        assertThat(norm(new double[][] {{-7}})).isEqualTo(Interval.of(7));
        assertThat(norm(new double[][] {{2, 0}, {0, -9}})).isEqualTo(Interval.of(9));
        assertThat(norm(new double[][] {{0, 10}, {0, 0}})).isEqualTo(Interval.of(10));
        assertThat(norm(new double[3][2])).isEqualTo(Interval.ZERO);
        assertThat(SpectralNormEnclosure.of(IntervalMatrix.of(0, 3, new double[0])))
                .isEqualTo(Interval.ZERO);
    }

    /**
     * By mpmath 1.3.0 with {@code mp.dps = 50; max(svd_r(A, compute_uv=False))} for A the double entries of the Hilbert
     * matrix of size 12 and the Grcar matrix of size 100.
     */
    @Test
    void referenceValues() {
        assertHolds(norm(Matrices.hilbert(12)), "1.795372059561997292225255910766262816370039368012");
        assertHolds(norm(Matrices.grcar(100)), "3.2393550370594364504274585915043437415741216494535");
    }

    private static void assertHolds(Interval norm, String exact) {
        assertThat(new BigDecimal(norm.lower())).isLessThanOrEqualTo(new BigDecimal(exact));
        assertThat(new BigDecimal(norm.upper())).isGreaterThanOrEqualTo(new BigDecimal(exact));
        assertThat(norm.width()).isLessThan(1e-13);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 40, 128, 200})
    void pointMatricesAreNarrow(int n) {
        double[][] a = Matrices.gaussian(new SplittableRandom(n), n, n);
        Interval norm = norm(a);
        assertThat(norm.width() / norm.upper()).isLessThan(1e-13);
        assertThat(norm.lower()).isGreaterThan(Math.sqrt(n));
        List<Interval> values = SingularValueEnclosure.of(IntervalMatrix.of(a));
        assertThat(values.get(0).overlaps(norm)).isTrue();
        assertThat(values.get(n - 1).width()).isLessThan(1e-14 * n * norm.upper());
    }

    /** Householder reflections have norm 1 and all singular values 1; the clustered spectrum is the hard case. */
    @Test
    void reflections() {
        int n = 60;
        IntervalMatrix reflection = IntervalMatrix.of(n, n, (i, j) -> {
            Interval entry = Interval.of(-2).divide(Interval.of(n));
            return i == j ? entry.add(Interval.ONE) : entry;
        });
        Interval norm = SpectralNormEnclosure.of(reflection);
        assertThat(norm.contains(1)).isTrue();
        assertThat(norm.width()).isLessThan(1e-13);
        for (Interval value : SingularValueEnclosure.of(reflection)) {
            assertThat(value.contains(1)).isTrue();
            assertThat(value.width()).isLessThan(1e-12);
        }
    }

    @Test
    void rankOneHasZeroSingularValues() {
        double[][] a = new double[20][30];
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 30; j++) {
                a[i][j] = (i + 1) * (j + 1);
            }
        }
        // sqrt(sum i²) sqrt(sum j²) = sqrt(2870 * 9455)
        Interval exact = Interval.of(2870 * 9455).sqrt();
        assertThat(norm(a).overlaps(exact)).isTrue();
        List<Interval> values = SingularValueEnclosure.of(IntervalMatrix.of(a));
        assertThat(values.get(0).overlaps(exact)).isTrue();
        assertThat(values.get(1).lower()).isZero();
        assertThat(values.get(1).upper()).isLessThan(1e-9);
        assertThat(values.get(19).contains(0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, 1e-300, 0x1p-1070})
    void extremeScales(double scale) {
        Interval norm = norm(new double[][] {{3 * scale, scale}, {scale, 2 * scale}});
        // Eigenvalues of [[3, 1], [1, 2]]: (5 ± sqrt 5)/2.
        double expected = (5 + Math.sqrt(5)) / 2 * scale;
        assertThat(norm.lower()).isBetween(expected * (1 - 1e-14) - 1e-320, expected * (1 + 1e-14));
        assertThat(norm.upper()).isBetween(expected * (1 - 1e-14), expected * (1 + 1e-14) + 1e-320);
    }

    @Test
    void overflowIsOneSided() {
        double huge = Double.MAX_VALUE;
        Interval norm = norm(new double[][] {{huge, huge}, {huge, huge}});
        assertThat(norm.upper()).isInfinite();
        assertThat(norm.lower()).isEqualTo(huge);
    }

    @Test
    void unboundedEntriesHaveNoUpperBound() {
        IntervalMatrix matrix =
                IntervalMatrix.of(2, 2, (i, j) -> i == j ? Interval.of(3, Double.POSITIVE_INFINITY) : Interval.of(4));
        assertThat(SpectralNormEnclosure.of(matrix)).isEqualTo(Interval.of(5, Double.POSITIVE_INFINITY));
        List<Interval> values = SingularValueEnclosure.of(matrix);
        assertThat(values.get(0)).isEqualTo(Interval.of(5, Double.POSITIVE_INFINITY));
        assertThat(values.get(1)).isEqualTo(Interval.of(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void centredIntervalsKeepTheirRadius() {
        IntervalMatrix matrix = IntervalMatrix.of(3, 3, (i, j) -> Interval.of(-1, 1));
        Interval norm = SpectralNormEnclosure.of(matrix);
        assertThat(norm.lower()).isZero();
        assertThat(norm.upper()).isBetween(3.0, 3.0001);
    }
}
