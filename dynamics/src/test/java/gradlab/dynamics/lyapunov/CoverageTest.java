package gradlab.dynamics.lyapunov;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.random.RandomStream;
import gradlab.dynamics.system.DenseNetworkMap;
import gradlab.dynamics.system.DynamicalSystem;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How many intervals of 95 % contain what a much longer run says. */
class CoverageTest {
    private static final LyapunovSpectrum DEFAULTS = LyapunovSpectrum.withDefaults();

    private static DynamicalSystem henon(long repetition) {
        RandomStream random = RandomStream.of(repetition, "henon");
        return Examples.henon(0.2 * random.nextDouble() - 0.1, 0.2 * random.nextDouble() - 0.1);
    }

    /** The part of all intervals that contain the reference. */
    private static double coverage(
            LongFunction<DynamicalSystem> systems,
            int repetitions,
            LyapunovSpectrum spectrum,
            LyapunovResult reference) {
        int hits = 0;
        int k = reference.exponents().size();
        for (int r = 0; r < repetitions; r++) {
            List<Exponent> found = spectrum.withSeed(r).of(systems.apply(r)).exponents();
            for (int j = 0; j < k; j++) {
                double truth = reference.exponents().get(j).value();
                hits += found.get(j).lower() <= truth && truth <= found.get(j).upper() ? 1 : 0;
            }
        }
        return (double) hits / repetitions / k;
    }

    /** Of 60 honest intervals 51 or more contain the truth but once in some thousand times. */
    @Test
    void intervalsAreHonest() {
        LyapunovResult reference = DEFAULTS.withSteps(3_000_000).of(henon(-1));
        assertThat(coverage(CoverageTest::henon, 60, DEFAULTS.withAccuracy(0.008), reference))
                .isBetween(0.85, 1.0);
    }

    /** The experiment of docs/lyapunov.md: {@code -Dgradlab.slow=true}, some minutes. */
    @Test
    @EnabledIfSystemProperty(named = "gradlab.slow", matches = "true")
    void of200RepetitionsTheRightNumberContainTheReference() {
        LyapunovResult henon = DEFAULTS.withSteps(20_000_000).of(henon(-1));
        for (double accuracy : new double[] {0.01, 0.005, 0.002}) {
            double found = coverage(CoverageTest::henon, 200, DEFAULTS.withAccuracy(accuracy), henon);
            System.out.println("henon, accuracy " + accuracy + ": " + found);
            assertThat(found).isBetween(0.92, 0.98);
        }
        int n = 30;
        double[] w = DenseNetworkMap.random("network", n, 1, 3).weights();
        LongFunction<DynamicalSystem> network = r -> DenseNetworkMap.unitsFirst(
                "network", w, 2, RandomStream.of(r, "network").gaussians(n));
        LyapunovResult long1 = DEFAULTS.withSteps(2_000_000).of(network.apply(-1));
        for (int steps : new int[] {2_000, 8_000}) {
            double found = coverage(network, 200, DEFAULTS.withSteps(steps), long1);
            System.out.println("network, steps " + steps + ": " + found);
            assertThat(found).isBetween(0.92, 0.98);
        }
    }
}
