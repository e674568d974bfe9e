package gradlab.analysis.accelerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import gradlab.analysis.backend.BatchKernels;
import gradlab.analysis.backend.MatrixStore;
import gradlab.analysis.random.RandomStream;
import org.junit.jupiter.api.Test;

class NativeBatchesTest {
    private static final int M = 9;
    private static final int K = 7;
    private static final int N = 10;

    private static double[] random(String name, int size) {
        return RandomStream.of(3, name).gaussians(size);
    }

    private static double[] all(BatchKernels kernels) {
        double[] into = random("c", 3 * M * N + K * N);
        double[] c = random("c", M * N);
        kernels.addProduct(random("a", M * K), random("b", K * N + 4), c, M, K, N);
        System.arraycopy(c, 0, into, 0, M * N);
        kernels.addTimesTransposed(random("a", M * K), random("b", N * K), c, M, K, N);
        System.arraycopy(c, 0, into, M * N, M * N);
        kernels.addTransposedTimes(random("a", M * K), random("d", M * N), into, 3 * M * N, K, M, N);
        try (MatrixStore store = kernels.open()) {
            MatrixStore.Held wide = store.zeros(M * N);
            MatrixStore.Held left = store.of(random("e", 2 * M * K));
            store.addProduct(left, M * K, false, store.of(random("b", N * K)), true, wide, 0, M, K, N);
            wide.get(0, into, 2 * M * N, M * N);
        }
        return into;
    }

    @Test
    void nativeProductsAreThoseOfPlainJava() {
        assumeThat(OpenBlas.loading().kernels()).isPresent();
        // Sums of ten products.
        assertThat(all(new NativeBatches())).containsExactly(all(BatchKernels.fixedOrder()), within(1e-13));
    }
}
