package gradlab.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed about exponents, and what comes back. */
class LyapunovCommandTest {
    @TempDir
    private Path folder;

    private static JsonNode json(CommandRun run) {
        return JsonMapper.shared().readTree(run.out());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aMapGivesTheFieldsOfTheContract() {
        CommandRun run = CommandRun.of("lyapunov", "henon", "--accuracy", "0.01", "--json");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode json = json(run);
        assertThat(json.propertyNames())
                .startsWith(
                        "schema",
                        "system",
                        "exponents",
                        "halfWidths",
                        "confidence",
                        "steps",
                        "perUnit",
                        "kaplanYorke",
                        "entropyRate",
                        "checks",
                        "converged");
        assertThat(json.get("system").stringValue()).isEqualTo("henon");
        assertThat(json.get("exponents").get(0).doubleValue()).isCloseTo(0.41922, within(0.015));
        assertThat(json.get("exponents").get(1).doubleValue()).isCloseTo(-1.62319, within(0.015));
        assertThat(json.get("halfWidths").get(1).doubleValue()).isBetween(1e-4, 0.01);
        assertThat(json.get("confidence").doubleValue()).isEqualTo(0.95);
        assertThat(json.get("perUnit").stringValue()).isEqualTo("step");
        assertThat(json.get("kaplanYorke").doubleValue()).isCloseTo(1.258, within(0.01));
        assertThat(json.get("checks").get(0).get("outcome").stringValue()).isEqualTo("passed");
        assertThat(json.get("converged").booleanValue()).isTrue();
    }

    @Test
    void fewerExponentsAndStepsAreWhatWasAskedFor() {
        JsonNode json = json(CommandRun.of(
                "lyapunov",
                "random-tanh:n=40,g=4",
                "--exponents",
                "3",
                "--steps",
                "500",
                "--transient",
                "50",
                "--json"));
        assertThat(json.get("exponents").size()).isEqualTo(3);
        assertThat(json.get("steps").longValue()).isEqualTo(500);
        assertThat(json.get("transientSteps").longValue()).isEqualTo(50);
        assertThat(json.get("kaplanYorke").isNull()).isTrue();
        assertThat(json.get("kaplanYorkeReason").stringValue()).isNotBlank();
    }

    @Test
    void aFileOfFormulasIsASystem() throws IOException {
        String spiral = file(
                "spiral.yaml",
                "system: flow\nparameters: {a: 1/2}\nstate: {x: 1, y: 0}\nnext:\n  x: -a*x - y\n  y: x - a*y\n");
        CommandRun run = CommandRun.of("lyapunov", spiral, "--json");
        assertThat(run.status()).as(run.err()).isZero();
        JsonNode json = json(run);
        assertThat(json.get("perUnit").stringValue()).isEqualTo("time");
        assertThat(json.get("exponents").get(0).doubleValue()).isCloseTo(-0.5, within(0.003));
        assertThat(json.get("exponents").get(1).doubleValue()).isCloseTo(-0.5, within(0.003));
    }

    @Test
    void covariantDirectionsHaveAngles() throws IOException {
        CommandRun run = CommandRun.of(
                "lyapunov",
                "henon",
                "--steps",
                "2000",
                "--covariant",
                "--json",
                "--out",
                folder.resolve("o").toString());
        assertThat(run.status()).as(run.err()).isZero();
        JsonNode covariant = json(run).get("covariant");
        assertThat(covariant.get("growth").get(0).doubleValue()).isCloseTo(0.41922, within(0.02));
        assertThat(covariant.get("angles").get(0).get("of").get(1).intValue()).isEqualTo(2);
        JsonNode spans = covariant.get("hyperbolicity");
        assertThat(spans.get("least").doubleValue()).isBetween(0.0, 0.01);
        assertThat(spans.get("median").doubleValue()).isBetween(0.9, 1.0);
        int sum = 0;
        for (JsonNode count : spans.get("histogram")) {
            sum += count.intValue();
        }
        assertThat(sum).isEqualTo(covariant.get("states").intValue());
        assertThat(folder.resolve("o/angles.svg")).isNotEmptyFile();
        JsonNode point = json(CommandRun.of("lyapunov", "logistic:r=2.5", "--covariant", "--json"));
        assertThat(point.get("covariant").get("hyperbolicity").isNull()).isTrue();
        assertThat(point.get("covariant").get("hyperbolicityReason").stringValue())
                .contains("grow");
        assertThat(CommandRun.of("lyapunov", "x.npy", "--series", "--covariant").status())
                .isEqualTo(2);
    }

    @Test
    void aNetworkIsAMapByDepth() throws IOException {
        String experiment = file("net.yaml", """
                name: net
                title: a net
                data:
                  set: digits
                  train: 100
                network:
                  - repeat: 3
                    layers:
                      - dense: 64
                        activation: tanh
                  - dense: 10
                initialisation:
                  scheme: he
                loss: softmax_cross_entropy
                optimiser:
                  sgd:
                    rate: 0.1
                batch: 10
                steps: 1
                """);
        CommandRun run = CommandRun.of("lyapunov", experiment, "--json");
        assertThat(run.status()).as(run.err()).isZero();
        JsonNode json = json(run);
        assertThat(json.get("steps").intValue()).isEqualTo(4);
        assertThat(json.get("perUnit").stringValue()).isEqualTo("step");
        assertThat(json.get("exponents").size()).isEqualTo(10);
        assertThat(json.get("halfWidths").get(9).doubleValue()).isBetween(0.0, 1e-9);
        assertThat(json.get("kaplanYorkeReason").stringValue()).contains("ends");
        CommandRun two = CommandRun.of("lyapunov", experiment, "--exponents", "1", "--steps", "5");
        assertThat(two.status()).isEqualTo(2);
        assertThat(two.err()).contains("--steps 5").contains("4 layers");
    }

    @Test
    void minusInfinityIsAString() throws IOException {
        String flat = file("flat.yaml", "system: map\nstate: {x: 1, y: 1}\nnext:\n  x: x/2\n  y: 0*y\n");
        JsonNode json = json(CommandRun.of("lyapunov", flat, "--json"));
        assertThat(json.get("exponents").get(1).stringValue()).isEqualTo("-Infinity");
        assertThat(json.get("halfWidths").get(1).doubleValue()).isZero();
        assertThat(json.get("kaplanYorke").doubleValue()).isZero();
    }

    @Test
    void whatDoesNotConvergeEndsWithThreeAndWhatWasReached() throws IOException {
        String tent = file("tent.yaml", "system: map\nstate: {x: 0.3}\nnext:\n  x: if(x < 1/2, 2*x, 2 - 2*x)\n");
        CommandRun run = CommandRun.of("lyapunov", tent, "--json");
        assertThat(run.status()).as(run.err()).isEqualTo(3);
        JsonNode json = json(run);
        assertThat(json.get("converged").booleanValue()).isFalse();
        assertThat(json.get("advice").stringValue()).contains("binary arithmetic");
        assertThat(json.get("exponents").get(0).doubleValue()).isCloseTo(Math.log(2), within(1e-9));
    }

    @Test
    void unusableInputIsOneLineWithStatusTwo() throws IOException {
        String square = file("square.yaml", "system: map\nstate: {x: 2}\nnext: {x: x*x}\n");
        CommandRun blowUp = CommandRun.of("lyapunov", square);
        assertThat(blowUp.status()).isEqualTo(2);
        assertThat(blowUp.out()).isEmpty();
        assertThat(blowUp.err().lines()).hasSize(1);
        assertThat(blowUp.err()).contains("x").contains("overflow");
        assertThat(CommandRun.of("lyapunov", "hennon").status()).isEqualTo(2);
        assertThat(CommandRun.of("lyapunov", "henon", "--exponents", "3").err())
                .contains("--exponents 3")
                .contains("dimension of the system, 2");
        assertThat(CommandRun.of("lyapunov", "henon", "--steps", "5", "--accuracy", "1")
                        .status())
                .isEqualTo(2);
        assertThat(CommandRun.of("lyapunov", "henon", "--accuracy", "-1").err()).contains("--accuracy");
        assertThat(CommandRun.of("lyapunov", "henon", "--steps", "0").status()).isEqualTo(2);
    }

    @Test
    void figuresAndTheResultGoToTheFolder() {
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.of("lyapunov", "logistic:r=3.9", "--accuracy", "0.01", "--out", out.toString());
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("Kaplan-Yorke").contains("entropy rate");
        for (String name : new String[] {"running.svg", "spectrum.svg", "attractor.svg", "lyapunov.json"}) {
            assertThat(out.resolve(name)).isNotEmptyFile();
        }
    }

    @Test
    void aSeriesHasALargestExponent() throws IOException {
        StringBuilder rows = new StringBuilder("step,x\n");
        double x = 0.3;
        for (int i = 0; i < 3_000; i++) {
            rows.append(i).append(',').append(x).append('\n');
            x = 3.9 * x * (1 - x);
        }
        String csv = file("x.csv", rows.toString());
        CommandRun run = CommandRun.of("lyapunov", csv, "--series", "--column", "2", "--json");
        assertThat(run.status()).as(run.err()).isZero();
        JsonNode json = json(run);
        assertThat(json.get("exponents").size()).isEqualTo(1);
        assertThat(json.get("exponents").get(0).doubleValue()).isCloseTo(0.49602, within(0.05));
        assertThat(json.get("steps").longValue()).isEqualTo(3_000);
        assertThat(json.get("checks").get(0).get("detail").stringValue()).contains("delay 1, dimension 1");
        assertThat(CommandRun.of("lyapunov", csv, "--series", "--column", "3").err())
                .contains("x.csv:2:1: found 2 fields, expected at least 3");
        assertThat(CommandRun.of("lyapunov", file("y.csv", "1\n2\n"), "--series")
                        .status())
                .isEqualTo(2);
        assertThat(CommandRun.of("lyapunov", csv, "--series", "--column", "1").status())
                .isIn(0, 3);
    }
}
