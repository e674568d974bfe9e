package gradlab.analysis.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.layer.Jacobian;
import gradlab.analysis.layer.Jacobians;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.SpectralNorm.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralNormTest {
    private static final SpectralNorm LANCZOS = SpectralNorm.withDefaults().withWay(SpectralNorm.Way.LANCZOS);

    private static final SpectralNorm DENSE = SpectralNorm.withDefaults().withWay(SpectralNorm.Way.DENSE);

    private static DenseMatrix gaussian(int rows, int columns) {
        return DenseMatrix.of(
                rows, columns, RandomStream.of(rows, "a").split(columns).gaussians(rows * columns));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,5", "5,1", "2,3", "3,2", "10,10", "30,10", "10,30", "60,60", "100,70", "70,100"})
    void lanczosAgreesWithTheDenseDecomposition(int rows, int columns) {
        DenseMatrix a = gaussian(rows, columns);
        double expected = SingularValues.of(a).largest();
        Result result = LANCZOS.of(a);
        assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(result.value()).isCloseTo(expected, within(1e-13 * expected));
        assertThat(result.residual()).isLessThanOrEqualTo(1e-6 * expected);
        double[] stretched = LANCZOS.mostStretched(a).toArray();
        assertThat(Euclidean.norm(stretched)).isCloseTo(1, within(1e-14));
        assertThat(Euclidean.norm(a.apply(stretched))).isCloseTo(expected, within(1e-13 * expected));
        assertThat(SpectralNorm.withDefaults().of(a).value()).isCloseTo(expected, within(1e-13 * expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.2, 0.1, 0.08, 0.07, 0.05, 0.01})
    void theMostStretchedVectorIsFoundAmongCrowdedValues(double step) {
        int n = 40;
        SpectralNorm norm = SpectralNorm.withDefaults().withRelativeTolerance(1e-12);
        for (int seed = 0; seed < 8; seed++) {
            double[] entries = RandomStream.of(seed, "crowded").gaussians(n * n);
            for (int i = 0; i < entries.length; i++) {
                entries[i] = (i % (n + 1) == 0 ? 1 - 1.5 * step : 0) + step * entries[i] / Math.sqrt(n);
            }
            DenseMatrix a = DenseMatrix.of(n, n, entries);
            double expected = SingularValues.of(a).largest();
            double[] stretched = norm.mostStretched(a).toArray();
            assertThat(Euclidean.norm(a.apply(stretched))).isCloseTo(expected, within(1e-11 * expected));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, 1e-300, 1e-310})
    void scaleIsNoTrouble(double scale) {
        double[] entries = gaussian(80, 60).toArray();
        double expected = SingularValues.of(DenseMatrix.of(80, 60, entries)).largest();
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= scale;
        }
        DenseMatrix scaled = DenseMatrix.of(80, 60, entries);
        double accuracy = scale < Double.MIN_NORMAL ? 1e-8 : 1e-13;
        for (SpectralNorm norm : new SpectralNorm[] {LANCZOS, SpectralNorm.withDefaults(), DENSE}) {
            assertThat(norm.of(scaled).value() / scale).isCloseTo(expected, within(accuracy * expected));
            assertThat(norm.of(scaled).outcome()).isIn(Outcome.CONVERGED, Outcome.DENSE);
        }
    }

    @Test
    void degenerateOperatorsHaveTheirNorms() {
        assertThat(SpectralNorm.withDefaults().of(Operators.zero(0, 3)).value()).isZero();
        assertThat(SpectralNorm.withDefaults().of(Operators.zero(3, 0)).value()).isZero();
        assertThat(LANCZOS.of(Operators.zero(100, 90)).value()).isZero();
        assertThat(SpectralNorm.withDefaults().of(Operators.zero(5, 4)).value()).isZero();
        assertThat(LANCZOS.of(Operators.identity(200)).value()).isCloseTo(1, within(1e-15));
        assertThat(LANCZOS.of(Operators.scaled(-3, Operators.identity(1))).value())
                .isEqualTo(3);
    }

    @Test
    void lowRankEndsEarly() {
        LinearOperator rankTwo = Operators.product(gaussian(90, 2), gaussian(2, 120));
        Result result = LANCZOS.of(rankTwo);
        assertThat(result.value()).isCloseTo(SingularValues.of(rankTwo).largest(), within(1e-11));
        assertThat(result.steps()).isLessThan(8);
    }

    @Test
    void aTightGapGoesDenseAfterAllAndSaysSo() {
        DenseMatrix tight = diagonalMatrix(IntStream.range(0, 400).mapToDouble(i -> 1 - 1e-7 * i));
        Result result = SpectralNorm.withDefaults().of(tight);
        assertThat(result.outcome()).isEqualTo(Outcome.DENSE);
        assertThat(result.value()).isCloseTo(1, within(1e-14));
        assertThat(result.steps()).isPositive();
        assertThat(result.method()).startsWith("dense singular values, which cost as much as ");
        Result cut = SpectralNorm.withDefaults().withMaxSteps(10).of(gaussian(400, 400));
        assertThat(cut.method()).isEqualTo("dense singular values, since 10 Lanczos steps had not been enough");
        Result stopped = LANCZOS.withMaxSteps(10).of(tight);
        assertThat(stopped.outcome()).isEqualTo(Outcome.MAX_STEPS);
        assertThat(stopped.outcome().advice()).contains("maxSteps");
        assertThat(stopped.value()).isLessThanOrEqualTo(1).isGreaterThan(0.9999);
    }

    private static DenseMatrix diagonalMatrix(DoubleStream values) {
        return DenseMatrix.of(Operators.diagonal(Vector.of(values.toArray())));
    }

    /** A norm that stands out is found by applying the chain, one that does not by multiplying it out. */
    @Test
    void theCheaperWayIsGone() {
        Result first = SpectralNorm.withDefaults().of(chain(false));
        assertThat(first.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(first.method()).startsWith("Golub-Kahan-Lanczos: ");
        Result second = SpectralNorm.withDefaults().of(chain(true));
        assertThat(second.method()).startsWith("multiplied out, which cost as much as ");
        for (boolean orthogonal : new boolean[] {false, true}) {
            LinearOperator chain = chain(orthogonal);
            double expected = SingularValues.of(chain).largest();
            assertThat(SpectralNorm.withDefaults().of(chain).value()).isCloseTo(expected, within(1e-12 * expected));
            assertThat(DENSE.of(chain).value()).isCloseTo(expected, within(1e-12 * expected));
        }
        assertThat(SpectralNorm.withDefaults().of(gaussian(10, 10)).method())
                .isEqualTo("dense singular values, cheaper than 10 Lanczos steps");
    }

    /** Thirty layers of width 60: of Gaussian matrices, or of orthogonal ones after slopes that hardly differ. */
    private static LinearOperator chain(boolean orthogonal) {
        List<LinearOperator> layers = new ArrayList<>();
        layers.add(Operators.diagonal(
                Vector.of(IntStream.range(0, 60).mapToDouble(i -> 1 - 1e-3 * i).toArray())));
        for (int l = 0; l < 30; l++) {
            double[] w = RandomStream.of(l, "chain").gaussians(60 * 60);
            layers.add(orthogonal ? DenseKernels.qr(w, 60, 60).q() : DenseMatrix.of(60, 60, w));
        }
        return Operators.chain(layers);
    }

    @Test
    void chainsAreMultipliedOutFromTheirNarrowEndWithoutOverflow() {
        LinearOperator wide = Operators.chain(List.of(
                gaussian(70, 40), Operators.diagonal(Vector.of(gaussian(70, 1).toArray())), gaussian(3, 70)));
        LinearOperator huge = Operators.chain(List.of(
                DenseMatrix.of(2, 2, 1e200, 0, 0, 1),
                DenseMatrix.of(2, 2, 1e200, 0, 0, 1),
                DenseMatrix.of(2, 2, 1e-300, 0, 0, 1)));
        for (LinearOperator operator : List.of(wide, Operators.transpose(wide))) {
            double expected = SingularValues.of(operator).largest();
            assertThat(DENSE.of(operator).value()).isCloseTo(expected, within(1e-13 * expected));
        }
        assertThat(DENSE.of(huge).value()).isCloseTo(1e100, within(1e87));
        LinearOperator bad = Operators.product(gaussian(2, 2), DenseMatrix.of(2, 2, 1, Double.NaN, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DENSE.of(bad)).withMessageContaining("finite");
    }

    @Test
    void aNormAboveTheLargestDoubleIsAnOutcome() {
        double[] entries = new double[4];
        Arrays.fill(entries, 1.7e308);
        DenseMatrix a = DenseMatrix.of(2, 2, entries);
        assertThat(SpectralNorm.withDefaults().of(a).outcome()).isEqualTo(Outcome.OVERFLOW);
        assertThat(LANCZOS.of(a).outcome()).isEqualTo(Outcome.OVERFLOW);
    }

    @Test
    void aNaNIsRefused() {
        double[] entries = new double[10_000];
        entries[77] = Double.NaN;
        DenseMatrix a = DenseMatrix.of(100, 100, entries);
        assertThatIllegalArgumentException().isThrownBy(() -> LANCZOS.of(a)).withMessageContaining("finite");
        assertThatIllegalArgumentException().isThrownBy(() -> DENSE.of(a)).withMessageContaining("finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpectralNorm.withDefaults().withRelativeTolerance(Double.NaN))
                .withMessage("relativeTolerance must be in [1e-15, 1), was NaN");
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        DenseMatrix a = gaussian(150, 150);
        assertThat(LANCZOS.of(a)).isEqualTo(LANCZOS.of(a));
        assertThat(LANCZOS.withSeed(1).of(a).value()).isCloseTo(LANCZOS.of(a).value(), within(1e-12));
    }

    /** Jacobians of one network at several inputs, as many operators as one: one of them is zero. */
    @Test
    void normsTogetherAreTheNormsAlone() {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < 4; l++) {
            double[] w = RandomStream.of(l, "together").gaussians(30 * 30);
            layers.add(Layers.dense(DenseMatrix.of(30, 30, w)));
            layers.add(Layers.relu());
        }
        Layer network = Layers.sequential(layers);
        double[] points = RandomStream.of(1, "points").gaussians(3 * 30);
        Arrays.fill(points, 30, 60, 0);
        List<Result> together = SpectralNorm.withDefaults().ofEach(new Jacobians(network.at(points, 3)));
        assertThat(together).hasSize(3);
        for (int i = 0; i < 3; i++) {
            Jacobian alone = Jacobian.of(network, Arrays.copyOfRange(points, 30 * i, 30 * i + 30));
            double expected = SingularValues.of(alone).largest();
            assertThat(together.get(i).outcome()).isEqualTo(Outcome.CONVERGED);
            assertThat(together.get(i).value()).isCloseTo(expected, within(1e-13 * expected));
        }
        assertThat(together.get(1).value()).isZero();
    }

    /** Square He matrices have a norm that tends to 2 sqrt 2 (edge of the Marchenko-Pastur law). */
    @Test
    void aSquareHeMatrixHasNormNearTwoRootTwo() {
        int n = 600;
        DenseMatrix a = gaussian(n, n);
        double norm = LANCZOS.of(Operators.scaled(Math.sqrt(2.0 / n), a)).value();
        assertThat(norm).isCloseTo(2 * Math.sqrt(2), within(0.05));
    }
}
