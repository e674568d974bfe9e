package gradlab.dynamics.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.SourceText;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong on the way ends in one line that says where, when and why. */
class OrbitFailureTest {

    private static DynamicalSystem system(String text) {
        return SystemFileReader.read(new SourceText("f.yaml", text), "f.yaml", Map.of())
                .system();
    }

    private static void fails(String text, String... parts) {
        DynamicalSystem system = system(text);
        assertThatThrownBy(() -> Exponents.of(
                        system, 0, 1e6 * system.orbit(system.start()).stride(), system.dimension()))
                .isInstanceOf(OrbitException.class)
                .message()
                .startsWith("f.yaml: at ")
                .contains(parts)
                .doesNotContain("\n")
                .hasSizeLessThan(400);
        assertThatThrownBy(() -> run(system.orbit(system.start())))
                .isInstanceOf(OrbitException.class)
                .message()
                .contains(parts);
    }

    /** Far longer than any of these lives. */
    private static void run(Orbit orbit) {
        for (int i = 0; i < 1_000_000; i++) {
            orbit.advance();
        }
    }

    @Test
    void divisionByZeroNamesTheStepTheEquationAndTheDivisor() {
        fails(
                "system: map\nstate: {x: 3, y: 0}\nnext: {x: x - 1, y: 1/(x - 1)}\n",
                "at step 3",
                "the equation of y",
                "division by zero in 1/(x - 1) at x = 1");
    }

    @Test
    void rootsLogarithmsAndPowersWithoutValueAreNamed() {
        fails("system: map\nstate: {x: 1}\nnext: {x: sqrt(x) - 2}\n", "the root of a negative number in sqrt(x)");
        fails("system: map\nstate: {x: 1}\nnext: {x: log(x)}\n", "the logarithm of a number not above 0");
        fails("system: map\nstate: {x: 1}\nnext: {x: 2*x^0.5 - 4}\n", "a broken power of a negative number");
    }

    @Test
    void aMapThatBlowsUpOverflows() {
        fails("system: map\nstate: {x: 2}\nnext: {x: x^2}\n", "at step 10", "overflow");
        assertThatThrownBy(() -> run(SystemSource.of("logistic:r=5").orbit(new double[] {0.4})))
                .isInstanceOf(OrbitException.class)
                .hasMessageContaining("overflow");
    }

    @Test
    void aFlowThatBlowsUpSaysWhen() {
        DynamicalSystem system = system("system: flow\nstate: {x: 1}\nnext: {x: x^2}\n");
        assertThatThrownBy(() -> run(system.orbit(system.start())))
                .isInstanceOf(OrbitException.class)
                .message()
                .matches("f.yaml: at time (1\\.0|0\\.9999\\d*), .*")
                .containsAnyOf("blows up", "overflow");
        assertThatThrownBy(() -> Exponents.of(system, 0, 100, 1)).isInstanceOf(OrbitException.class);
    }

    @Test
    void aFlowThatRunsIntoASingularPointSaysWhere() {
        fails("system: flow\nstate: {x: 1}\nnext: {x: -1/x}\n", "at time 0.5", "the equation of x", "division by zero");
        fails(
                "system: flow\nstate: {x: 1, t: 0}\nnext: {x: 1/(t - 2), t: 1}\n",
                "at time 2.0",
                "the equation of x",
                "division by zero");
        // A trial step beyond the edge of sqrt is no failure: the orbit itself stays inside.
        DynamicalSystem edge = system("system: flow\nstate: {x: 1}\nnext: {x: -sqrt(x) + 1e-3}\n");
        assertThat(Exponents.of(edge, 10, 20, 1)[0]).isBetween(-510.0, -490.0);
    }

    @Test
    @Timeout(20)
    void stiffFlowsAreToldInTheirFirstEvaluations() {
        fails(
                "system: flow\nparameters: {mu: 1e4}\nstate: {x: 2, y: 0}\nnext: {x: y, y: mu*(1 - x^2)*y - x}\n",
                "stiff");
        fails("""
                system: flow
                state: {a: 1, b: 0, c: 0}
                next:
                  a: -0.04*a + 1e4*b*c
                  b: 0.04*a - 1e4*b*c - 3e7*b^2
                  c: 3e7*b^2
                """, "stiff", "evaluations", "steps of");
        fails("system: flow\nstate: {x: 1, y: 0}\nnext: {x: -1e6*(x - cos(y)), y: 1}\n", "stiff");
    }

    @Test
    @Timeout(60)
    void flowsThatAreNotStiffAreLeftAlone() {
        for (String name : new String[] {"lorenz", "roessler", "van-der-pol:mu=5"}) {
            DynamicalSystem system = SystemSource.of(name);
            Orbit orbit = system.orbit(system.start());
            double[] v = new double[system.dimension()];
            v[0] = 1;
            for (double t = 0; t < 1_000; t += orbit.stride()) {
                orbit.advance(v, 1);
                v[0] = 1;
            }
            assertThat(orbit.state()).doesNotContain(Double.NaN);
        }
        DynamicalSystem rest = system("system: flow\nstate: {x: 1, y: 0}\nnext: {x: y, y: -x - 0.3*y}\n");
        double[] exponents = Exponents.of(rest, 10, 50_000, 2);
        assertThat(exponents[0] + exponents[1]).isBetween(-0.3 - 1e-6, -0.3 + 1e-6);
    }

    /** At rest the state does not hold the step back: the tangents have to, whatever their length. */
    @Test
    void tangentsOfAnyLengthControlTheStep() {
        Orbit orbit = system("system: flow\nstate: {x: 0, y: 0}\nnext: {x: y, y: -x}\nstride: 20\n")
                .orbit(new double[2]);
        double[] v = {1e-200, 0};
        orbit.advance(v, 1);
        assertThat(v[0] / 1e-200).isBetween(StrictMath.cos(20) - 1e-7, StrictMath.cos(20) + 1e-7);
    }

    @Test
    void linearFlowsAreSolvedToTheTolerance() {
        DynamicalSystem system = system("system: flow\nstate: {x: 1, y: 0}\nnext: {x: y, y: -x}\nstride: 2\n");
        Orbit orbit = system.orbit(system.start());
        double[] v = {1e-200, 0, 0, 1e200};
        orbit.advance(v, 2);
        assertThat(orbit.state()[0]).isBetween(StrictMath.cos(2) - 1e-8, StrictMath.cos(2) + 1e-8);
        assertThat(v[0] / 1e-200).isBetween(StrictMath.cos(2) - 1e-8, StrictMath.cos(2) + 1e-8);
        assertThat(v[1] / 1e200).isBetween(StrictMath.sin(2) - 1e-8, StrictMath.sin(2) + 1e-8);
        assertThat(v[2] / 1e-200).isBetween(-StrictMath.sin(2) - 1e-8, -StrictMath.sin(2) + 1e-8);
    }
}
