package gradlab.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed about a solver, and what comes back. */
class EulerCommandTest {
    @TempDir
    private Path folder;

    private static CommandRun run(String... arguments) {
        return CommandRun.of(arguments);
    }

    private static JsonNode json(CommandRun run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return JsonMapper.shared().readTree(run.out());
    }

    /** A Matrix Market file, entries column by column. */
    private String matrix(int rows, int columns, String... entries) throws IOException {
        String text = "%%MatrixMarket matrix array real general\n" + rows + " " + columns + "\n"
                + String.join("\n", entries) + "\n";
        return Files.writeString(folder.resolve("a.mtx"), text).toString();
    }

    @Test
    void aGeneratorIsHeldAgainstTheRegions() throws IOException {
        JsonNode json = json(run("euler", matrix(2, 2, "-1", "0", "0", "-3.2"), "--json"));
        assertThat(json.get("schema").intValue()).isEqualTo(1);
        assertThat(json.get("largestStep").doubleValue()).isCloseTo(0.625, within(1e-14));
        JsonNode layer = json.get("layers").get(0);
        assertThat(layer.get("h").doubleValue()).isEqualTo(1);
        assertThat(layer.get("verdict").stringValue()).isEqualTo("step_too_large");
        assertThat(layer.get("advice").stringValue()).startsWith("scale the branch by 0.625 ");
        assertThat(layer.get("mu2").doubleValue()).isCloseTo(-1, within(1e-14));
        assertThat(layer.get("stepNorm").doubleValue()).isCloseTo(2.2, within(1e-13));
        JsonNode euler = layer.get("methods").get("forwardEuler");
        assertThat(euler.get("inside").booleanValue()).isFalse();
        assertThat(euler.get("outside").intValue()).isEqualTo(1);
        assertThat(euler.get("share").doubleValue()).isEqualTo(0.5);
        assertThat(euler.get("worst").get(0).doubleValue()).isCloseTo(-3.2, within(1e-14));
        assertThat(layer.get("methods").get("rk4").get("largestStep").doubleValue())
                .isCloseTo(2.785293563405282 / 3.2, within(1e-13));
        assertThat(json.get("order").get("methods").get("rk2").get("order").doubleValue())
                .isCloseTo(2, within(0.1));
        assertThat(json.get("blowUp").get("unstable").size()).isGreaterThan(50);
        assertThat(json.get("designs").size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aLayerMatrixAndItsStep() throws IOException {
        JsonNode layer = json(run("euler", matrix(1, 1, "-1.5"), "--layer", "--step", "0.5", "--json"))
                .get("layers")
                .get(0);
        assertThat(layer.get("eigenvalues").get(0).get(0).doubleValue()).isEqualTo(-5);
        assertThat(layer.get("scale").doubleValue()).isCloseTo(0.8, within(1e-14));
    }

    @Test
    void zeroHasNoLargestStepAndSaysWhy() throws IOException {
        JsonNode json = json(run("euler", matrix(1, 1, "0"), "--json"));
        assertThat(json.get("largestStep").isNull()).isTrue();
        assertThat(json.get("largestStepReason").stringValue()).isEqualTo("infinite");
        assertThat(json.get("blowUp").isNull()).isTrue();
    }

    @Test
    void theTableNamesTheEigenvalue() throws IOException {
        CommandRun run = run("euler", matrix(2, 2, "0", "2", "-2", "0"));
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("no step of Forward Euler is stable: the eigenvalue 0 + 2i has the real part 0")
                .contains("RK4 is stable up to h = 1.414")
                .contains("worst eigenvalue");
    }

    @Test
    void anExperimentIsReadAndHandedOn() throws IOException {
        String text = """
                name: small
                title: Two blocks
                data:
                  set: digits
                  train: 100
                  scaling: unit
                network:
                  - dense: 8
                  - repeat: 2
                    layers:
                      - residual:
                          - dense: 8
                            activation: tanh
                        step: 0.5
                  - dense: 10
                initialisation:
                  scheme: xavier
                loss: softmax_cross_entropy
                optimiser:
                  sgd:
                    rate: 0.1
                batch: 20
                steps: 7
                record:
                  every: 2
                """;
        Path file = Files.writeString(folder.resolve("small.yaml"), text);
        JsonNode json = json(run("euler", file.toString(), "--seed", "3", "--json"));
        assertThat(json.get("format").stringValue()).isEqualTo("experiment");
        assertThat(json.get("layers").size()).isEqualTo(2);
        assertThat(json.get("layers").get(1).get("continues").booleanValue()).isTrue();
        assertThat(json.get("layers").get(1).get("h").doubleValue()).isEqualTo(0.5);
        assertThat(json.get("growth").get(0).get("logProduct").size()).isEqualTo(3);
        assertThat(json.get("order").get("time").doubleValue()).isEqualTo(1);
        JsonNode methods = json.get("order").get("methods");
        assertThat(methods.get("forwardEuler").get("order").doubleValue()).isCloseTo(1, within(0.1));
        assertThat(methods.get("rk4").get("order").doubleValue()).isCloseTo(4, within(0.1));
        assertThat(run("euler", file.toString(), "--seed", "3", "--json").out())
                .isEqualTo(
                        run("euler", file.toString(), "--seed", "3", "--json").out());
    }

    @Test
    void aFlowIsFollowedAlongItsOrbit() throws IOException {
        String text = """
                system: flow
                parameters: {k: 50}
                state: {x: 1, y: 2}
                next:
                  x: -x
                  y: -k*y
                """;
        Path file = Files.writeString(folder.resolve("stiff.yaml"), text);
        JsonNode json = json(run("euler", file.toString(), "--step", "0.1", "--json"));
        assertThat(json.get("format").stringValue()).isEqualTo("flow");
        assertThat(json.get("largestStep").doubleValue()).isCloseTo(0.04, within(1e-12));
        assertThat(json.get("largestScale").doubleValue()).isCloseTo(0.4, within(1e-12));
        Files.writeString(file, text.replace("y: -k*y", "y: -q*y"));
        CommandRun misspelt = run("euler", file.toString());
        assertThat(misspelt.status()).isEqualTo(2);
        assertThat(misspelt.err().strip().lines()).hasSize(1);
        Files.writeString(file, text.replace("y: -k*y", "y: y^3"));
        CommandRun blowUp = run("euler", file.toString(), "--step", "1");
        assertThat(blowUp.status()).isEqualTo(2);
        assertThat(blowUp.err().strip().lines()).hasSize(1);
    }

    @Test
    void figuresAndTheResultGoToTheFolder() throws IOException {
        Path out = folder.resolve("out");
        assertThat(run("euler", matrix(2, 2, "-1", "0", "1", "-3"), "--out", out.toString())
                        .status())
                .isZero();
        for (String name :
                new String[] {"euler.json", "stability-regions.svg", "growth.svg", "order.svg", "blow-up.svg"}) {
            assertThat(out.resolve(name)).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--step, 0",
        "--step, NaN",
        "--step, -1",
        "--steps, 1",
        "--time, 0",
        "--depth, 0",
        "--set, x=1",
        "--from, a",
        "--tensor, a"
    })
    void unusableOptionsAreOneLine(String option, String value) throws IOException {
        CommandRun run = run("euler", matrix(1, 1, "-1"), option, value);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst().orElseThrow())
                .contains("found")
                .contains("expected");
    }

    @Test
    void unusableFilesAreOneLine() throws IOException {
        assertOneLine(run("euler", matrix(2, 1, "1", "2")), "square");
        assertOneLine(run("euler", matrix(1, 1, "1e200")), "entry");
        assertOneLine(run("euler", matrix(1, 1, "nan")), "NaN");
        assertOneLine(run("euler", folder.resolve("none").toString()), "no such file");
        assertOneLine(run("euler", "henon"), "flow");
        String nowhere = "system: flow\nstate: {x: 1}\nnext:\n  x: 1/(x - x)\n";
        Path pole = Files.writeString(folder.resolve("pole.yaml"), nowhere);
        assertOneLine(run("euler", pole.toString()), "pole.yaml: found at time 0.0, the equation of x has no value");
        Path text = Files.writeString(folder.resolve("t.yaml"), "system: [");
        assertOneLine(run("euler", text.toString()), "t.yaml");
        Path junk = Files.write(folder.resolve("junk"), new byte[] {1, 2, 3, 4});
        assertOneLine(run("euler", junk.toString()), "junk");
    }

    private static void assertOneLine(CommandRun run, String words) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.err()).contains(words);
    }

    /** Each of its six blocks is two residual layers with a normalisation between. */
    @Test
    void aSentenceEncoderIsAResidualStack() {
        String own = System.getenv("GRADLAB_MODELS");
        Path model = (own != null
                        ? Path.of(own)
                        : Path.of(
                                Objects.requireNonNullElse(
                                        System.getenv("XDG_CACHE_HOME"),
                                        Path.of(System.getProperty("user.home", "."), ".cache")
                                                .toString()),
                                "gradlab",
                                "models"))
                .resolve("minilm-l6.onnx");
        if (!Files.exists(model)) {
            abort(model + " is not there: .ci/fetch-models fetches it");
        }
        JsonNode layers =
                json(run("euler", model.toString(), "--steps", "4", "--json")).get("layers");
        assertThat(layers.size()).isEqualTo(12);
        for (JsonNode layer : layers) {
            assertThat(layer.get("dimension").intValue()).isEqualTo(384);
            assertThat(layer.get("complete").booleanValue()).isTrue();
            assertThat(layer.get("stepNorm").doubleValue())
                    .isLessThanOrEqualTo(layer.get("stepNormBound").doubleValue());
        }
        assertThat(layers.get(0).get("kind").stringValue()).contains("Attention");
        assertThat(layers.get(1).get("kind").stringValue()).contains("Gelu");
    }

    @Test
    void whatManyRowsShareIsSaidOnce() {
        String out = run("euler", "lorenz", "--json").out();
        assertThat(out.split("no step of Forward Euler is stable", -1).length).isGreaterThan(20);
        CommandRun table = run("euler", "lorenz");
        assertThat(table.out())
                .contains("20 of 20          no step of Forward Euler is stable, however small")
                .contains("no stable step");
        assertThat(table.out().split("no step of Forward Euler is stable", -1)).hasSizeLessThan(4);
    }
}
