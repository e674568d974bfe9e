package gradlab.dynamics.euler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.layer.Jacobian;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class DesignsTest {
    private static final DenseBackend BACKEND = DenseBackend.fixedOrder();

    private static LayerStability survey(Layer branch, int n, double h, double[] at) {
        return StepSurvey.withDefaults().of(ResidualStep.of("block", "design", VectorField.of(branch, n), h, at));
    }

    /** The Jacobian diag(d) (A - A') has imaginary eigenvalues at every point, so no step is stable. */
    @Property(tries = 30)
    void withoutDampingNoStepIsStable(
            @ForAll @IntRange(min = 2, max = 9) int n, @ForAll @IntRange(max = 1000) int seed) {
        Layer branch = Designs.antisymmetricBranch(LogarithmicNormsTest.gaussian(n, seed), Vector.of(new double[n]), 0);
        LayerStability block =
                survey(branch, n, 0.01, RandomStream.of(seed, "x").gaussians(n));
        assertThat(Math.abs(block.spectrum().abscissa())).isLessThan(1e-9);
        assertThat(block.scheme(Scheme.FORWARD_EULER).inside()).isFalse();
        assertThat(block.stepNorm()).isGreaterThan(1);
    }

    /** (1 - h gamma)² + (h w)² = 1 at the least damping, below it an eigenvalue is outside, above it none. */
    @Property(tries = 50)
    void theLeastDamping(
            @ForAll @Scale(15) @DoubleRange(min = 0.01, max = 0.99) double product,
            @ForAll @Scale(15) @DoubleRange(min = 0.01, max = 10) double h) {
        double w = product / h;
        double gamma = Designs.leastDamping(h, w);
        assertThat(Scheme.FORWARD_EULER.amplification(-h * gamma, h * w)).isCloseTo(1, within(1e-12));
        assertThat(Scheme.FORWARD_EULER.amplification(-h * gamma * 1.001, h * w))
                .isLessThan(1);
        assertThat(Scheme.FORWARD_EULER.amplification(-h * gamma * 0.999, h * w))
                .isGreaterThan(1);
    }

    @Test
    void noDampingHelpsAgainstAFrequencyAboveOneOverH() {
        assertThat(Designs.leastDamping(1, 1.001)).isNaN();
        assertThat(Designs.leastDamping(1, 1)).isEqualTo(1);
    }

    @Test
    void theDampedBlockIsStableAtZero() {
        DenseMatrix a = DenseMatrix.of(2, 2, 0, 1, 0, 0);
        Layer branch = Designs.antisymmetricBranch(a, Vector.of(0, 0), 0.5);
        // Eigenvalues -0.5 ± i: h* = 2 * 0.5/1.25.
        LayerStability block = survey(branch, 2, 0.7, new double[2]);
        assertThat(block.scheme(Scheme.FORWARD_EULER).largestStep()).isCloseTo(0.8, within(1e-14));
        assertThat(block.verdict()).isEqualTo(Verdict.CONTRACTS);
        assertThat(block.muTwo()).isCloseTo(-0.5, within(1e-14));
    }

    private static double determinantModulus(Eigenvalues values) {
        double product = 1;
        for (int i = 0; i < values.size(); i++) {
            product *= values.modulus(i);
        }
        return product;
    }

    /** Volume is kept at every point; for the identity the eigenvalues lie on the unit circle while h ‖K‖ < 2. */
    @Property(tries = 30)
    void theHamiltonianStepKeepsVolume(
            @ForAll @IntRange(min = 1, max = 5) int m,
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(max = 1000) int seed) {
        DenseMatrix k = DenseMatrix.of(m, n, RandomStream.of(seed, "k").gaussians(m * n));
        Layer step = Designs.hamiltonianStep(k, Vector.of(new double[m]), Vector.of(new double[n]), Layers.tanh(), 0.5);
        double[] x = RandomStream.of(seed, "x").gaussians(m + n);
        DenseMatrix jacobian = Jacobian.of(step, x).dense();
        assertThat(determinantModulus(BACKEND.eigenvalues(jacobian.toArray(), m + n)))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void theHamiltonianStepByHand() {
        // y = 1, z = 2, K = 3, h = 0.1: z' = 2 - 0.3, y' = 1 + 0.3 * 1.7.
        Layer step =
                Designs.hamiltonianStep(DenseMatrix.of(1, 1, 3), Vector.of(0), Vector.of(0), Layers.sequential(), 0.1);
        assertThat(step.value(new double[] {1, 2})).containsExactly(new double[] {1.51, 1.7}, within(1e-15));
        assertThat(radius(step)).isCloseTo(1, within(1e-12));
        Layer large =
                Designs.hamiltonianStep(DenseMatrix.of(1, 1, 3), Vector.of(0), Vector.of(0), Layers.sequential(), 0.7);
        assertThat(radius(large)).isGreaterThan(1.1);
    }

    private static double radius(Layer step) {
        return BACKEND.eigenvalues(Jacobian.of(step, new double[2]).dense().toArray(), 2)
                .modulus(0);
    }

    @Test
    void theSurveySaysWhichDesignStays() {
        List<DesignRow> rows = DesignSurvey.of(DenseMatrix.of(2, 2, 0, 0.5, 0, 0), 1, BACKEND);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).stable()).isFalse();
        assertThat(rows.get(0).spectralRadius()).isCloseTo(Math.sqrt(1.25), within(1e-14));
        assertThat(rows.get(0).largestStep()).isZero();
        assertThat(rows.get(1).stable()).isTrue();
        assertThat(rows.get(1).damping()).isCloseTo(1 - Math.sqrt(0.75), within(1e-14));
        assertThat(rows.get(2).stable()).isTrue();
        assertThat(rows.get(2).largestStep()).isCloseTo(4, within(1e-12));
        assertThat(rows.get(2).spectralRadius()).isCloseTo(1, within(1e-7));
    }

    @Test
    void aStableEquationBlowsUp() {
        DenseMatrix a = DenseMatrix.of(2, 2, -1, 5, 0, -4);
        BlowUp blowUp = BlowUp.of(a, 0.5, 200, 0, BACKEND).orElseThrow();
        assertThat(blowUp.unstableStep()).isCloseTo(0.55, within(1e-15));
        int last = blowUp.unstable().size() - 1;
        // |1 - 0.55 * 4| = 1.2 a step.
        assertThat(blowUp.unstable().get(last)).isGreaterThan(1e10);
        assertThat(blowUp.unstable().get(last) / blowUp.unstable().get(last - 1))
                .isCloseTo(1.2, within(1e-9));
        assertThat(blowUp.stable().get(last)).isLessThan(1e-9);
        assertThat(blowUp.exact().get(last)).isLessThan(1e-20);
    }
}
