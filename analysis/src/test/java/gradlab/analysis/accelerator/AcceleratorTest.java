package gradlab.analysis.accelerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.backend.Svd;
import gradlab.analysis.backend.SymmetricEigen;
import gradlab.analysis.backend.ThinQr;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.FactorChain;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.Euclidean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceleratorTest {
    private static final DenseBackend JAVA = DenseBackend.fixedOrder();

    private static DenseBackend nativeKernels() {
        assumeTrue(
                OpenBlas.loading().kernels().isPresent(),
                "no native kernels on this machine: " + OpenBlas.loading().message());
        return Accelerator.NATIVE.backend();
    }

    private static double[] gaussian(int size) {
        return RandomStream.of(size, "accelerator").gaussians(size);
    }

    /** On the platforms that the profiles of analysis/pom.xml name the library has to load. */
    @Test
    void theLibraryLoadsOnLinux() {
        boolean linux = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        assumeTrue(linux, "only asked for on Linux on amd64");
        Accelerator.Report report = Accelerator.NATIVE.report();
        assertThat(report.isNativeLoaded()).as(report.detail()).isTrue();
        assertThat(report.detail()).contains("OpenBLAS", "one thread");
    }

    @ParameterizedTest
    @CsvSource({"0,3", "3,0", "1,1", "5,2", "2,5", "70,70", "130,64", "64,130"})
    void bothBackendsAgreeToRounding(int rows, int columns) {
        DenseBackend fast = nativeKernels();
        double[] a = gaussian(rows * columns);
        double[] expected = JAVA.singularValues(a, rows, columns);
        double scale = expected.length == 0 ? 1 : expected[0];
        assertThat(fast.singularValues(a, rows, columns)).containsExactly(expected, within(1e-13 * scale));
        Svd svd = fast.svd(a, rows, columns);
        int k = Math.min(rows, columns);
        double[] us = svd.u().toArray();
        for (int i = 0; i < us.length; i++) {
            us[i] *= svd.singularValues().get(i % k);
        }
        double[] vt = DenseKernels.transpose(svd.v().toArray(), columns, k);
        assertThat(fast.multiply(us, vt, rows, k, columns)).containsExactly(a, within(1e-13 * scale));
        ThinQr qr = fast.qr(a, rows, columns);
        double[] q = qr.q().toArray();
        assertThat(fast.multiply(q, qr.r().toArray(), rows, k, columns)).containsExactly(a, within(1e-13 * scale));
        double[] gram = fast.multiply(DenseKernels.transpose(q, rows, k), q, k, rows, k);
        for (int i = 0; i < k * k; i++) {
            assertThat(gram[i]).isCloseTo(i / k == i % k ? 1 : 0, within(1e-13));
            assertThat(i / k <= i % k || qr.r().get(i / k, i % k) == 0).isTrue();
        }
        assertThat(fast.multiply(a, DenseKernels.transpose(a, rows, columns), rows, columns, rows))
                .containsExactly(
                        JAVA.multiply(a, DenseKernels.transpose(a, rows, columns), rows, columns, rows),
                        within(1e-13 * scale * scale));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 65, 100})
    void eigenvaluesAgreeToRounding(int n) {
        DenseBackend fast = nativeKernels();
        double[] a = gaussian(n * n);
        Eigenvalues found = fast.eigenvalues(a, n);
        Eigenvalues expected = JAVA.eigenvalues(a, n);
        for (int i = 0; i < n; i++) {
            assertThat(found.modulus(i)).isCloseTo(expected.modulus(i), within(1e-11));
            assertThat(Math.abs(found.imaginary().get(i)))
                    .isCloseTo(Math.abs(expected.imaginary().get(i)), within(1e-11));
        }
        double[] symmetric = JAVA.multiply(a, DenseKernels.transpose(a, n, n), n, n, n);
        SymmetricEigen eigen = fast.symmetricEigen(symmetric, n);
        assertThat(eigen.values().toArray())
                .containsExactly(JAVA.symmetricEigen(symmetric, n).values().toArray(), within(1e-11 * (n + 1)));
        double[] v = eigen.vectors().toArray();
        double[] image = fast.multiply(symmetric, v, n, n, n);
        for (int i = 0; i < n * n; i++) {
            assertThat(image[i]).isCloseTo(v[i] * eigen.values().get(i % n), within(1e-11 * (n + 1)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, 1e-300})
    void scaleIsNoTrouble(double scale) {
        DenseBackend fast = nativeKernels();
        double[] a = {3 * scale, 0, 0, 0, 5 * scale, 0};
        assertThat(fast.singularValues(a, 2, 3))
                .containsExactly(new double[] {5 * scale, 3 * scale}, within(1e-14 * scale));
        assertThat(fast.multiply(new double[] {1e200, -1e200, 1e200, 1e200}, new double[] {1e200, 1e200}, 2, 2, 1))
                .containsExactly(0, Double.POSITIVE_INFINITY);
    }

    @Test
    void badInputIsNamedAsInJava() {
        DenseBackend fast = nativeKernels();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fast.singularValues(new double[] {1, 2, 3, Double.NaN}, 2, 2))
                .withMessage("a[1, 1] must be finite, was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Accelerator.of("fast"))
                .withMessage("GRADLAB_BACKEND must be java, native or auto, was 'fast'");
    }

    /** Also where the entry meets nothing but zeros: 0 times NaN and 0 times infinity are NaN. */
    @ParameterizedTest
    @CsvSource({"1,1,1", "5,2,9", "40,70,33", "130,140,150"})
    void aFactorThatIsNotFiniteIsNamedAsInJava(int m, int k, int n) {
        DenseBackend fast = nativeKernels();
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] a = new double[m * k];
            double[] b = new double[k * n];
            a[m * k - 1] = bad;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fast.multiply(a, b, m, k, n))
                    .withMessage("a[" + (m - 1) + ", " + (k - 1) + "] must be finite, was " + bad);
            a[m * k - 1] = 0;
            b[0] = bad;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fast.multiply(a, b, m, k, n))
                    .withMessage("b[0, 0] must be finite, was " + bad);
        }
    }

    /** What a thread keeps grows, is not cleared, and is left alone by what is too large for it. */
    @Test
    void whatWasComputedBeforeLeavesNoTrace() {
        DenseBackend fast = nativeKernels();
        double[] ones = new double[1300 * 1300];
        Arrays.fill(ones, 1);
        for (int n : new int[] {3, 200, 1300, 2, 300}) {
            double[] product = fast.multiply(Arrays.copyOf(ones, n * n), Arrays.copyOf(ones, n * n), n, n, n);
            assertThat(Arrays.stream(product).allMatch(entry -> entry == n)).isTrue();
        }
    }

    @Test
    void javaMeansTheSameBits() {
        assertThat(Accelerator.JAVA.backend()).isSameAs(JAVA);
        assertThat(Accelerator.JAVA.report().isNativeLoaded()).isFalse();
        double[] a = gaussian(40 * 40);
        assertThat(Accelerator.AUTO.backend().singularValues(a, 40, 40)).isEqualTo(JAVA.singularValues(a, 40, 40));
        assertThat(Accelerator.AUTO.backend().label()).startsWith("Java below 64");
    }

    @Test
    void chainsAreMultipliedAlike() {
        List<LinearOperator> factors = new ArrayList<>();
        int[] sides = {30, 70, 5, 90, 20};
        for (int i = 0; i + 1 < sides.length; i++) {
            factors.add(DenseMatrix.of(sides[i + 1], sides[i], gaussian(sides[i] * sides[i + 1])));
            factors.add(Operators.diagonal(Vector.of(Arrays.copyOf(gaussian(100), sides[i + 1]))));
            factors.add(Operators.diagonal(Vector.of(filled(sides[i + 1], 1e-200))));
        }
        LinearOperator unscaled = Operators.chain(factors);
        for (LinearOperator chain : List.of(unscaled, reversed(factors))) {
            FactorChain.Multiplied expected =
                    FactorChain.of(chain).multiply(JAVA::running).orElseThrow();
            FactorChain.Multiplied found =
                    FactorChain.of(chain).multiply(nativeKernels()::running).orElseThrow();
            assertThat(found.exponent()).isEqualTo(expected.exponent());
            assertThat(found.exponent()).isLessThan(-2000);
            double scale = Euclidean.norm(expected.matrix().toArray());
            assertThat(scale).isBetween(1e-30, 1e30);
            assertThat(found.matrix().toArray())
                    .containsExactly(expected.matrix().toArray(), within(1e-13 * scale));
        }
    }

    private static double[] filled(int size, double value) {
        double[] filled = new double[size];
        Arrays.fill(filled, value);
        return filled;
    }

    /** The product of the transposed factors the other way round. */
    private static LinearOperator reversed(List<LinearOperator> factors) {
        List<LinearOperator> reversed = new ArrayList<>();
        for (LinearOperator factor : factors) {
            reversed.add(0, factor instanceof DenseMatrix ? DenseMatrix.of(Operators.transpose(factor)) : factor);
        }
        return Operators.chain(reversed);
    }
}
