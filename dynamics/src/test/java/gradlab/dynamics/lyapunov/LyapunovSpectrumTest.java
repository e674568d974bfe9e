package gradlab.dynamics.lyapunov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.random.RandomStream;
import gradlab.dynamics.lyapunov.SelfCheck.Outcome;
import gradlab.dynamics.system.DenseNetworkMap;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.OrbitException;
import gradlab.dynamics.system.SystemSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LyapunovSpectrumTest {
    private static final LyapunovSpectrum DEFAULTS = LyapunovSpectrum.withDefaults();

    private static Outcome outcome(LyapunovResult result, String check) {
        return result.checks().stream()
                .filter(c -> c.name().equals(check))
                .map(SelfCheck::outcome)
                .findFirst()
                .orElseThrow();
    }

    private static double[] values(LyapunovResult result) {
        return result.exponents().stream().mapToDouble(Exponent::value).toArray();
    }

    /** Values that the table of reference values and exact results give; intervals must reach them. */
    @ParameterizedTest
    @CsvSource({
        "henon, 0.41922, -1.62319, 0.005",
        "cat, 0.9624236501192069, -0.9624236501192069, 0.002",
        "logistic:r=3.9, 0.49602, NaN, 0.005",
        "logistic:r=3.83, -0.36967, NaN, 0.005",
        "logistic:r=4, 0.69314718055994531, NaN, 0.005"
    })
    void mapsHaveTheirKnownExponents(String name, double first, double second, double accuracy) {
        LyapunovResult result = DEFAULTS.withAccuracy(accuracy).of(SystemSource.of(name));
        assertThat(result.converged()).as(result.advice()).isTrue();
        double[] expected = Double.isNaN(second) ? new double[] {first} : new double[] {first, second};
        for (int j = 0; j < expected.length; j++) {
            Exponent exponent = result.exponents().get(j);
            assertThat(exponent.value()).isCloseTo(expected[j], within(1.5 * exponent.halfWidth() + 1e-5));
            assertThat(exponent.halfWidth()).isLessThanOrEqualTo(accuracy);
        }
    }

    /** Table of reference values; the sum of Lorenz's exponents is -41/3 exactly. */
    @ParameterizedTest
    @CsvSource({"lorenz, 0.9056, -14.5723, -13.6666667", "roessler, 0.0714, -5.3943, NaN"})
    void flowsHaveTheirKnownExponents(String name, double first, double third, double sum) {
        LyapunovResult result = DEFAULTS.withAccuracy(0.01).of(SystemSource.of(name));
        assertThat(result.converged()).as(result.advice()).isTrue();
        double[] values = values(result);
        assertThat(values[0]).isCloseTo(first, within(0.015));
        assertThat(values[1]).isCloseTo(0, within(0.002));
        assertThat(values[2]).isCloseTo(third, within(0.015));
        if (!Double.isNaN(sum)) {
            assertThat(values[0] + values[1] + values[2]).isCloseTo(sum, within(1e-6));
            assertThat(result.kaplanYorke().orElseThrow()).isCloseTo(2.0621, within(2e-3));
        }
        assertThat(outcome(result, "zero-exponent")).isEqualTo(Outcome.PASSED);
        assertThat(outcome(result, "sum-of-exponents")).isEqualTo(Outcome.PASSED);
        assertThat(result.running()).hasSize(64);
    }

    @Test
    void constantChainsAreExactAndSayHowExact() {
        double[] diagonal = {0.5, 0, 0, 0, 3, 0, 0, 0, 1};
        LyapunovResult result = DEFAULTS.of(Examples.chain("diagonal", 3, t -> diagonal));
        double[] expected = {Math.log(3), 0, -Math.log(2)};
        for (int j = 0; j < 3; j++) {
            Exponent exponent = result.exponents().get(j);
            assertThat(Math.abs(exponent.value() - expected[j])).isLessThanOrEqualTo(exponent.halfWidth());
            assertThat(exponent.halfWidth()).isLessThan(1e-13);
        }
        double c = Math.cos(0.3);
        double s = Math.sin(0.3);
        LyapunovResult turns = DEFAULTS.of(Examples.chain("turns", 2, t -> new double[] {c, -s, s, c}));
        assertThat(values(turns)).containsExactly(new double[2], within(1e-13));
    }

    /** Newman: lambda_i = (ln(2/n) + psi((n - i + 1)/2))/2 for products of Gaussian matrices of variance 1/n. */
    @Test
    void gaussianProductsHaveNewmansExponents() {
        int n = 5;
        RandomStream random = RandomStream.of(7, "chain");
        LyapunovResult result = DEFAULTS.withSteps(40_000).of(Examples.chain("gaussian", n, t -> {
            double[] j = random.gaussians(n * n);
            for (int i = 0; i < j.length; i++) {
                j[i] /= Math.sqrt(n);
            }
            return j;
        }));
        for (int i = 1; i <= n; i++) {
            double expected = (Math.log(2.0 / n) + Gamma.digamma((n - i + 1) / 2.0)) / 2;
            Exponent exponent = result.exponents().get(i - 1);
            assertThat(exponent.value()).isCloseTo(expected, within(1.5 * exponent.halfWidth()));
            assertThat(exponent.halfWidth()).isBetween(0.001, 0.03);
        }
    }

    /** A slope of 2 shifts one binary digit out a step: after 60 all are gone and 0 is left, where the slope is 2 as well. */
    @Test
    void anOrbitThatBinaryArithmeticKilledIsNotTrusted() {
        LyapunovResult tent = DEFAULTS.of(Examples.tent(0.3));
        assertThat(outcome(tent, "orbit")).isEqualTo(Outcome.FAILED);
        assertThat(tent.converged()).isFalse();
        assertThat(tent.advice()).contains("artefact of binary arithmetic");
        LyapunovResult logistic = DEFAULTS.of(Examples.logistic(4, 0.5));
        assertThat(values(logistic)[0]).isCloseTo(Math.log(4), within(1e-9));
        assertThat(logistic.converged()).isFalse();
        LyapunovResult going = DEFAULTS.of(Examples.logistic(4, 0.3));
        assertThat(outcome(going, "orbit")).isEqualTo(Outcome.NOTED);
    }

    @Test
    void anAttractingCycleIsNoted() {
        LyapunovResult result = DEFAULTS.withAccuracy(0.01).of(Examples.logistic(3.83, 0.3));
        assertThat(outcome(result, "orbit")).isEqualTo(Outcome.NOTED);
        assertThat(result.checks().get(0).detail()).contains("every 3 steps");
        assertThat(result.converged()).isTrue();
        assertThat(result.kaplanYorke().orElseThrow()).isZero();
    }

    @Test
    void aSingularDerivativeIsMinusInfinity() {
        DynamicalSystem singular =
                Examples.chain("singular", 3, t -> new double[] {2, 1, 0, 0, 0, 0, 0, 1, 0.5 + 0.1 * (t % 2)});
        LyapunovResult result = DEFAULTS.withSteps(4000).of(singular);
        assertThat(values(result)[0]).isCloseTo(Math.log(2), within(1e-3));
        assertThat(values(result)[1]).isCloseTo(Math.log(0.5 * 0.6) / 2, within(1e-3));
        assertThat(values(result)[2]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(result.kaplanYorke().orElseThrow()).isBetween(1.0, 2.2);
        LyapunovResult nothing = DEFAULTS.of(Examples.map("zero", new double[] {1}, (x, next, j) -> {
            next[0] = 0;
            j[0] = 0;
        }));
        assertThat(values(nothing)).containsExactly(Double.NEGATIVE_INFINITY);
        assertThat(nothing.kaplanYorke().orElseThrow()).isZero();
    }

    /** Mean field: 0.15472 for n to infinity at g = 2, and 0.1536 for n = 1000 (table of reference values). */
    @Test
    void aLargeRandomNetworkAgreesWithMeanField() {
        LyapunovResult result = DEFAULTS.withExponents(1)
                .withTransient(200)
                .withSteps(2_000)
                .of(DenseNetworkMap.random("network", 1_000, 2, 1));
        assertThat(values(result)[0]).isCloseTo(0.1536, within(0.01));
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        DynamicalSystem henon = Examples.henon(0.1, 0.1);
        LyapunovSpectrum short5 = DEFAULTS.withSteps(5_000).withSeed(5);
        assertThat(short5.of(henon)).isEqualTo(short5.of(henon));
        assertThat(values(short5.of(henon)))
                .isNotEqualTo(values(short5.withSeed(6).of(henon)));
        assertThat(short5.withExponents(1).of(henon).entropyRate()).isEmpty();
        assertThat(short5.withExponents(1).of(henon).kaplanYorke()).isEmpty();
    }

    @Test
    void whatIsAskedForIsChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withAccuracy(Double.NaN))
                .withMessage("accuracy must be positive, was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withExponents(3).of(Examples.cat()))
                .withMessage("exponents must be at most the dimension 2, was 3");
        assertThatExceptionOfType(OrbitException.class)
                .isThrownBy(() -> DEFAULTS.of(Examples.map("square", new double[] {2}, (x, next, j) -> {
                    next[0] = x[0] * x[0];
                    j[0] = 2 * x[0];
                })));
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> DEFAULTS.of(Examples.cat()));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void progressIsTold() {
        List<Long> steps = new ArrayList<>();
        DEFAULTS.withProgress((done, most, half) -> steps.add(done)).of(Examples.henon(0.1, 0.1));
        assertThat(steps).isNotEmpty().isSorted();
        assertThat(IntStream.range(1, steps.size()).allMatch(i -> steps.get(i) > steps.get(i - 1)))
                .isTrue();
    }
}
