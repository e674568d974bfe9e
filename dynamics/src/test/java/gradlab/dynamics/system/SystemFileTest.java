package gradlab.dynamics.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a file of formulas says, and what it must not say. */
class SystemFileTest {

    private static final String LORENZ = """
            system: flow            # or map
            parameters: {sigma: 10, rho: 28, beta: 8/3}
            state: {x: 1, y: 1, z: 1}
            next:                   # derivative for a flow, next value for a map
              x: sigma*(y - x)
              y: x*(rho - z) - y
              z: x*y - beta*z
            """;

    private static KnownSystem read(String text) {
        return SystemFileReader.read(new SourceText("f.yaml", text), "f.yaml", Map.of());
    }

    private static void refused(String text, String... parts) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SourceException.class)
                .message()
                .startsWith("f.yaml:")
                .contains(parts)
                .doesNotContain("\n")
                .hasSizeLessThan(400);
    }

    private static double[] image(String text) {
        DynamicalSystem system = read(text).system();
        Orbit orbit = system.orbit(system.start());
        orbit.advance();
        return orbit.state();
    }

    @Test
    void theFileOfTheManualIsLorenz() {
        KnownSystem known = read(LORENZ);
        assertThat(known.system().clock()).isEqualTo(Clock.TIME);
        assertThat(known.system().coordinates()).containsExactly("x", "y", "z");
        assertThat(known.system().start()).containsExactly(1, 1, 1);
        assertThat(known.card().parameters()).containsEntry("beta", "8/3");
        Rule rule = ((FlowSystem) known.system()).rule();
        double[] velocity = new double[3];
        rule.value(new double[] {1, 2, 3}, velocity);
        assertThat(velocity).containsExactly(10, 23, 2 - 8 / 3.0 * 3);
        assertThat(known.card().jacobian())
                .extracting(entry -> entry.of() + entry.by() + " " + entry.text())
                .containsExactly("xx -sigma", "xy sigma", "yx rho - z", "yy -1", "yz -x", "zx y", "zy x", "zz -beta");
    }

    @Test
    void everyMisspeltNameIsOneLineWithThePlaceAndTheNearestName() {
        refused(LORENZ.replace("x*y - beta", "x*y - bета"), "f.yaml:7:");
        refused(LORENZ.replace("x*y - beta", "x*y - betta"), "f.yaml:7:12:", "'betta'", "did you mean 'beta'");
        refused(LORENZ.replace("(y - x)", "(yy - x)"), "f.yaml:5:13:", "'yy'", "did you mean 'y'");
        refused(LORENZ.replace("x*y", "sim(x)*y"), "f.yaml:7:6:", "'sim'", "did you mean 'sin'");
        refused(LORENZ.replace("  z: x", "  zz: x"), "f.yaml:7:3:", "'zz'", "no state variable", "'z'");
        refused(LORENZ.replace("z: 1}", "w: 1}"), "'z'");
        refused(LORENZ.replace("next", "nxt"), "f.yaml:1:1", "'next'");
        refused(LORENZ + "strid: 2\n", "f.yaml:8:1:", "'strid'", "stride");
        refused(LORENZ.replace("flow ", "flux "), "f.yaml:1:9:", "'flux'", "flow or map");
    }

    @Test
    void namesAreUsedOnceAndNotTakenFromTheLanguage() {
        refused(LORENZ.replace("sigma", "pi"), "f.yaml:2:14:", "reserved name 'pi'");
        refused(LORENZ.replace("sigma", "e"), "reserved name 'e'");
        refused(LORENZ.replace("sigma", "exp"), "reserved name 'exp'");
        refused(LORENZ.replace("sigma", "if"), "reserved name 'if'");
        refused(LORENZ.replace("sigma", "x"), "f.yaml:2:14:", "'x' again");
        refused(LORENZ.replace("sigma: 10", "sigma: 10, sigma: 11"), "f.yaml:2:25:", "'sigma' again");
        refused(LORENZ + "  x: 2\n", "f.yaml:8:3:", "'x' again");
        refused(LORENZ.replace("sigma", "s-1"), "'s-1'");
        refused(LORENZ.replace("sigma: 10", "sigma: beta"), "f.yaml:2:21:", "'beta'");
        refused(LORENZ.replace("sigma: 10", "sigma: x"), "'x'");
    }

    @Test
    void startsParametersAndEquationsAreFiniteNumbers() {
        refused(LORENZ.replace("{x: 1", "{x: 1/0"), "f.yaml:3:", "x without a finite value");
        refused(LORENZ.replace("{x: 1", "{x: nan"), "f.yaml:3:12:", "'nan'");
        refused(LORENZ.replace("8/3", "8/0"), "f.yaml:2:", "beta without a finite value");
        refused(LORENZ.replace("8/3", "1e300*1e300"), "beta without a finite value");
        refused(LORENZ.replace("8/3", "1e999"), "f.yaml:2:", "a number above 1.8e308");
        refused(LORENZ.replace("x*y - beta*z", "mod(x, y"), "f.yaml:7:6:", "left open");
        refused(LORENZ.replace("  z: x*y - beta*z\n", ""), "f.yaml:5:3:", "no equation of the state variable 'z'");
        refused(LORENZ.replace("x*y - beta*z", "x < y"), "f.yaml:7:8:", "a number");
        refused(LORENZ.replace("x*y - beta*z", "[x, y]"), "f.yaml:7:6:");
        refused(LORENZ.replace("x*y - beta*z", "x*y - "), "f.yaml:7:", "the end");
        refused(LORENZ.replace("x*y - beta*z", "sin(x, y)"), "2 arguments of sin");
        refused(LORENZ.replace("x*y - beta*z", "norm(x)"), "'norm'");
        refused(LORENZ.replace("x*y - beta*z", "if(x, y, z)"), "no truth value");
        refused(LORENZ.replace("x*y - beta*z", "sum(i, 1, x, i)"), "a bound that depends on the state");
        refused(LORENZ.replace("x*y - beta*z", "sum(i, 1, 1e5, i)"), "100000 terms");
        refused("", "an empty file");
        refused("system: map", "'state'");
        refused("system: map\nstate: {}\nnext: {}\n", "0 names");
        refused("system: map\nstate: {x: 1}\nnext: {x: x}\nstride: 2\n", "a stride of a map");
        refused(LORENZ + "stride: -1\n", "f.yaml:8:9:", "above 0");
        refused(LORENZ + "stride: 5\n", "f.yaml:8:9:", "at most 0.5");
        refused(LORENZ + "stride: x\n", "f.yaml:8:9:", "'x'");
        assertThat(read(LORENZ + "stride: beta/80\n").system()).isInstanceOf(FlowSystem.class);
    }

    @Test
    void sizesAreBounded() {
        String many = IntStream.range(0, 1001).mapToObj(i -> "x" + i + ": 1").collect(Collectors.joining(", "));
        refused("system: map\nstate: {" + many + "}\nnext: {x: 1}\n", "1001 names", "1000");
        refused(LORENZ.replace("x*y", "sum(i, 1, 9999, sum(j, 1, 9999, i*j))"), "operations");
        refused(LORENZ.replace("x*y", "sum(i, 1, 9999, sum(j, 1, 9999, 1))"), "operations");
        refused(LORENZ.replace("x*y", "(".repeat(101) + "x" + ")".repeat(101)), "nested");
        String all = IntStream.range(0, 1000).mapToObj(i -> "x" + i).collect(Collectors.joining(" + "));
        String next = IntStream.range(0, 1000)
                .mapToObj(i -> "  x" + i + ": tanh(" + all + ")\n")
                .collect(Collectors.joining());
        String state =
                IntStream.range(0, 1000).mapToObj(i -> "x" + i + ": 0.001").collect(Collectors.joining(", "));
        assertThat(image("system: map\ndefine: {s: " + all + "}\nstate: {" + state + "}\nnext:\n"
                        + next.replace(all, "s")))
                .hasSize(1000)
                .containsOnly(StrictMath.tanh(
                        IntStream.range(0, 1000).mapToDouble(i -> 0.001).reduce(0, (a, b) -> a + b)));
    }

    @Test
    void theLanguageMeansWhatItSays() {
        assertThat(image(one("2^-x^2", "2"))).containsExactly(0.0625);
        assertThat(image(one("if(x > 1 and not x == 3, 5, 1/0)", "2"))).containsExactly(5);
        assertThat(image(one("if(x <= 0 implies 1/0 > 0, 7, 8)", "2"))).containsExactly(7);
        assertThat(image(one("sum(i, 1, 4, i*x) + prod(k, 1, 3, k)", "2"))).containsExactly(26);
        assertThat(image(one("mod(x, 3) + min(x, 1, 9) + max(x, 7)", "-1"))).containsExactly(2 - 1 + 7);
        assertThat(image(one("log2(8) + floor(x) + ceil(x) + abs(x)", "-1.5"))).containsExactly(3 - 2 - 1 + 1.5);
        assertThat(image(one("if(all(i, 1, 3, x > i), 1, 2)", "2.5"))).containsExactly(2);
        assertThat(image(one("elu(x) + 1", "-1"))[0]).isEqualTo(StrictMath.exp(-1));
        assertThat(image("system: map\ndefine: {q: 2*x, r: q + 1}\nstate: {x: pi - pi + 3}\nnext: {x: q*r}\n"))
                .containsExactly(42);
    }

    private static String one(String formula, String start) {
        return "system: map\nstate: {x: " + start + "}\nnext:\n  x: " + formula + "\n";
    }

    @Test
    void whatIsReplacedOnTheCommandLineIsUsed() {
        assertThat(SystemSource.of("lorenz:x=2*3,y=1/4").start()).containsExactly(6, 0.25, 1);
        assertThat(Systems.of("Hénon").card().name()).isEqualTo("henon");
        assertThat(Systems.of("standard_map", Map.of("k", "1")).card().parameters())
                .containsEntry("k", "1");
        assertThatThrownBy(() -> SystemSource.of("lorenz:rho")).hasMessageContaining("name=value");
        assertThatThrownBy(() -> SystemSource.of("lorenz:rho=2+"))
                .hasMessageContaining("lorenz:rho:1:3: found the end");
        assertThatThrownBy(() -> SystemSource.of("gone/missing.yaml")).hasMessageContaining("no such file");
        assertThatThrownBy(() -> SystemSource.of("random-tanh:n=-1")).hasMessageContaining("a whole number from 1");
        assertThatThrownBy(() -> SystemSource.of("x\0y")).isInstanceOf(SourceException.class);
    }
}
