package gradlab.dynamics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Laws of the maps of variance and correlation. */
class MeanFieldProperties {
    @Provide
    Arbitrary<Nonlinearity> functions() {
        return Arbitraries.of(Nonlinearities.all());
    }

    /** The destination of the variance relies on it. */
    @Property(tries = 300)
    void theMeanSquareGrowsWithTheVariance(
            @ForAll("functions") Nonlinearity phi, @ForAll @DoubleRange(min = -12, max = 12) double exponent) {
        GaussianMeans means = GaussianMeans.of(phi);
        double q = Math.pow(10, exponent);
        double low = means.square(q).value();
        double high = means.square(1.5 * q).value();
        assertThat(high).as("%s at %s", phi, q).isGreaterThanOrEqualTo(low * (1 - 1e-13));
    }

    /** For small signals chi goes to sigma_w² phi'(0)². */
    @Property(tries = 50)
    void smallSignalsSeeTheSlopeAtZero(@ForAll("functions") Nonlinearity phi) {
        assertThat(GaussianMeans.of(phi).slopeSquare(1e-16).value())
                .isCloseTo(phi.nearZero().meanSquare(), within(1e-7));
    }

    /** C is convex on [0, 1], runs from C(0) >= 0 to 1, and stays within -1 and 1. */
    @Property(tries = 25)
    void theCorrelationMapIsConvex(
            @ForAll("functions") Nonlinearity phi,
            @ForAll @DoubleRange(min = 0.1, max = 4) double weight,
            @ForAll @DoubleRange(min = 0.01, max = 1) double bias,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double c) {
        PhasePoint point = MeanField.of(phi).at(Variances.of(weight, bias));
        if (point.outcome() != PhasePoint.Outcome.SETTLES || point.variance().value() > 1e6) {
            return;
        }
        CorrelationMap map = new CorrelationMap(
                GaussianMeans.of(phi), point.variances(), point.variance().value());
        double at = map.value(c).value();
        double zero = map.value(0).value();
        assertThat(map.value(1).value()).isCloseTo(1, within(1e-9));
        assertThat(zero).isBetween(-1e-10, 1.0);
        assertThat(at).isLessThanOrEqualTo((1 - c) * zero + c + 1e-9).isGreaterThanOrEqualTo(zero - 1e-9);
        assertThat(map.value(-c).value()).isBetween(-at - 1e-9, at + 1e-9);
    }

    /** More bias makes tanh networks more ordered, more weight more chaotic. */
    @Property(tries = 100)
    void chiOfTanhRisesWithWeightsAndFallsWithBiases(
            @ForAll @DoubleRange(min = 0.1, max = 20) double weight,
            @ForAll @DoubleRange(min = 0.01, max = 3) double bias) {
        MeanField theory = MeanField.of(Nonlinearities.of("tanh"));
        double chi = theory.chi(Variances.of(weight, bias)).value();
        assertThat(theory.chi(Variances.of(1.05 * weight, bias)).value()).isGreaterThan(chi);
        assertThat(theory.chi(Variances.of(weight, 1.05 * bias)).value()).isLessThan(chi);
    }

    /** Gauss and Poincaré: Var phi(z) <= E phi'(z)², so batch normalisation never shrinks gradients. */
    @Property(tries = 30)
    void batchNormalisationNeverShrinksGradients(@ForAll("functions") Nonlinearity phi) {
        Architecture batch = Architecture.plain().withNormalisation(Architecture.Normalisation.BATCH);
        double growth =
                Propagation.limitingGrowth(phi, Variances.of(1.3, 0.2), batch).getAsDouble();
        assertThat(growth).isGreaterThanOrEqualTo(1 - 1e-12);
    }
}
