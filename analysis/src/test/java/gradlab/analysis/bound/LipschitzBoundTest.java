package gradlab.analysis.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.SingularValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LipschitzBoundTest {
    private static List<DenseMatrix> network(int seed, int... widths) {
        List<DenseMatrix> weights = new ArrayList<>();
        for (int i = 0; i + 1 < widths.length; i++) {
            double[] entries = RandomStream.of(seed, "w").split(i).gaussians(widths[i] * widths[i + 1]);
            for (int k = 0; k < entries.length; k++) {
                entries[k] /= Math.sqrt(widths[i]);
            }
            weights.add(DenseMatrix.of(widths[i + 1], widths[i], entries));
        }
        return weights;
    }

    /** W_k D_(k-1) ... D_1 W_1 for diagonal slopes drawn from the ends of their range or inside. */
    private static double truth(List<DenseMatrix> weights, Slopes slopes, RandomStream random) {
        LinearOperator product = weights.get(0);
        for (DenseMatrix next : weights.subList(1, weights.size())) {
            double[] diagonal = new double[next.columns()];
            for (int i = 0; i < diagonal.length; i++) {
                double t = random.nextInt(4) == 0 ? random.nextDouble() : random.nextInt(3) == 0 ? 0 : 1;
                diagonal[i] = slopes.least() + t * (slopes.most() - slopes.least());
            }
            product = Operators.product(next, Operators.product(Operators.diagonal(Vector.of(diagonal)), product));
        }
        return SingularValues.of(product).largest();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 0.25", "-0.13, 1.13", "0.2, 1", "-1, 1", "1, 1", "0.01, 1"})
    void noSlopesExceedTheBound(double least, double most) {
        Slopes slopes = new Slopes(least, most);
        for (int seed = 0; seed < 8; seed++) {
            List<DenseMatrix> weights = network(seed, 4, 7, 5, 6, 3);
            LipschitzBound bound = LipschitzBound.of(weights, Collections.nCopies(3, slopes));
            RandomStream random = RandomStream.of(seed, "slopes");
            double largest = 0;
            for (int k = 0; k < 200; k++) {
                largest = Math.max(largest, truth(weights, slopes, random));
            }
            assertThat(bound.tight()).isGreaterThanOrEqualTo(largest).isLessThanOrEqualTo(bound.product());
        }
    }

    /** All activation patterns of a small relu network, so the largest Jacobian that any slopes could give. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void everyPatternIsBelowTheBoundAndTheBoundIsTighterThanTheProduct(int seed) {
        List<DenseMatrix> weights = network(seed, 3, 4, 4, 2);
        LipschitzBound bound = LipschitzBound.of(weights, Collections.nCopies(2, Slopes.UNIT));
        double largest = 0;
        for (int pattern = 0; pattern < 256; pattern++) {
            double[] first = new double[4];
            double[] second = new double[4];
            for (int i = 0; i < 4; i++) {
                first[i] = pattern >> i & 1;
                second[i] = pattern >> (4 + i) & 1;
            }
            largest = Math.max(
                    largest,
                    SingularValues.of(Operators.chain(List.of(
                                    weights.get(0),
                                    Operators.diagonal(Vector.of(first)),
                                    weights.get(1),
                                    Operators.diagonal(Vector.of(second)),
                                    weights.get(2))))
                            .largest());
        }
        assertThat(bound.tight()).isGreaterThanOrEqualTo(largest);
        assertThat(bound.tight()).isLessThan(0.97 * bound.product());
    }

    @Test
    void aLinearNetworkIsBoundedByItsProduct() {
        List<DenseMatrix> weights = network(9, 6, 6, 6, 6);
        LipschitzBound bound = LipschitzBound.of(weights, Collections.nCopies(2, Slopes.IDENTITY));
        double exact = SingularValues.of(Operators.chain(weights)).largest();
        assertThat(bound.tight()).isGreaterThanOrEqualTo(exact).isLessThan(1.05 * exact);
        assertThat(bound.product()).isGreaterThan(1.3 * exact);
    }

    /** One layer, and diagonal layers: nothing to lose. */
    @Test
    void simpleNetworksHaveSharpBounds() {
        DenseMatrix w = DenseMatrix.of(1, 2, 3, 4);
        assertThat(LipschitzBound.of(List.of(w), List.of()).tight()).isCloseTo(5, within(1e-8));
        assertThat(LipschitzBound.of(List.of(w), List.of(Slopes.SIGMOID)).tight())
                .isCloseTo(1.25, within(1e-8));
        DenseMatrix d = DenseMatrix.of(2, 2, 2, 0, 0, 1);
        LipschitzBound bound = LipschitzBound.of(Collections.nCopies(10, d), Collections.nCopies(10, Slopes.UNIT));
        assertThat(bound.product()).isEqualTo(1024);
        assertThat(bound.tight()).isBetween(1024 * (1 - 1e-15), 1024.0);
        DenseMatrix zero = DenseMatrix.of(2, 2, 0, 0, 0, 0);
        assertThat(LipschitzBound.of(List.of(d, zero), List.of(Slopes.UNIT)).tight())
                .isZero();
    }

    @Test
    void mismatchedLayersAreNamed() {
        DenseMatrix w = DenseMatrix.of(1, 2, 3, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LipschitzBound.of(List.of(w, w), List.of(Slopes.UNIT)))
                .withMessage("weights[1] must have 1 columns, had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LipschitzBound.of(List.of(w), List.of(Slopes.UNIT, Slopes.UNIT)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Slopes(1, Double.NaN));
    }

    @Test
    void theGapIsTheSumOfItsParts() {
        List<DenseMatrix> weights = network(3, 5, 8, 8, 4);
        double[] bounds = LipschitzBound.of(weights, Collections.nCopies(2, Slopes.UNIT))
                .norms()
                .toArray();
        List<LinearOperator> jacobians = new ArrayList<>();
        for (DenseMatrix w : weights) {
            double[] slopes = new double[w.rows()];
            Arrays.setAll(slopes, i -> 0.2 + 0.1 * i);
            jacobians.add(Operators.product(Operators.diagonal(Vector.of(slopes)), w));
        }
        LipschitzGap gap = LipschitzGap.of(bounds, jacobians);
        double sum = gap.logNorm();
        double total = 0;
        for (int i = 0; i < 3; i++) {
            assertThat(gap.slack().get(i)).isGreaterThan(-1e-12);
            assertThat(gap.misalignment().get(i)).isGreaterThan(-1e-8);
            sum += gap.slack().get(i) + gap.misalignment().get(i);
            total += Math.log(bounds[i]);
        }
        assertThat(sum).isCloseTo(total, within(1e-10));
        assertThat(gap.logNorm())
                .isCloseTo(
                        Math.log(SingularValues.of(Operators.chain(jacobians)).largest()), within(1e-8));
    }
}
