package gradlab.dynamics.euler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.SingularValues;
import gradlab.analysis.spectrum.SpectralNorm;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class StepSurveyTest {
    private static LayerStability survey(DenseMatrix a, double h) {
        return survey(StepSurvey.withDefaults(), a, h);
    }

    private static LayerStability survey(StepSurvey survey, DenseMatrix a, double h) {
        return survey.of(ResidualStep.of("A", "matrix", VectorField.linear(a), h, new double[a.rows()]));
    }

    /** Dahlquist's test equation on the real line: stable up to 2/|lambda|, the boundary included. */
    @Test
    void dahlquist() {
        LayerStability slow = survey(DenseMatrix.of(1, 1, -4), 0.25);
        assertThat(slow.verdict()).isEqualTo(Verdict.CONTRACTS);
        assertThat(slow.stepNorm()).isZero();
        LayerStability edge = survey(DenseMatrix.of(1, 1, -4), 0.5);
        assertThat(edge.scheme(Scheme.FORWARD_EULER).inside()).isTrue();
        assertThat(edge.contractiveStep()).isCloseTo(0.5, within(1e-12));
        LayerStability fast = survey(DenseMatrix.of(1, 1, -4), 1);
        SchemeStability euler = fast.scheme(Scheme.FORWARD_EULER);
        assertThat(fast.verdict()).isEqualTo(Verdict.STEP_TOO_LARGE);
        assertThat(euler.inside()).isFalse();
        assertThat(euler.amplification()).isEqualTo(3);
        assertThat(euler.largestStep()).isEqualTo(0.5);
        assertThat(euler.share()).hasValue(1);
        assertThat(fast.advice()).startsWith("scale the branch by 0.5 ").contains("-4");
        assertThat(fast.scheme(Scheme.RK4).largestStep()).isCloseTo(2.785293563405282 / 4, within(1e-14));
    }

    /** Whoever follows the advice is inside, by every method; whoever goes a thousandth further is not. */
    @Test
    void theAdviceIsEnoughAndNotMore() {
        DenseMatrix a = DenseMatrix.of(3, 3, -2, 5, 1, -4, -1.5, 0.5, 0.25, 1, -3);
        LayerStability large = survey(a, 2.5);
        assertThat(large.verdict()).isEqualTo(Verdict.STEP_TOO_LARGE);
        for (Scheme scheme : Scheme.values()) {
            double step = large.scheme(scheme).largestStep();
            assertThat(survey(a, step).scheme(scheme).inside()).isTrue();
            assertThat(survey(a, 1.001 * step).scheme(scheme).inside()).isFalse();
        }
        String factor = large.briefAdvice().replaceAll("scale by ([0-9.]+).*", "$1");
        assertThat(large.advice()).startsWith("scale the branch by " + factor + " ");
        LayerStability scaled = survey(a, 2.5 * Double.parseDouble(factor));
        assertThat(scaled.scheme(Scheme.FORWARD_EULER).inside()).isTrue();
    }

    @Test
    void aRotationIsOutsideForwardEulerAndInsideRk4() {
        LayerStability rotation = survey(DenseMatrix.of(2, 2, 0, -2, 2, 0), 1);
        assertThat(rotation.verdict()).isEqualTo(Verdict.NO_STABLE_STEP);
        assertThat(rotation.scheme(Scheme.FORWARD_EULER).largestStep()).isZero();
        assertThat(rotation.scheme(Scheme.FORWARD_EULER).amplification()).isCloseTo(Math.sqrt(5), within(1e-14));
        assertThat(rotation.scheme(Scheme.RK2).inside()).isFalse();
        assertThat(rotation.scheme(Scheme.RK4).inside()).isTrue();
        assertThat(rotation.scheme(Scheme.RK4).largestStep()).isCloseTo(Math.sqrt(2), within(1e-14));
        assertThat(rotation.muTwo()).isZero();
        assertThat(rotation.advice()).contains("real part 0").contains("RK4 is stable up to h = 1.414");
    }

    /** Even where |1 + ihw|² - 1 = 1e-14 is far below what a norm can show. */
    @Test
    void aSlowRotationIsOutsideToo() {
        assertThat(survey(DenseMatrix.of(2, 2, 0, -1, 1, 0), 1e-7)
                        .scheme(Scheme.FORWARD_EULER)
                        .inside())
                .isFalse();
    }

    /** All eigenvalues are -1, and yet a vector grows tenfold: eigenvalues alone would call this safe. */
    @Test
    void aJordanBlockIsStableAndNotSafe() {
        LayerStability jordan = survey(DenseMatrix.of(2, 2, -1, 10, 0, -1), 1);
        assertThat(jordan.scheme(Scheme.FORWARD_EULER).inside()).isTrue();
        assertThat(jordan.verdict()).isEqualTo(Verdict.TRANSIENT);
        assertThat(jordan.stepNorm()).isCloseTo(10, within(1e-12));
        assertThat(jordan.muTwo()).isCloseTo(4, within(1e-13));
        assertThat(jordan.contractiveStep()).isZero();
        assertThat(jordan.departure().orElseThrow()).isCloseTo(10 / Math.sqrt(102), within(1e-8));
        assertThat(jordan.advice()).contains("no scaling prevents it").contains("mu_2 = 4");
        LayerStability mild = survey(DenseMatrix.of(2, 2, -1, 1, 0, -1), 1);
        assertThat(mild.verdict()).isEqualTo(Verdict.CONTRACTS);
        LayerStability scaled = survey(DenseMatrix.of(2, 2, -1, 1.5, 0, -1), 1);
        assertThat(scaled.verdict()).isEqualTo(Verdict.TRANSIENT);
        assertThat(scaled.advice()).contains("scale the branch by").contains("none grows");
    }

    /** ‖I + hA‖ <= 1 iff h <= -2 mu_2(A^-1), of [[-1, c], [0, -1]] the inverse is -[[1, c], [0, 1]]: h <= 2 (1 - c/2). */
    @Property(tries = 40)
    void theContractiveStep(@ForAll @Scale(15) @DoubleRange(min = 0.01, max = 1.99) double c) {
        LayerStability layer = survey(DenseMatrix.of(2, 2, -1, c, 0, -1), 1);
        double expected = 2 - c;
        assertThat(layer.contractiveStep()).isCloseTo(expected, within(1e-9));
    }

    /** Near the step that is sought all singular values crowd around 1, and the vector stretched the most is hard to find. */
    @Test
    void theContractiveStepOfRandomMatrices() {
        int n = 40;
        for (int seed = 0; seed < 6; seed++) {
            double[] a = RandomStream.of(seed, "contractive").gaussians(n * n);
            for (int i = 0; i < a.length; i++) {
                a[i] = a[i] / Math.sqrt(n) - (i % (n + 1) == 0 ? 1.6 : 0);
            }
            double h = survey(DenseMatrix.of(n, n, a), 0.8).contractiveStep();
            assertThat(h).isPositive();
            assertThat(norm(a, n, h)).isLessThanOrEqualTo(1 + 1e-10);
            assertThat(norm(a, n, 1.01 * h)).isGreaterThan(1 + 1e-6);
        }
        assertThat(survey(DenseMatrix.of(2, 2, 0, 0, 0, 0), 1).contractiveStep())
                .isInfinite();
    }

    private static double norm(double[] a, int n, double h) {
        double[] step = a.clone();
        for (int i = 0; i < step.length; i++) {
            step[i] = h * step[i] + (i % (n + 1) == 0 ? 1 : 0);
        }
        return SingularValues.of(DenseMatrix.of(n, n, step)).largest();
    }

    /** For a normal matrix the norm of the step is the largest |R(h lambda)|, for each method. */
    @Property(tries = 40)
    void normalMatricesAreTheirEigenvalues(
            @ForAll @Scale(15) @DoubleRange(min = -3, max = 1) double x,
            @ForAll @Scale(15) @DoubleRange(min = -3, max = 3) double y,
            @ForAll @Scale(15) @DoubleRange(min = -3, max = 1) double z) {
        DenseMatrix block = DenseMatrix.of(3, 3, x, -y, 0, y, x, 0, 0, 0, z);
        for (SchemeStability scheme : survey(block, 0.7).schemes()) {
            assertThat(scheme.norm().orElseThrow()).isCloseTo(scheme.amplification(), within(1e-11));
        }
    }

    /** With the step scaled as advised all eigenvalues are inside, with one a hundredth larger some are not. */
    @Property(tries = 60)
    void theAdviceWorks(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll @IntRange(max = 100_000) int seed) {
        double[] shifted = LogarithmicNormsTest.gaussian(n, seed).toArray();
        for (int i = 0; i < n; i++) {
            shifted[i * n + i] -= 2 * Math.sqrt(n);
        }
        DenseMatrix a = DenseMatrix.of(n, n, shifted);
        LayerStability layer = survey(a, 1);
        for (Scheme scheme : Scheme.values()) {
            double limit = layer.scheme(scheme).largestStep();
            if (limit > 0) {
                assertThat(survey(a, limit * (1 - 1e-9)).scheme(scheme).inside())
                        .isTrue();
                assertThat(survey(a, limit * 1.01).scheme(scheme).inside()).isFalse();
            }
        }
        assertThat(layer.stepNorm()).isLessThanOrEqualTo(layer.stepNormBound() * (1 + 1e-12));
    }

    /** The matrix-free way finds the outermost eigenvalues, mu_2 and the norms of the dense way. */
    @Test
    void theTwoWaysAgree() {
        int n = 90;
        DenseMatrix a = LogarithmicNormsTest.gaussian(n, 7);
        LayerStability dense = survey(a, 0.1);
        LayerStability free = survey(StepSurvey.withDefaults().withDenseLimit(0), a, 0.1);
        assertThat(free.spectrum().converged()).isTrue();
        assertThat(free.spectrum().abscissa()).isCloseTo(dense.spectrum().abscissa(), within(1e-4));
        assertThat(free.muTwo()).isCloseTo(dense.muTwo(), within(1e-2 * dense.muTwo()));
        assertThat(free.lowerTwo()).isCloseTo(dense.lowerTwo(), within(-1e-2 * dense.lowerTwo()));
        assertThat(free.stepNorm()).isCloseTo(dense.stepNorm(), within(1e-2));
        assertThat(free.jacobianNorm())
                .isCloseTo(SpectralNorm.withDefaults().of(a).value(), within(0.2));
        assertThat(free.verdict()).isEqualTo(dense.verdict());
        assertThat(free.scheme(Scheme.RK4).share()).isEmpty();
    }

    /** A disc full of eigenvalues defeats Arnoldi; then nothing may be called inside. */
    @Test
    void whatIsNotFoundIsNotCalledInside() {
        int n = 400;
        double[] entries = LogarithmicNormsTest.gaussian(n, 9).toArray();
        for (int i = 0; i < entries.length; i++) {
            entries[i] = entries[i] / Math.sqrt(n) - (i % (n + 1) == 0 ? 1.5 : 0);
        }
        LayerStability layer = survey(StepSurvey.withDefaults().withDenseLimit(0), DenseMatrix.of(n, n, entries), 1);
        assertThat(layer.spectrum().converged()).isFalse();
        assertThat(layer.verdict()).isIn(Verdict.UNSETTLED, Verdict.STEP_TOO_LARGE);
        assertThat(layer.stepNorm()).isGreaterThan(1);
    }

    @Test
    void aZeroBranchIsTheIdentity() {
        LayerStability zero = survey(DenseMatrix.of(3, 3, new double[9]), 1);
        assertThat(zero.verdict()).isEqualTo(Verdict.CONTRACTS);
        assertThat(zero.scheme(Scheme.FORWARD_EULER).largestStep()).isInfinite();
        assertThat(survey(StepSurvey.withDefaults().withDenseLimit(0), DenseMatrix.of(3, 3, new double[9]), 1)
                        .verdict())
                .isEqualTo(Verdict.CONTRACTS);
    }

    @Test
    void kernelsAndSeedsChangeNothingButBits() {
        DenseMatrix a = LogarithmicNormsTest.gaussian(20, 3);
        LayerStability one = survey(StepSurvey.withDefaults().withSeed(5).withBackend(DenseBackend.fixedOrder()), a, 1);
        assertThat(one.spectrum()).isEqualTo(survey(a, 1).spectrum());
    }
}
