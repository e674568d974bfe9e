package gradlab.analysis.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenseKernelsTest {
    private static double[] gaussian(int size, long seed) {
        return new Random(seed).doubles(size, -1, 1).toArray();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,3", "3,0", "1,1", "1,5", "5,1", "3,7", "7,3", "20,20", "40,10"})
    void singularValueDecompositionRebuildsTheMatrix(int m, int n) {
        int k = Math.min(m, n);
        double[] a = gaussian(m * n, 1);
        Svd svd = DenseKernels.svd(a, m, n);
        double[] s = svd.singularValues().toArray();
        assertThat(s).hasSize(k).isSortedAccordingTo((p, q) -> Double.compare(q, p));
        double[] scaledU = svd.u().toArray();
        for (int i = 0; i < m * k; i++) {
            scaledU[i] *= s[i % k];
        }
        double[] rebuilt =
                DenseKernels.multiply(scaledU, DenseKernels.transpose(svd.v().toArray(), n, k), m, k, n);
        assertThat(rebuilt).containsExactly(a, within(1e-13));
        assertThat(transposeMultiply(svd.u().toArray(), svd.u().toArray(), m, k, k))
                .containsExactly(identity(k), within(1e-13));
        assertThat(DenseKernels.singularValues(a, m, n)).containsExactly(s, within(1e-13));
    }

    /** A' B of matrices with k rows. */
    private static double[] transposeMultiply(double[] a, double[] b, int k, int m, int n) {
        return DenseKernels.multiply(DenseKernels.transpose(a, k, m), b, m, k, n);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, 1, 1e-300})
    void scaleIsNoTrouble(double scale) {
        double[] a = {3 * scale, 0, 0, 0, 5 * scale, 0};
        assertThat(DenseKernels.singularValues(a, 2, 3))
                .containsExactly(new double[] {5 * scale, 3 * scale}, within(1e-14 * scale));
        double[] b = {2 * scale, scale, scale, 2 * scale};
        assertThat(DenseKernels.symmetricEigen(b, 2).values().toArray())
                .containsExactly(new double[] {3 * scale, scale}, within(1e-14 * scale));
        assertThat(DenseKernels.eigenvalues(b, 2).real().toArray())
                .containsExactly(new double[] {3 * scale, scale}, within(1e-14 * scale));
        assertThat(DenseKernels.cholesky(b, 2).orElseThrow()[0])
                .isCloseTo(Math.sqrt(2 * scale), within(Math.sqrt(scale) * 1e-14));
    }

    @Test
    void aNormAboveTheLargestDoubleIsInfinite() {
        double[] a = {1.7e308, 1.7e308, 1.7e308, 1.7e308};
        assertThat(DenseKernels.singularValues(a, 2, 2)[0]).isEqualTo(Double.POSITIVE_INFINITY);
        double[] b = {1e200, -1e200, 1e200, 1e200};
        assertThat(DenseKernels.multiply(b, b, 2, 2, 2))
                .containsExactly(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 30})
    void symmetricEigenvectorsDiagonalise(int n) {
        double[] b = gaussian(n * n, 2);
        double[] a = transposeMultiply(b, b, n, n, n);
        SymmetricEigen eigen = DenseKernels.symmetricEigen(a, n);
        double[] q = eigen.vectors().toArray();
        double[] diagonal = transposeMultiply(q, DenseKernels.multiply(a, q, n, n, n), n, n, n);
        double[] expected = new double[n * n];
        for (int i = 0; i < n; i++) {
            expected[i * n + i] = eigen.values().get(i);
        }
        assertThat(diagonal).containsExactly(expected, within(1e-12));
        assertThat(eigen.values().toArray()).isSortedAccordingTo((x, y) -> Double.compare(y, x));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 8, 25})
    void eigenvectorsSatisfyTheirEquation(int n) {
        double[] a = gaussian(n * n, 3);
        Eigenvectors vectors = DenseKernels.eigenvectors(a, n);
        checkEigenvectors(a, n, vectors);
        Eigenvalues values = DenseKernels.eigenvalues(a, n);
        assertThat(values.real().toArray())
                .containsExactly(vectors.eigenvalues().real().toArray(), within(1e-11));
        assertThat(values.imaginary().toArray())
                .containsExactly(vectors.eigenvalues().imaginary().toArray(), within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 16, 33})
    void aCyclicPermutationHasTheRootsOfUnity(int n) {
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + (i + 1) % n] = 1;
        }
        Eigenvalues values = DenseKernels.eigenvalues(a, n);
        for (int i = 0; i < n; i++) {
            assertThat(values.modulus(i)).isCloseTo(1, within(1e-12));
        }
        checkEigenvectors(a, n, DenseKernels.eigenvectors(a, n));
    }

    @Test
    void identityZeroAndJordanBlockHaveEigenvectors() {
        checkEigenvectors(identity(4), 4, DenseKernels.eigenvectors(identity(4), 4));
        assertThat(DenseKernels.eigenvectors(identity(4), 4).real().toArray())
                .containsExactly(identity(4), within(0.0));
        checkEigenvectors(new double[9], 3, DenseKernels.eigenvectors(new double[9], 3));
        double[] jordan = {2, 1, 0, 0, 2, 1, 0, 0, 2};
        checkEigenvectors(jordan, 3, DenseKernels.eigenvectors(jordan, 3));
        double[] nilpotent = {0, 1, 0, 0};
        checkEigenvectors(nilpotent, 2, DenseKernels.eigenvectors(nilpotent, 2));
        assertThat(DenseKernels.eigenvalues(nilpotent, 2).real().toArray()).containsExactly(0, 0);
    }

    private static void checkEigenvectors(double[] a, int n, Eigenvectors vectors) {
        double[] ax = DenseKernels.multiply(a, vectors.real().toArray(), n, n, n);
        double[] ay = DenseKernels.multiply(a, vectors.imaginary().toArray(), n, n, n);
        for (int j = 0; j < n; j++) {
            double re = vectors.eigenvalues().real().get(j);
            double im = vectors.eigenvalues().imaginary().get(j);
            for (int i = 0; i < n; i++) {
                double x = vectors.real().get(i, j);
                double y = vectors.imaginary().get(i, j);
                assertThat(ax[i * n + j]).isCloseTo(re * x - im * y, within(1e-12));
                assertThat(ay[i * n + j]).isCloseTo(im * x + re * y, within(1e-12));
            }
        }
    }

    @Test
    void choleskyFactorsExactlyTheDefiniteMatrices() {
        double[] a = {4, 2, 2, 5};
        assertThat(DenseKernels.cholesky(a, 2).orElseThrow()).containsExactly(2, 0, 1, 2);
        assertThat(DenseKernels.cholesky(new double[] {1, 2, 2, 1}, 2)).isEmpty();
        assertThat(DenseKernels.cholesky(new double[] {0}, 1)).isEmpty();
        assertThat(DenseKernels.cholesky(new double[0], 0)).isPresent();
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseKernels.singularValues(new double[] {1, 2, 3, Double.NaN}, 2, 2))
                .withMessage("a[1, 1] must be finite, was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseKernels.eigenvalues(new double[] {Double.POSITIVE_INFINITY}, 1))
                .withMessageContaining("must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseKernels.svd(new double[3], 2, 2))
                .withMessage("a must hold 2 x 2 = 4 entries, held 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseKernels.symmetricEigen(new double[] {1, 2, 3, 4}, 2))
                .withMessageContaining("must be symmetric");
    }

    private static double[] identity(int n) {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        return identity;
    }
}
