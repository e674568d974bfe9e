package gradlab.dynamics.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.random.RandomStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every system keeps to. */
class SystemLawsTest {

    static Stream<String> systems() {
        return Stream.concat(
                Systems.names().stream(),
                Stream.of(
                        "random-tanh:n=7,g=1.5",
                        "random-recurrent:n=5,g=3",
                        "random-rate:n=9",
                        "coupled-lorenz:n=1",
                        "coupled-logistic:n=2",
                        "mackey-glass:points=9",
                        "lorenz:rho=20,x=3",
                        "standard:k=1"));
    }

    /** Away from the start, on the attractor if there is one. */
    private static double[] settled(DynamicalSystem system) {
        Orbit orbit = system.orbit(system.start());
        for (int i = 0; i < 20; i++) {
            orbit.advance();
        }
        return orbit.state();
    }

    private static double[] image(DynamicalSystem system, double[] x) {
        Orbit orbit = system.orbit(x);
        orbit.advance();
        return orbit.state();
    }

    private static double[] pushed(DynamicalSystem system, double[] x, double[] v, int k) {
        Orbit orbit = system.orbit(x);
        double[] tangents = v.clone();
        orbit.advance(tangents, k);
        return tangents;
    }

    private static double size(double... x) {
        return Math.max(
                1e-300,
                IntStream.range(0, x.length)
                        .mapToDouble(i -> Math.abs(x[i]))
                        .max()
                        .orElse(0));
    }

    /** The error of a central difference with step h is about h² third derivatives and 1e-9/h of a flow's tolerance. */
    @ParameterizedTest
    @MethodSource("systems")
    void tangentsAreTheDerivativeOfTheOrbit(String name) {
        DynamicalSystem system = SystemSource.of(name);
        int n = system.dimension();
        double[] x = settled(system);
        double[] v = RandomStream.of(5, name).gaussians(n);
        double[] jv = pushed(system, x, v, 1);
        double h = (system.clock() == Clock.TIME ? 1e-4 : 1e-6) * size(x) / size(v);
        double[] plus = x.clone();
        double[] minus = x.clone();
        for (int i = 0; i < n; i++) {
            plus[i] += h * v[i];
            minus[i] -= h * v[i];
        }
        double[] up = image(system, plus);
        double[] down = image(system, minus);
        double bound = (system.clock() == Clock.TIME ? 1e-4 : 1e-7) * (size(jv) + size(v));
        for (int i = 0; i < n; i++) {
            assertThat((up[i] - down[i]) / (2 * h)).isCloseTo(jv[i], within(bound));
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void tangentsMoveLinearlyAndColumnByColumn(String name) {
        DynamicalSystem system = SystemSource.of(name);
        int n = system.dimension();
        double[] x = settled(system);
        RandomStream random = RandomStream.of(6, name);
        double[] a = random.gaussians(n);
        double[] b = random.gaussians(n);
        double[] both = new double[3 * n];
        for (int i = 0; i < n; i++) {
            both[3 * i] = a[i];
            both[3 * i + 1] = 1e-12 * b[i];
            both[3 * i + 2] = 3 * a[i] - 1e6 * b[i];
        }
        double[] moved = pushed(system, x, both, 3);
        double[] one = pushed(system, x, a, 1);
        double bound = (system.clock() == Clock.TIME ? 1e-6 : 1e-12) * (1 + size(one) + size(moved) / 1e6);
        for (int i = 0; i < n; i++) {
            assertThat(moved[3 * i]).isCloseTo(one[i], within(bound));
            double combined = 3 * moved[3 * i] - 1e18 * moved[3 * i + 1];
            assertThat(moved[3 * i + 2] / 1e6).isCloseTo(combined / 1e6, within(bound));
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void stridesComposeAndTheStateMovesTheSameWithTangentsAsWithout(String name) {
        DynamicalSystem system = SystemSource.of(name);
        int n = system.dimension();
        double[] x = settled(system);
        Orbit plain = system.orbit(x);
        Orbit tangent = system.orbit(x);
        double[] v = RandomStream.of(7, name).gaussians(n);
        double[] twice = v.clone();
        for (int i = 0; i < 2; i++) {
            plain.advance();
            tangent.advance(twice, 1);
        }
        double[] between = image(system, x);
        double[] second = pushed(system, between, pushed(system, x, v, 1), 1);
        double bound = system.clock() == Clock.TIME ? 1e-6 : 1e-12;
        for (int i = 0; i < n; i++) {
            assertThat(tangent.state()[i]).isCloseTo(plain.state()[i], within(bound * (1 + size(plain.state()))));
            assertThat(twice[i]).isCloseTo(second[i], within(bound * (1 + size(second))));
        }
        assertThat(plain.stride()).isPositive().isEqualTo(tangent.stride());
    }

    @ParameterizedTest
    @MethodSource("systems")
    void theOutlineFits(String name) {
        DynamicalSystem system = SystemSource.of(name);
        assertThat(system.start()).hasSize(system.dimension()).doesNotContain(Double.NaN);
        assertThat(system.coordinates()).hasSize(system.dimension()).doesNotHaveDuplicates();
        assertThat(system.name()).isNotBlank();
        double[] start = system.start();
        system.start()[0] = Double.NaN;
        Orbit orbit = system.orbit(start);
        start[0] = Double.NaN;
        orbit.advance();
        orbit.state()[0] = Double.NaN;
        orbit.advance();
        assertThat(orbit.state()).doesNotContain(Double.NaN);
        if (orbit instanceof ScaledOrbit scaled) {
            assertScaled(system, scaled);
        }
    }

    private static void assertScaled(DynamicalSystem system, ScaledOrbit orbit) {
        int n = system.dimension();
        double[] identity = new double[n * n];
        IntStream.range(0, n).forEach(i -> identity[i * n + i] = 1);
        double[] jacobian = pushed(system, orbit.state(), identity, n);
        double[] before = orbit.state();
        double[] slopes = orbit.advanceScaled();
        assertThat(orbit.state()).isEqualTo(image(system, before));
        for (int i = 0; i < n * n; i++) {
            double slope = slopes[orbit.rowsScaled() ? i / n : i % n];
            assertThat(orbit.weights()[i] * slope).isCloseTo(jacobian[i], within(1e-15));
        }
    }
}
