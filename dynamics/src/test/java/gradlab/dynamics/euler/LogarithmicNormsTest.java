package gradlab.dynamics.euler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.Euclidean;
import gradlab.analysis.spectrum.MatrixExponential;
import gradlab.analysis.spectrum.SpectralNorm;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class LogarithmicNormsTest {
    private static final DenseBackend BACKEND = DenseBackend.fixedOrder();

    static DenseMatrix gaussian(int n, long seed) {
        return DenseMatrix.of(n, n, RandomStream.of(seed, "matrix").gaussians(n * n));
    }

    @Test
    void byHand() {
        // Columns: -3 + 4, 2 + 1; rows: -3 + 1, 2 + 4. Symmetric part [[-3, 2.5], [2.5, 2]]: -1/2 ± sqrt(6.25 + 6.25).
        LogarithmicNorms norms = LogarithmicNorms.of(DenseMatrix.of(2, 2, -3, 1, 4, 2), BACKEND);
        assertThat(norms.one()).isEqualTo(3);
        assertThat(norms.infinity()).isEqualTo(6);
        assertThat(norms.two()).isCloseTo(-0.5 + Math.sqrt(12.5), within(1e-14));
        assertThat(norms.lowerTwo()).isCloseTo(-0.5 - Math.sqrt(12.5), within(1e-14));
    }

    /** (‖I + hA‖ - 1)/h falls towards mu_2 as h does; its distance is at most h ‖A‖²/2 (from the root of 1 + 2h mu + h²‖A‖²). */
    @Property(tries = 30)
    void theLimitOfTheQuotient(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll @IntRange(max = 1000) int seed) {
        DenseMatrix a = gaussian(n, seed);
        double mu = LogarithmicNorms.of(a, BACKEND).two();
        double norm = SpectralNorm.withDefaults().of(a).value();
        for (double h = 0.1; h > 1e-6; h /= 10) {
            double step = SpectralNorm.withDefaults()
                    .of(Operators.shifted(Operators.scaled(h, a), 1))
                    .value();
            assertThat((step - 1) / h).isBetween(mu - 1e-9, mu + h * norm * norm / 2 + 1e-9);
        }
    }

    /** e^(-t mu(-A)) ‖x‖ <= ‖e^(tA) x‖ <= e^(t mu(A)) ‖x‖. */
    @Property(tries = 50)
    void theBoundsOfTheFlow(
            @ForAll @IntRange(min = 1, max = 8) int n,
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll @Scale(15) @DoubleRange(min = 0.01, max = 2) double t) {
        DenseMatrix a = gaussian(n, seed);
        LogarithmicNorms norms = LogarithmicNorms.of(a, BACKEND);
        double[] x = RandomStream.of(seed, "vector").gaussians(n);
        double growth =
                Euclidean.norm(MatrixExponential.of(a, t, BACKEND).orElseThrow().apply(x)) / Euclidean.norm(x);
        assertThat(growth)
                .isGreaterThanOrEqualTo(StrictMath.exp(t * norms.lowerTwo()) * (1 - 1e-10))
                .isLessThanOrEqualTo(StrictMath.exp(t * norms.two()) * (1 + 1e-10));
    }
}
