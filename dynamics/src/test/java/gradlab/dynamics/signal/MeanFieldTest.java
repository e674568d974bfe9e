package gradlab.dynamics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.source.SourceException;
import gradlab.dynamics.signal.PhasePoint.Outcome;
import gradlab.dynamics.signal.PhasePoint.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fixed points, verdicts and boundaries against published and closed values. */
class MeanFieldTest {
    private static PhasePoint at(String name, double weight, double bias) {
        return MeanField.of(Nonlinearities.of(name)).at(Variances.of(weight, bias));
    }

    /** The table of reference values: lambda_1 of h <- W tanh h, W ~ N(0, g²/n), in the limit of n. */
    @ParameterizedTest
    @CsvSource({"2, 0.15472", "3, 0.31025"})
    void theExponentOfTheRandomRecurrentNetwork(double g, double exponent) {
        assertThat(at("tanh", g * g, 0).lyapunovExponent()).isCloseTo(exponent, within(5e-6));
    }

    /** Poole et al. 2016 and the table of reference values; ReLU: He et al. 2015. */
    @ParameterizedTest
    @CsvSource({
        "tanh, 0, 1, CONTINUOUS",
        "tanh, 0.05, 1.760955, CONTINUOUS",
        "tanh, 0.25, 2.401489, CONTINUOUS",
        "relu, 0, 2, CONTINUOUS",
        "relu, 0.1, 2, UNBOUNDED",
        "linear, 0, 1, CONTINUOUS",
        "erf, 0, 0.7853981633974483, CONTINUOUS",
        "softplus, 0.3, 2, UNBOUNDED",
    })
    void theBoundaryOfThePhases(String name, double bias, double weight, BoundaryPoint.Outcome outcome) {
        BoundaryPoint point = PhaseBoundary.of(Nonlinearities.of(name)).at(bias);
        assertThat(point.weightVariance().value()).isCloseTo(weight, within(5e-7));
        assertThat(point.outcome()).isEqualTo(outcome);
    }

    /** Roberts, Yaida and Hanin 2022, section 5.3.4: the half-stable critical points of GELU and SiLU. */
    @ParameterizedTest
    @CsvSource({"gelu, 3.5615528128, 0.17292239, 1.98305826", "silu, 14.32017362, 0.55514317, 1.98800468"})
    void theHalfStablePointsLieOnTheBoundary(String name, double q, double bias, double weight) {
        BoundaryPoint point = PhaseBoundary.of(Nonlinearities.of(name)).at(bias);
        BoundaryPoint.Candidate candidate = point.candidates().get(0);
        assertThat(candidate.weightVariance().value()).isCloseTo(weight, within(1e-7));
        assertThat(candidate.variance()).isCloseTo(q, within(2e-5));
        assertThat(candidate.varianceSlope()).isCloseTo(1, within(1e-6));
    }

    /** 2 % away: for tanh without bias chi_1 - 1 is of second order in the distance above the boundary. */
    @Test
    void onBothSidesOfTheBoundaryThePhasesDiffer() {
        for (Nonlinearity phi : Nonlinearities.all()) {
            for (double bias : new double[] {0, 0.3}) {
                double weight = PhaseBoundary.of(phi).at(bias).weightVariance().value();
                MeanField theory = MeanField.of(phi);
                assertThat(theory.at(Variances.of(0.98 * weight, bias)).verdict())
                        .as(phi.name() + " below at " + bias)
                        .isEqualTo(Verdict.ORDERED);
                assertThat(theory.at(Variances.of(1.02 * weight, bias)).verdict())
                        .as(phi.name() + " above at " + bias)
                        .isEqualTo(Verdict.CHAOTIC);
            }
        }
    }

    /** SELU was made so that mean square 1 is a fixed point at sigma_w² = 1: Klambauer et al. 2017. */
    @Test
    void theFixedPointOfSelu() {
        PhasePoint point = at("selu", 1, 0);
        assertThat(point.variance().value()).isCloseTo(1, within(1e-12));
        assertThat(point.correlation().value()).isCloseTo(0, within(1e-9));
    }

