package gradlab.analysis.accelerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.StairColumns;
import gradlab.analysis.backend.ThinQr;
import gradlab.analysis.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same laws for the columns in Java and on OpenBLAS. */
class StairColumnsTest {

    private static DenseBackend backend(String name) {
        if (name.equals("java")) {
            return DenseBackend.fixedOrder();
        }
        assumeTrue(OpenBlas.loading().kernels().isPresent(), "no native kernels on this machine");
        return Accelerator.NATIVE.backend();
    }

    private static double[] gaussians(int count, String name) {
        return RandomStream.of(count, name).gaussians(count);
    }

    private static double[] scales(int n, int step) {
        double[] s = RandomStream.of(step, "scales").gaussians(n);
        Arrays.setAll(s, i -> 1 / (1 + s[i] * s[i]));
        return s;
    }

    /** diag(s) W V. */
    private static double[] product(double[] s, double[] w, double[] v, int n, int k) {
        double[] x = DenseKernels.multiply(w, v, n, n, k);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                x[i * k + j] *= s[i];
            }
        }
        return x;
    }

    /** After each step the sums of logarithms are those of a QR decomposition of the whole product. */
    @ParameterizedTest
    @CsvSource({
        "java,1,1",
        "java,5,5",
        "java,7,3",
        "java,40,40",
        "java,41,1",
        "native,1,1",
        "native,5,5",
        "native,40,3",
        "native,41,1",
        "native,70,70",
        "native,70,30"
    })
    void volumesAreThoseOfTheProduct(String name, int n, int k) {
        double[] w = gaussians(n * n, "w");
        double[] logs = new double[k];
        double[] diagonal = new double[k];
        double[] product = new double[n * k];
        for (int j = 0; j < k; j++) {
            product[j * k + j] = 1;
        }
        try (StairColumns stairs = backend(name).stairs(w, n, k)) {
            for (int step = 0; step < 3; step++) {
                double[] s = scales(n, step);
                stairs.multiply(s, diagonal);
                product = product(s, w, product, n, k);
                double[] lengths = stairs.lengths();
                ThinQr qr = DenseKernels.qr(product, n, k);
                for (int j = 0; j < k; j++) {
                    logs[j] += Math.log(diagonal[j]);
                    double expected = Math.log(Math.abs(qr.r().get(j, j)));
                    assertThat(logs[j] + Math.log(lengths[j])).isCloseTo(expected, within(1e-8));
                }
            }
            double[] multiplied = stairs.lengthsMultiplied();
            ThinQr qr = DenseKernels.qr(DenseKernels.multiply(w, product, n, n, k), n, k);
            for (int j = 0; j < k; j++) {
                double expected = Math.log(Math.abs(qr.r().get(j, j)));
                assertThat(logs[j] + Math.log(multiplied[j])).isCloseTo(expected, within(1e-8));
            }
            assertThat(stairs.fallbacks()).isZero();
            assertThat(stairs.growth()).isBetween(1.0, 100.0);
        }
    }

    /** V' times an upper triangle with the diagonal that was told is X. */
    @ParameterizedTest
    @ValueSource(strings = {"java", "native"})
    void theFactorIsATriangleInDisguise(String name) {
        int n = 9;
        int k = 4;
        double[] x = gaussians(n * k, "x");
        double[] v = x.clone();
        double[] diagonal = new double[k];
        try (StairColumns stairs = backend(name).stairs(new double[0], n, k)) {
            stairs.replace(v, diagonal);
            double[] again = new double[n * k];
            stairs.read(again);
            assertThat(again).isEqualTo(v);
        }
        assertThat(Arrays.stream(v).map(Math::abs).max().orElseThrow()).isEqualTo(1);
        ThinQr ofV = DenseKernels.qr(v, n, k);
        ThinQr ofX = DenseKernels.qr(x, n, k);
        for (int j = 0; j < k; j++) {
            assertThat(diagonal[j] * Math.abs(ofV.r().get(j, j)))
                    .isCloseTo(Math.abs(ofX.r().get(j, j)), within(1e-13));
        }
        double[] together = DenseKernels.multiply(DenseKernels.transpose(ofV.q().toArray(), n, k), x, k, n, k);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(together[i * k + j]).isCloseTo(0, within(1e-13));
            }
        }
    }

    /** The matrix of Wilkinson on which partial pivoting doubles the last column at every elimination. */
    @ParameterizedTest
    @ValueSource(strings = {"java", "native"})
    void pivotsThatGrowAreTakenByQr(String name) {
        int n = 60;
        double[] wilkinson = new double[n * n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(wilkinson, i * n, i * n + i, -1);
            wilkinson[i * n + i] = 1;
            wilkinson[i * n + n - 1] = 1;
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] diagonal = new double[n];
        double[] logs = new double[n];
        try (StairColumns stairs = backend(name).stairs(wilkinson, n, n)) {
            for (int step = 0; step < 2; step++) {
                stairs.multiply(ones, diagonal);
                for (int j = 0; j < n; j++) {
                    logs[j] += Math.log(diagonal[j]);
                }
            }
            assertThat(stairs.fallbacks()).isPositive();
            assertThat(stairs.growth()).isGreaterThan(StairColumns.MOST_GROWTH);
            double[] lengths = stairs.lengths();
            ThinQr qr = DenseKernels.qr(DenseKernels.multiply(wilkinson, wilkinson, n, n, n), n, n);
            for (int j = 0; j < n; j++) {
                assertThat(logs[j] + Math.log(lengths[j]))
                        .isCloseTo(Math.log(Math.abs(qr.r().get(j, j))), within(1e-9));
            }
        }
    }

    /** Rows that are 1e-30 of the others are lost in a Householder QR; here they stay. */
    @ParameterizedTest
    @ValueSource(strings = {"java", "native"})
    void tinyRowsKeepTheirDigits(String name) {
        int n = 6;
        double[] w = gaussians(n * n, "w");
        double[] s = {1, 1e-30, 1e-10, 1, 1e-20, 1};
        double[] diagonal = new double[n];
        try (StairColumns stairs = backend(name).stairs(w, n, n)) {
            stairs.multiply(s, diagonal);
        }
        double[] unscaled = DenseKernels.qr(w, n, n).r().toArray();
        double expected = Math.log(1e-60);
        double found = 0;
        for (int j = 0; j < n; j++) {
            expected += Math.log(Math.abs(unscaled[j * n + j]));
            found += Math.log(diagonal[j]);
        }
        assertThat(found).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "native"})
    void dependentColumnsAreZeroPivots(String name) {
        double[] x = {1, 2, 3, 2, 4, 6, 1, 2, 5};
        double[] diagonal = new double[3];
        try (StairColumns stairs = backend(name).stairs(new double[0], 3, 3)) {
            stairs.replace(x, diagonal);
            assertThat(diagonal[1]).isZero();
            double[] nothing = new double[9];
            stairs.replace(nothing, diagonal);
            assertThat(diagonal).containsOnly(0);
        }
    }

    @Test
    void sizesAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseBackend.fixedOrder().stairs(new double[0], 2, 3))
                .withMessageContaining("k must be in [1, n]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseBackend.fixedOrder().stairs(new double[] {1, 2}, 2, 2))
                .withMessageContaining("w must hold 2 x 2");
    }
}
