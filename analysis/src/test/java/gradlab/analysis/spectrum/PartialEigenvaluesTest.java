package gradlab.analysis.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartialEigenvaluesTest {
    private static DenseMatrix gaussian(int n, long seed) {
        double[] entries = RandomStream.of(seed, "matrix").gaussians(n * n);
        return DenseMatrix.of(
                n, n, Arrays.stream(entries).map(x -> x / Math.sqrt(n)).toArray());
    }

    @Test
    void eachValueIsAnEigenvalueAndTheOutermostAreThere() {
        DenseMatrix a = gaussian(150, 1);
        Eigenvalues all = DenseBackend.fixedOrder().eigenvalues(a.toArray(), 150);
        PartialEigenvalues.Result some =
                PartialEigenvalues.withDefaults().withMaxSteps(140).of(a);
        assertThat(some.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(some.values().size()).isBetween(1, 150);
        for (int i = 0; i < some.values().size(); i++) {
            double x = some.values().real().get(i);
            double y = some.values().imaginary().get(i);
            double nearest = IntStream.range(0, 150)
                    .mapToDouble(j -> StrictMath.hypot(
                            x - all.real().get(j), y - all.imaginary().get(j)))
                    .min()
                    .orElseThrow();
            assertThat(nearest).isLessThan(1e-3);
        }
        assertThat(some.largestReal())
                .isCloseTo(Arrays.stream(all.real().toArray()).max().orElseThrow(), within(1e-4));
        assertThat(some.smallestReal())
                .isCloseTo(Arrays.stream(all.real().toArray()).min().orElseThrow(), within(1e-4));
    }

    @Test
    void theSymmetricPartHasTheNumericalAbscissa() {
        DenseMatrix a = gaussian(120, 2);
        PartialEigenvalues.Result ends = PartialEigenvalues.withDefaults()
                .withRelativeTolerance(1e-8)
                .withMaxSteps(120)
                .ofSymmetricPart(a);
        double expected = NumericalRange.of(a, 3, DenseBackend.fixedOrder()).abscissa();
        assertThat(ends.largestReal()).isCloseTo(expected, within(1e-8));
        assertThat(ends.outcome()).isEqualTo(Outcome.CONVERGED);
    }

    @Test
    void anInvariantSpaceEndsTheSearch() {
        PartialEigenvalues.Result identity = PartialEigenvalues.withDefaults().of(Operators.identity(500));
        assertThat(identity.steps()).isEqualTo(1);
        assertThat(identity.largestReal()).isCloseTo(1, within(1e-14));
        assertThat(identity.outcome()).isEqualTo(Outcome.CONVERGED);
        PartialEigenvalues.Result zero = PartialEigenvalues.withDefaults().of(Operators.zero(50, 50));
        assertThat(zero.largestReal()).isZero();
        double[] two =
                IntStream.range(0, 60).mapToDouble(i -> i % 2 == 0 ? 3 : -1).toArray();
        PartialEigenvalues.Result pair = PartialEigenvalues.withDefaults().of(Operators.diagonal(Vector.of(two)));
        assertThat(pair.steps()).isEqualTo(2);
        assertThat(pair.largestReal()).isCloseTo(3, within(1e-12));
        assertThat(pair.smallestReal()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void tooFewStepsAreSaid() {
        PartialEigenvalues.Result few =
                PartialEigenvalues.withDefaults().withMaxSteps(3).of(gaussian(100, 3));
        assertThat(few.outcome()).isEqualTo(Outcome.MAX_STEPS);
        assertThat(few.steps()).isEqualTo(3);
    }

    @Test
    void scaleDoesNotMatter() {
        DenseMatrix a = gaussian(80, 4);
        double once = PartialEigenvalues.withDefaults().of(a).largestReal();
        double tiny = PartialEigenvalues.withDefaults()
                .of(Operators.scaled(0x1p-700, a))
                .largestReal();
        assertThat(Math.scalb(tiny, 700)).isCloseTo(once, within(1e-9));
        assertThatThrownBy(() -> PartialEigenvalues.withDefaults().of(Operators.zero(2, 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
