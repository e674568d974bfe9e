package gradlab.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpectrumEnclosureTest {
    private static Interval radius(double[][] a) {
        return SpectralRadiusEnclosure.of(IntervalMatrix.of(a));
    }

    private static Interval determinant(double[][] a) {
        return DeterminantEnclosure.of(IntervalMatrix.of(a));
    }

    @Test
    void triangularMatricesHaveTheirDiagonal() {
        assertThat(radius(new double[][] {{0.5, 100}, {0, -0.75}})).isEqualTo(Interval.of(0.75));
        assertThat(radius(new double[][] {{0, 10}, {0, 0}})).isEqualTo(Interval.ZERO);
        assertThat(radius(new double[][] {{0, 0, 0}, {5, 0, 7}, {6, 0, 0}})).isEqualTo(Interval.ZERO);
        assertThat(determinant(new double[][] {{2, 0}, {5, 3}})).isEqualTo(Interval.of(6));
        IntervalMatrix open = IntervalMatrix.of(
                2, 2, (i, j) -> i > j ? Interval.ZERO : i < j ? Interval.ENTIRE : Interval.of(i + 1, i + 2));
        assertThat(SpectralRadiusEnclosure.of(open)).isEqualTo(Interval.of(2, 3));
        assertThat(DeterminantEnclosure.of(open)).isEqualTo(Interval.of(2, 6));
    }

    @Test
    void pairsAreSettledByTheirPolynomial() {
        assertThat(radius(new double[][] {{0, 1}, {-1, 0}})).isEqualTo(Interval.ONE);
        assertThat(radius(new double[][] {{1, 2}, {2, 1}})).isEqualTo(Interval.of(3));
        assertThat(radius(new double[][] {{1, 1}, {-1, 3}})).isEqualTo(Interval.of(2));
        assertThat(radius(new double[][] {{3, -4}, {4, 3}})).isEqualTo(Interval.of(5));
    }

    @Test
    void symmetricMatricesHaveTheirNorm() {
        double[][] a = Matrices.hilbert(12);
        assertThat(radius(a).width()).isLessThan(1e-13);
        assertThat(radius(a).overlaps(SpectralNormEnclosure.of(IntervalMatrix.of(a))))
                .isTrue();
    }

    @Test
    void randomMatricesAreNarrow() {
        for (int n : new int[] {3, 10, 50}) {
            double[][] a = Matrices.gaussian(new SplittableRandom(n), n, n);
            Interval radius = radius(a);
            assertThat(radius.width() / radius.upper()).isLessThan(1e-9);
            Interval determinant = determinant(a);
            assertThat(determinant.width() / determinant.magnitude()).isLessThan(1e-8);
        }
    }

    /** What rounding would hide: moduli that are exactly 1, rows that sum to exactly 1, and what is next to them. */
    @Test
    void structureIsExact() {
        double[][] hadamard = {{.5, .5, .5, .5}, {.5, -.5, .5, -.5}, {.5, .5, -.5, -.5}, {.5, -.5, -.5, .5}};
        assertThat(radius(hadamard)).isEqualTo(Interval.ONE);
        hadamard[1] = new double[] {-.5, .5, -.5, .5};
        assertThat(radius(hadamard)).isEqualTo(Interval.ONE);
        assertThat(radius(new double[][] {{0, 3, 0}, {0, 0, 3}, {-3, 0, 0}})).isEqualTo(Interval.of(3));
        assertThat(radius(new double[][] {{0.25, 0.75, 0}, {0, 0.5, 0.5}, {0.125, 0, 0.875}}))
                .isEqualTo(Interval.ONE);
        assertThat(radius(new double[][] {{0.25, 0.75, 0}, {0, 0.5, 0.5}, {-0.125, 0, 0.875}})
                        .upper())
                .isLessThan(1);
        hadamard[0][0] = 0.625;
        assertThat(radius(hadamard)).isNotEqualTo(Interval.ONE);
        double[][] laplacian = {{-2, 2, 0}, {0, -1, 1}, {3, 0, -3}};
        assertThat(AbscissaEnclosure.spectral(IntervalMatrix.of(laplacian))).isEqualTo(Interval.ZERO);
        laplacian[2][2] = -4;
        assertThat(AbscissaEnclosure.spectral(IntervalMatrix.of(laplacian)).upper())
                .isLessThanOrEqualTo(0);
    }

    /** A cyclic permutation: n eigenvalues on the unit circle. */
    @Test
    void permutations() {
        int n = 12;
        IntervalMatrix cycle = IntervalMatrix.of(n, n, (i, j) -> j == (i + 1) % n ? Interval.ONE : Interval.ZERO);
        Interval radius = SpectralRadiusEnclosure.of(cycle);
        assertThat(radius.contains(1)).isTrue();
        assertThat(radius.width()).isLessThan(1e-12);
        assertThat(DeterminantEnclosure.of(cycle).contains(-1)).isTrue();
        assertThat(DeterminantEnclosure.of(cycle).width()).isLessThan(1e-12);
    }

    /** Similar to a Jordan block of size 4 to eigenvalue 2: no eigenvectors to speak of, so only powers bound it. */
    @Test
    void defectiveMatricesAreWideButRight() {
        double[][] jordan = {{2, 1, 0, 0}, {0, 2, 1, 0}, {0, 0, 2, 1}, {0, 0, 0, 2}};
        double[][] a = Matrices.similar(new SplittableRandom(6), jordan, 30);
        Interval radius = radius(a);
        assertThat(radius.contains(2)).isTrue();
        assertThat(radius.width()).isLessThan(0.5);
    }

    /** The disc around 3 alone would promise an eigenvalue beyond 2.5; joined with that around 1 it promises nothing. */
    @Test
    void overlappingDiscsPromiseTheirEigenvaluesTogether() {
        double[] real = {3, 1, 0};
        double[] radii = {0.5, 2, 1};
        assertThat(new DiscComponents(real, new double[] {0, 0, 9}, radii).spectralRadius())
                .isEqualTo(Interval.of(8, 10));
        assertThat(new DiscComponents(real, new double[] {0, 0, 2.5}, radii).spectralRadius())
                .isEqualTo(Interval.of(0, 3.5));
    }

    @Test
    void smallDeterminantsAreExact() {
        assertThat(determinant(new double[][] {{1, 2}, {3, 4}})).isEqualTo(Interval.of(-2));
        assertThat(determinant(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}))
                .isEqualTo(Interval.ZERO);
        assertThat(determinant(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 10}}))
                .isEqualTo(Interval.of(-3));
        assertThat(DeterminantEnclosure.of(IntervalMatrix.of(0, 0, new double[0])))
                .isEqualTo(Interval.ONE);
    }

    @Test
    void determinantsBeyondTheRangeAreOneSided() {
        IntervalMatrix tiny = IntervalMatrix.of(4, 4, (i, j) -> Interval.of(i == j ? 2e-100 : 1e-100));
        assertThat(DeterminantEnclosure.of(tiny)).isEqualTo(Interval.of(0, Double.MIN_VALUE));
        IntervalMatrix huge = IntervalMatrix.of(4, 4, (i, j) -> Interval.of(i == j ? 2e100 : 1e100));
        assertThat(DeterminantEnclosure.of(huge)).isEqualTo(Interval.of(Double.MAX_VALUE, Double.POSITIVE_INFINITY));
    }

    @Test
    void singularMatricesHaveNoProvedInverse() {
        assertThat(InverseEnclosure.of(IntervalMatrix.of(new double[][] {{1, 2}, {2, 4}})))
                .isEmpty();
        assertThat(InverseEnclosure.of(IntervalMatrix.of(2, 2, (i, j) -> Interval.of(-1, 1))))
                .isEmpty();
        assertThat(InverseEnclosure.of(IntervalMatrix.of(1, 1, (i, j) -> Interval.ENTIRE)))
                .isEmpty();
        assertThat(InverseEnclosure.of(IntervalMatrix.of(new double[3][3]))).isEmpty();
    }

    @Test
    void inversesOfExtremeScale() {
        IntervalMatrix tiny = IntervalMatrix.of(new double[][] {{2e-300, 0}, {0, 4e-300}});
        IntervalMatrix inverse = InverseEnclosure.of(tiny).orElseThrow();
        assertThat(inverse.get(0, 0).width()).isLessThan(1e286);
        assertThat(inverse.get(0, 0).lower()).isBetween(4.99999e299, 5e299);
        assertThat(inverse.get(0, 1).contains(0)).isTrue();
    }

    @Test
    void onlySquareMatricesHaveThem() {
        IntervalMatrix wide = IntervalMatrix.of(new double[][] {{1, 2}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpectralRadiusEnclosure.of(wide))
                .withMessageContaining("matrix: must be square, was 1 x 2");
        assertThatIllegalArgumentException().isThrownBy(() -> DeterminantEnclosure.of(wide));
        assertThatIllegalArgumentException().isThrownBy(() -> InverseEnclosure.of(wide));
    }
}
