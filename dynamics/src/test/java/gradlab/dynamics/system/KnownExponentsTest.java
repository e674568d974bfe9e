package gradlab.dynamics.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Exponents of built-in systems, where they are known. Tolerances are some standard errors of runs of these lengths. */
class KnownExponentsTest {

    private static double[] exponents(String name, double time) {
        DynamicalSystem system = SystemSource.of(name);
        return Exponents.of(system, time / 20, time, system.dimension());
    }

    @Test
    void lorenzHasHisExponentsAndLosesVolumeExactly() {
        double[] found = exponents("lorenz", 5_000);
        assertThat(found[0]).isCloseTo(0.9056, within(0.01));
        assertThat(found[1]).isCloseTo(0, within(0.002));
        assertThat(found[0] + found[1] + found[2]).isCloseTo(-41 / 3.0, within(1e-6));
    }

    @Test
    void theVolumeOfHenonAndIkedaShrinksExactly() {
        double[] henon = exponents("henon", 100_000);
        assertThat(henon[0]).isCloseTo(0.41922, within(0.005));
        assertThat(henon[0] + henon[1]).isCloseTo(StrictMath.log(0.3), within(1e-11));
        double[] ikeda = exponents("ikeda", 100_000);
        assertThat(ikeda[0]).isCloseTo(0.5076, within(0.01));
        assertThat(ikeda[0] + ikeda[1]).isCloseTo(2 * StrictMath.log(0.9), within(1e-11));
    }

    @Test
    void roesslerHasSprottsExponents() {
        double[] found = exponents("roessler", 10_000);
        assertThat(found[0]).isCloseTo(0.0714, within(0.005));
        assertThat(found[1]).isCloseTo(0, within(0.001));
        assertThat(found[2]).isCloseTo(-5.3943, within(0.02));
    }

    @Test
    void mapsWithConstantSlopesAreExact() {
        double golden = StrictMath.log((3 + Math.sqrt(5)) / 2);
        double[] cat = exponents("cat", 1_000);
        assertThat(cat[0]).isCloseTo(golden, within(1e-3));
        assertThat(cat[0] + cat[1]).isCloseTo(0, within(1e-12));
        assertThat(exponents("tent", 1_000)[0]).isCloseTo(StrictMath.log(1.9), within(1e-12));
        double third = 1 / 3.0;
        double baker = -third * StrictMath.log(third) - 2 * third * StrictMath.log(2 * third);
        assertThat(exponents("baker", 100_000)[0]).isCloseTo(baker, within(0.005));
    }

    @Test
    void mapsOfTheIntervalHaveTheirExponents() {
        double gauss = StrictMath.PI * StrictMath.PI / (6 * StrictMath.log(2));
        assertThat(exponents("gauss", 100_000)[0]).isCloseTo(gauss, within(0.02));
        assertThat(exponents("logistic", 100_000)[0]).isCloseTo(0.49602, within(0.01));
        assertThat(exponents("logistic:r=3.83", 10_000)[0]).isCloseTo(-0.36967, within(1e-3));
    }

    @Test
    void theStandardMapPreservesAreaAndStretchesAsChirikovHasIt() {
        double[] found = exponents("standard", 100_000);
        assertThat(found[0] + found[1]).isCloseTo(0, within(1e-11));
        assertThat(found[0]).isCloseTo(StrictMath.log(3.5), within(0.05));
    }

    /** The mean of log|diag W g sech²| is exact for the sum of all exponents along the orbit; both forms agree in theirs. */
    @Test
    void theTwoFormsOfARandomNetworkHaveTheSameExponents() {
        double[] first = Exponents.of(SystemSource.of("random-tanh:n=20,g=0.5"), 500, 2_000, 20);
        double[] last = Exponents.of(SystemSource.of("random-recurrent:n=20,g=0.5"), 500, 2_000, 20);
        for (int i = 0; i < 20; i++) {
            assertThat(last[i]).isCloseTo(first[i], within(2e-3));
        }
    }

    /**
     * 0.00510 comes from a program in C of 40 lines: Runge and Kutta's method of order 4 on the method of steps, 200 steps a delay,
     * cubic interpolation between, gcc 12, 2e6 units of time. The flow's own direction has exponent 0. Runs of this
     * length scatter by 0.0005.
     */
    @Test
    void mackeyAndGlassAreChaoticAtDelaySeventeen() {
        double[] coarse = Exponents.of(SystemSource.of("mackey-glass"), 1_000, 20_000, 3);
        double[] fine = Exponents.of(SystemSource.of("mackey-glass:points=33"), 1_000, 10_000, 3);
        assertThat(coarse[0]).isCloseTo(0.0051, within(0.0015));
        assertThat(coarse[1]).isCloseTo(0, within(0.0005));
        for (int i = 0; i < 3; i++) {
            assertThat(fine[i]).isCloseTo(coarse[i], within(0.002));
        }
    }
}
