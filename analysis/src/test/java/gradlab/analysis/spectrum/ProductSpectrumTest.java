package gradlab.analysis.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductSpectrumTest {
    /** Dyadic entries that are easy to write down in another language. */
    private static DenseMatrix layer(int n, int k, boolean saturated) {
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                long t = (i * 7919L + j * 104729L + k * 1299709L + 12345) % 1000003;
                double entry = (t * t % 1000003 * t % 1000003 % 201 - 100) / 64.0;
                a[i * n + j] = saturated ? Math.scalb(entry, -100 * ((i + k) % 3)) : entry;
            }
        }
        return DenseMatrix.of(n, n, a);
    }

    private static List<DenseMatrix> chain(int n, int length, boolean saturated) {
        List<DenseMatrix> chain = new ArrayList<>();
        for (int k = 0; k < length; k++) {
            chain.add(layer(n, k, saturated));
        }
        return chain;
    }

    /** By mpmath 1.3.0 with mp.dps = 6000: logarithms of svd_r of the product of the same 300 matrices. */
    @Test
    void longChainsKeepEverySingularValue() {
        double[] expected = {
            178.9258882646241, 151.55110435533783, 101.66056144368612, 36.71511671953505, -217.42708487628929
        };
        ProductSpectrum spectrum = ProductSpectrum.of(chain(5, 300, false));
        assertThat(spectrum.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(spectrum.error()).isLessThan(1e-8);
        assertThat(spectrum.logarithms().toArray())
                .containsExactly(expected, within(Math.min(1e-10, spectrum.error())));
    }

    /** Likewise, of 40 matrices of order 6 with rows scaled by 1, 2^-100 and 2^-200 in turn, as saturated units scale them. */
    @Test
    void saturatedLayersKeepEverySingularValue() {
        double[] expected = {
            5.537399678957153,
            -30.17901480837479,
            -2727.2090784015454,
            -2782.2914583301995,
            -5502.214064420652,
            -5554.620105932955
        };
        ProductSpectrum spectrum = ProductSpectrum.of(chain(6, 40, true));
        assertThat(spectrum.error()).isLessThan(1e-8);
        assertThat(spectrum.logarithms().toArray())
                .containsExactly(expected, within(Math.min(1e-10, spectrum.error())));
    }

    @Test
    void diagonalChainsAddLogarithms() {
        double[] first = {1e-200, 3, 1e100, 0.5};
        List<LinearOperator> chain = new ArrayList<>();
        for (int k = 0; k < 1000; k++) {
            chain.add(Operators.diagonal(Vector.of(first)));
        }
        double[] expected =
                Arrays.stream(first).map(x -> 1000 * Math.log(x)).sorted().toArray();
        double[] found = ProductSpectrum.of(chain).logarithms().toArray();
        for (int i = 0; i < 4; i++) {
            assertThat(found[i]).isCloseTo(expected[3 - i], within(1e-9));
        }
    }

    @Test
    void orthogonalChainsKeepAllAtOne() {
        List<LinearOperator> chain = new ArrayList<>();
        for (int k = 0; k < 1000; k++) {
            double[] v = RandomStream.of(k, "v").gaussians(12);
            Euclidean.scale(1 / Euclidean.norm(v), v);
            DenseMatrix column = DenseMatrix.of(12, 1, v);
            chain.add(Operators.sum(
                    Operators.identity(12),
                    Operators.scaled(-2, Operators.product(column, Operators.transpose(column)))));
        }
        ProductSpectrum spectrum = ProductSpectrum.of(chain);
        assertThat(spectrum.logarithms().toArray()).containsExactly(new double[12], within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({"3,5,4", "6,2,7", "4,4,4", "1,3,1", "8,5,9"})
    void shortChainsAgreeWithTheProduct(int a, int b, int c) {
        DenseMatrix first = Samples.gaussian(b, a);
        DenseMatrix second = Samples.gaussian(c, b);
        double[] expected =
                SingularValues.of(Samples.product(second, first)).values().toArray();
        double[] found = ProductSpectrum.of(List.of(first, second)).logarithms().toArray();
        assertThat(found).hasSize(Math.min(a, Math.min(b, c)));
        for (int i = 0; i < found.length; i++) {
            assertThat(StrictMath.exp(found[i])).isCloseTo(expected[i], within(1e-12 * expected[0]));
        }
    }

    @Test
    void zerosAndEmptySpacesAreMinusInfinity() {
        DenseMatrix singular = DenseMatrix.of(2, 2, 1, 2, 2, 4);
        ProductSpectrum spectrum = ProductSpectrum.of(List.of(singular, singular));
        assertThat(spectrum.logarithms().get(0)).isCloseTo(Math.log(25), within(1e-14));
        assertThat(spectrum.logarithms().get(1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ProductSpectrum.of(List.of(Operators.zero(3, 3), singular3()))
                        .logNorm())
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ProductSpectrum.of(List.of(Operators.zero(0, 3), Operators.zero(2, 0)))
                        .logarithms()
                        .size())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductSpectrum.of(List.of(singular, Operators.identity(3))))
                .withMessage("operator 1 of the chain must have 2 columns, had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductSpectrum.of(List.of(DenseMatrix.of(1, 1, Double.NaN))))
                .withMessageContaining("entry 0 was NaN");
    }

    private static LinearOperator singular3() {
        return DenseMatrix.of(3, 3, 1, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    /**
     * Exponents of products of Gaussian matrices with variance 1/n (Newman): (ln(2/n) + psi((n - i + 1)/2))/2. With
     * 1,000 factors the mean of a logarithm has a standard deviation of about sqrt(psi'((n - i + 1)/2)/4/1000) < 0.04.
     */
    @Test
    void gaussianChainsHaveNewmansExponents() {
        int n = 4;
        List<DenseMatrix> chain = new ArrayList<>();
        for (int k = 0; k < 1000; k++) {
            chain.add(Samples.times(
                    0.5, DenseMatrix.of(n, n, RandomStream.of(k, "gaussian").gaussians(n * n))));
        }
        // psi(2), psi(3/2), psi(1), psi(1/2) by scipy 1.17.1: special.digamma.
        double[] psi = {0.42278433509846713, 0.03648997397857645, -0.5772156649015329, -1.9635100260214235};
        double[] logarithms = ProductSpectrum.of(chain).logarithms().toArray();
        for (int i = 0; i < n; i++) {
            assertThat(logarithms[i] / 1000).isCloseTo((Math.log(0.5) + psi[i]) / 2, within(0.16));
        }
    }

    @Test
    void profilesNeitherOverflowNorUnderflow() {
        List<LinearOperator> chain = new ArrayList<>();
        for (int k = 0; k < 1000; k++) {
            chain.add(Operators.scaled(k < 500 ? 1e10 : 1e-30, Operators.identity(3)));
        }
        double[] forward =
                DepthProfile.forward(chain, new double[] {3, 0, 4}).logNorms().toArray();
        assertThat(forward).hasSize(1001);
        assertThat(forward[0]).isCloseTo(Math.log(5), within(1e-15));
        assertThat(forward[500]).isCloseTo(Math.log(5) + 5000 * Math.log(10), within(1e-9));
        assertThat(forward[1000]).isCloseTo(Math.log(5) - 10000 * Math.log(10), within(1e-9));
        DepthProfile backward = DepthProfile.backward(chain, new double[] {3, 0, 4});
        assertThat(backward.logNorms().get(1000)).isCloseTo(Math.log(5), within(1e-15));
        assertThat(backward.logNorms().get(500)).isCloseTo(Math.log(5) - 15000 * Math.log(10), within(1e-9));
        assertThat(backward.logNorms().get(0)).isCloseTo(forward[1000], within(1e-9));
        assertThat(backward.rate()).isCloseTo(10 * Math.log(10), within(1e-12));
    }

    @Test
    void aProfileFollowsTheTransposes() {
        List<DenseMatrix> chain = List.of(Samples.gaussian(5, 3), Samples.gaussian(4, 5));
        double[] gradient = {1, -2, 3, 4};
        double[] middle = chain.get(1).applyTranspose(gradient);
        double[] first = chain.get(0).applyTranspose(middle);
        double[] found = DepthProfile.backward(chain, gradient).logNorms().toArray();
        assertThat(found)
                .containsExactly(
                        new double[] {
                            Math.log(Euclidean.norm(first)),
                            Math.log(Euclidean.norm(middle)),
                            Math.log(Euclidean.norm(gradient))
                        },
                        within(1e-14));
        assertThat(DepthProfile.forward(List.of(Operators.zero(2, 2)), new double[2])
                        .logNorms()
                        .get(1))
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DepthProfile.forward(chain, new double[] {1, Double.NaN, 2}))
                .withMessageContaining("before operator 0 entry 1 was NaN");
    }
}
