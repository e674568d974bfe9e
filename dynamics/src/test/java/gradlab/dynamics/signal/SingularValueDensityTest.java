package gradlab.dynamics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.dynamics.signal.SingularValueDensity.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Free probability against closed forms and real networks. */
class SingularValueDensityTest {

    private static SingularValueDensity density(String name, double weight, double q, WeightLaw law, int layers) {
        return SingularValueDensity.of(Nonlinearities.of(name), weight, q, law, layers);
    }

    /** Of L Gaussian layers the squared singular values end at (L + 1)^(L + 1)/L^L. */
    @ParameterizedTest
    @CsvSource({"1", "2", "5", "40"})
    void linearGaussianProductsEndWhereFussAndCatalanSay(int layers) {
        SingularValueDensity found = density("linear", 1, 1, WeightLaw.GAUSSIAN, layers);
        double end = Math.pow(layers + 1, layers + 1) / Math.pow(layers, layers);
        assertThat(found.largest()).isCloseTo(end, within(1e-8 * end));
        assertThat(found.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(found.secondMoment()).isEqualTo(layers + 1.0);
    }

    /** One layer: Marchenko and Pastur, density sqrt(4/lambda - 1)/(2 pi), times lambda per unit of ln lambda. */
    @Test
    void oneLinearLayerIsMarchenkoPastur() {
        SingularValueDensity found = density("linear", 1, 1, WeightLaw.GAUSSIAN, 1);
        for (int i = 100; i < 240; i += 10) {
            double lambda = Math.exp(found.logarithms().get(i));
            double expected = lambda * Math.sqrt(4 / lambda - 1) / (2 * Math.PI);
            assertThat(found.densities().get(i)).isCloseTo(expected, within(1e-6));
        }
        // P(lambda <= 2) = 1/2 + 1/pi
        assertThat(found.share(Math.log(2))).isCloseTo(0.5 + 1 / Math.PI, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "linear, 1, 1, GAUSSIAN, 10",
        "relu, 2, 1, GAUSSIAN, 3",
        "relu, 2, 1, GAUSSIAN, 12",
        "relu, 2, 1, ORTHOGONAL, 6",
        "tanh, 1.5, 0.286894, ORTHOGONAL, 8",
        "tanh, 1.5, 0.286894, GAUSSIAN, 8",
        "elu, 1.5, 0.74, GAUSSIAN, 5",
    })
    void massAndMomentsOfTheCurveAreThoseOfTheLaw(String name, double weight, double q, WeightLaw law, int layers) {
        SingularValueDensity found = density(name, weight, q, law, layers);
        assertThat(Math.abs(found.missing())).isLessThan(1e-3);
        assertThat(moment(found, 1)).isCloseTo(found.mean(), within(1e-3 * found.mean()));
        assertThat(moment(found, 2)).isCloseTo(found.secondMoment(), within(1e-3 * found.secondMoment()));
    }

    private static double moment(SingularValueDensity density, int power) {
        double sum = 0;
        for (int i = 1; i < density.logarithms().size(); i++) {
            double a = density.logarithms().get(i - 1);
            double b = density.logarithms().get(i);
            double low = density.densities().get(i - 1) * Math.exp(power * a);
            double high = density.densities().get(i) * Math.exp(power * b);
            sum += (b - a) * (low + high) / 2;
        }
        return sum;
    }

    @Test
    void orthogonalLinesHaveOneSingularValue() {
        SingularValueDensity found = density("linear", 1, 1, WeightLaw.ORTHOGONAL, 20);
        assertThat(found.outcome()).isEqualTo(Outcome.ONE_VALUE);
        assertThat(found.largest()).isEqualTo(1);
        SpectrumComparison comparison = SpectrumComparison.of(
                Nonlinearities.of("linear"),
                Variances.of(1, 0),
                1,
                WeightLaw.ORTHOGONAL,
                new int[] {20, 20, 2},
                3,
                DenseBackend.fixedOrder());
        assertThat(comparison.distance()).isZero();
        assertThat(comparison.sample().get(0)).isCloseTo(0, within(1e-11));
    }

    /** Pennington et al. 2018: ReLU with orthogonal weights, L^L/(L - 1)^(L - 1). */
    @Test
    void reluWithOrthogonalWeightsEndsAsPublished() {
        assertThat(density("relu", 2, 1, WeightLaw.ORTHOGONAL, 4).largest()).isCloseTo(256.0 / 27, within(1e-8));
    }

    /** Eigenvalues repel, so the distance is far below the 1.36/sqrt(200) of independent numbers; half of ReLU's are 0. */
    @ParameterizedTest
    @CsvSource({
        "linear, 1, 1, GAUSSIAN, 6, 0.03, 0",
        "tanh, 1.5, 0.286894, ORTHOGONAL, 6, 0.03, 0",
        "elu, 1.5, 0.74, GAUSSIAN, 4, 0.03, 0",
        "relu, 2, 1, GAUSSIAN, 2, 0.08, 0.5",
    })
    void realJacobiansHaveThisDensity(
            String name, double weight, double q, WeightLaw law, int layers, double distance, double zeros) {
        SpectrumComparison comparison = SpectrumComparison.of(
                Nonlinearities.of(name),
                Variances.of(weight, 0),
                q,
                law,
                new int[] {80, layers, 4},
                11,
                DenseBackend.fixedOrder());
        assertThat(comparison.distance()).isLessThan(distance);
        assertThat(comparison.theory().zeros()).isEqualTo(zeros);
        assertThat(comparison.zeros()).isCloseTo(zeros, within(0.1));
    }

    /** The distance must see a law that is wrong. */
    @Test
    void anotherDepthIsToldApart() {
        SpectrumComparison comparison = SpectrumComparison.of(
                Nonlinearities.of("linear"),
                Variances.of(1, 0),
                1,
                WeightLaw.GAUSSIAN,
                new int[] {60, 3, 4},
                5,
                DenseBackend.fixedOrder());
        SingularValueDensity other = density("linear", 1, 1, WeightLaw.GAUSSIAN, 6);
        assertThat(other.distance(comparison.sample().toArray())).isGreaterThan(0.1);
    }
}