    /** q* of erf solves q = s 2/pi arcsin(2q/(1 + 2q)): at s = 3/2, q = 1/2 since arcsin(1/2) = pi/6. */
    @Test
    void aFixedPointOfTheErrorFunctionInClosedForm() {
        PhasePoint point = at("erf", 1.5, 0);
        assertThat(point.variance().value()).isCloseTo(0.5, within(1e-12));
        assertThat(point.chi().value()).isCloseTo(1.5 * 4 / Math.PI / Math.sqrt(3), within(1e-12));
        assertThat(point.correlationPoints()).hasSize(3);
        assertThat(point.correlation().value()).isZero();
        assertThat(point.chiAtCorrelation()).isCloseTo(1.5 * 4 / Math.PI / 2, within(1e-12));
    }

    @Test
    void aCorrelationBelowOneIsAFixedPointOfTheMap() {
        PhasePoint point = at("tanh", 2.5, 0.1);
        CorrelationMap map = new CorrelationMap(
                GaussianMeans.of(point.phi()),
                point.variances(),
                point.variance().value());
        double c = point.correlation().value();
        assertThat(c).isBetween(0.6, 0.7);
        assertThat(map.value(c).value()).isCloseTo(c, within(1e-11));
        double h = 1e-5;
        assertThat((map.value(c + h).value() - map.value(c - h).value()) / (2 * h))
                .isCloseTo(point.chiAtCorrelation(), within(1e-7));
        assertThat(point.correlationDepth().getAsDouble())
                .isCloseTo(-1 / Math.log(point.chiAtCorrelation()), within(1e-12));
        assertThat(point.trainableDepth())
                .isEqualTo(6 * point.correlationDepth().getAsDouble());
    }

    @Test
    void outcomesOfTheVariance() {
        assertThat(at("relu", 2, 0).outcome()).isEqualTo(Outcome.STAYS);
        assertThat(at("relu", 2, 0).verdict()).isEqualTo(Verdict.CRITICAL);
        assertThat(at("relu", 2, 0.1).outcome()).isEqualTo(Outcome.DIVERGES);
        assertThat(at("relu", 3, 0).chi().value()).isCloseTo(1.5, within(1e-14));
        assertThat(at("relu", 1, 0.2).variance().value()).isCloseTo(0.4, within(1e-14));
        assertThat(at("tanh", 0.5, 0).outcome()).isEqualTo(Outcome.VANISHES);
        assertThat(at("tanh", 1, 0).verdict()).isEqualTo(Verdict.CRITICAL);
        assertThat(at("tanh", 0, 0.2).variance().value()).isCloseTo(0.2, within(1e-15));
        assertThat(at("gelu", 3, 0).outcome()).isEqualTo(Outcome.DIVERGES);
        assertThat(at("gelu", 3, 0).variancePoints()).hasSize(2);
    }

    /** Schoenholz et al. 2017, section 5: with dropout no correlation reaches 1, so nothing is critical. */
    @ParameterizedTest
    @CsvSource({"tanh, 1.2, 0.05", "tanh, 1.760955, 0.05", "relu, 1, 0.1", "relu, 1.8, 0", "linear, 0.9, 0"})
    void withDropoutNoTwoInputsBecomeAlike(String name, double weight, double bias) {
        PhasePoint point = MeanField.of(Nonlinearities.of(name)).at(new Variances(weight, bias, 0.1, 1));
        assertThat(point.correlation().value()).isGreaterThanOrEqualTo(0).isLessThan(0.9999);
        assertThat(point.chiAtCorrelation()).isLessThan(1);
    }

    @Test
    void unusableArgumentsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variances.of(Double.NaN, 0))
                .withMessageContaining("weight variance");
        assertThatIllegalArgumentException().isThrownBy(() -> Variances.of(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Variances(1, 0, 1, 1));
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Nonlinearities.of("rely"))
                .withMessageStartingWith("activation: found 'rely', expected one of linear, relu");
        assertThatExceptionOfType(SourceException.class).isThrownBy(() -> Nonlinearities.of("leaky_relu(1e9)"));
        assertThat(Nonlinearities.of("Leaky_ReLU(0.2)").value(-1)).isEqualTo(-0.2);
        assertThat(Nonlinearities.of("hard-swish").name()).isEqualTo("hard_swish");
    }
}
