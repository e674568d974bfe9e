package gradlab.analysis.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import org.junit.jupiter.api.Test;

/** Exponentials that are known by hand, and those that binary64 cannot hold. */
class MatrixExponentialTest {
    private static final DenseBackend BACKEND = DenseBackend.fixedOrder();

    @Test
    void exponentialsByHand() {
        double[] jordan = MatrixExponential.of(DenseMatrix.of(2, 2, -1, 10, 0, -1), 3, BACKEND)
                .orElseThrow()
                .toArray();
        assertThat(jordan)
                .containsExactly(
                        new double[] {StrictMath.exp(-3), 30 * StrictMath.exp(-3), 0, StrictMath.exp(-3)},
                        within(1e-13));
        double[] turned = MatrixExponential.of(DenseMatrix.of(2, 2, 0, -20, 20, 0), 1, BACKEND)
                .orElseThrow()
                .toArray();
        double c = StrictMath.cos(20);
        double s = StrictMath.sin(20);
        assertThat(turned).containsExactly(new double[] {c, -s, s, c}, within(1e-12));
    }

    @Test
    void backwardsInTimeIsTheInverse() {
        DenseMatrix a = DenseMatrix.of(2, 2, 0.5, 2, -1, 0.25);
        DenseMatrix there = MatrixExponential.of(a, 1.5, BACKEND).orElseThrow();
        DenseMatrix back = MatrixExponential.of(a, -1.5, BACKEND).orElseThrow();
        double[] product = BACKEND.multiply(there.toArray(), back.toArray(), 2, 2, 2);
        assertThat(product).containsExactly(new double[] {1, 0, 0, 1}, within(1e-13));
    }

    @Test
    void whatOverflowsIsEmpty() {
        assertThat(MatrixExponential.of(DenseMatrix.of(1, 1, 1000), 1, BACKEND)).isEmpty();
        assertThat(MatrixExponential.of(DenseMatrix.of(1, 1, 1e200), 1e200, BACKEND))
                .isEmpty();
    }
}
