package gradlab.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed about random networks, and what comes back. */
class PhaseCommandTest {
    private static final String SMALL = " --width 24 --depth 6 --networks 4";

    @TempDir
    private Path folder;

    private static CommandRun run(String line) {
        return CommandRun.of(("phase " + line).split(" +"));
    }

    private static JsonNode json(String line) {
        CommandRun run = run(line + " --json");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void withoutVariancesComesTheBoundary() {
        JsonNode json = json("--activation tanh");
        assertThat(json.get("schema").intValue()).isEqualTo(1);
        JsonNode first = json.get("boundary").get(0);
        assertThat(first.get("biasVariance").doubleValue()).isZero();
        assertThat(first.get("weightVariance").doubleValue()).isCloseTo(1, within(1e-12));
        assertThat(json.get("diagram").get("chi").size())
                .isEqualTo(json.get("diagram").get("biasVariances").size());
        assertThat(json.get("verdict")).isNull();
    }

    /** ReLU with the share r kept: V(q) = w q/(2 r) + b, and C(1) = (w q/2 + b)/q < 1. */
    @Test
    void dropoutKeepsInputsApart() {
        JsonNode json = json("--activation relu --weight-variance 1.5 --bias-variance 0.1 --dropout 0.1" + SMALL);
        assertThat(json.get("dropout").doubleValue()).isEqualTo(0.1);
        assertThat(json.get("qStar").doubleValue()).isCloseTo(0.1 / (1 - 0.75 / 0.9), within(1e-12));
        assertThat(json.get("chi").doubleValue()).isCloseTo(0.75 / 0.9, within(1e-12));
        assertThat(json.get("cStar").doubleValue()).isLessThan(0.75 + 0.1 / 0.6);
        assertThat(json.get("criticalWeightVariance").doubleValue()).isCloseTo(1.8, within(1e-12));
        assertThat(json.get("finiteWidthReason").stringValue()).contains("dropout");
        assertThat(json.get("singularValuesReason").stringValue()).contains("dropout");
        assertThat(run("--dropout 1").err()).contains("dropout must be at least 0 and below 1");
        assertThat(json("--dropout 0.25" + SMALL).get("weightVariance").doubleValue())
                .isCloseTo(0.75, within(1e-12));
    }

    @Test
    void aPointHasFixedPointsDepthScalesAndAVerdict() {
        JsonNode json = json("--weight-variance 2.5 --bias-variance 0.1" + SMALL);
        assertThat(json.get("verdict").stringValue()).isEqualTo("chaotic");
        assertThat(json.get("qStar").doubleValue()).isCloseTo(1.149093, within(1e-5));
        assertThat(json.get("chi").doubleValue()).isCloseTo(1.0998011, within(1e-6));
        double xi = json.get("xiC").doubleValue();
        assertThat(xi).isCloseTo(-1 / Math.log(json.get("chiAtCStar").doubleValue()), within(1e-9));
        assertThat(json.get("trainableDepth").doubleValue()).isCloseTo(6 * xi, within(1e-9));
        assertThat(json.get("criticalWeightVariance").doubleValue()).isCloseTo(1.986073, within(1e-5));
        JsonNode layers = json.get("layers");
        assertThat(layers.get("variance").size()).isEqualTo(7);
        assertThat(layers.get("monteCarlo").get("gradient").get("mean").size()).isEqualTo(7);
        assertThat(json.get("singularValues").get("outcome").stringValue()).isEqualTo("converged");
    }

    @Test
    void withoutAWeightVarianceTheCriticalOneIsTaken() {
        JsonNode json = json("--activation relu --bias-variance 0" + SMALL);
        assertThat(json.get("weightVariance").doubleValue()).isEqualTo(2);
        assertThat(json.get("verdict").stringValue()).isEqualTo("critical");
        assertThat(json.get("xiC").isNull()).isTrue();
        assertThat(json.get("xiCReason").stringValue()).contains("infinite");
        assertThat(json.get("finiteWidth").get("meanLogPerLayer").doubleValue()).isBetween(-0.13, -0.1);
    }

    @Test
    void normalisedAndResidualNetworksHaveLawsOfTheirOwn() {
        JsonNode batch = json("--activation relu --normalisation batch" + SMALL);
        assertThat(batch.get("layers").get("limitingGrowth").doubleValue())
                .isCloseTo(Math.PI / (Math.PI - 1), within(1e-12));
        assertThat(batch.get("singularValues").isNull()).isTrue();
        assertThat(batch.get("verdict").stringValue()).isEqualTo("chaotic");
        JsonNode residual = json("--activation relu --normalisation layer --residual 1" + SMALL);
        assertThat(residual.get("layers").get("power").doubleValue()).isCloseTo(1, within(1e-12));
        assertThat(run("--activation relu --residual 0.5" + SMALL).out()).contains("skip with factor 0.5");
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        String line = "--weight-variance 1.5 --weights orthogonal --json --seed 3" + SMALL;
        assertThat(run(line).out())
                .isEqualTo(run(line).out())
                .isNotEqualTo(run(line + "4").out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--activation rely",
                "--weight-variance nan",
                "--weight-variance -1",
                "--bias-variance -0.1",
                "--weight-variance 1 --depth 0",
                "--weight-variance 1 --width 1",
                "--weight-variance 1 --width 100000",
                "--weight-variance 1 --networks 1",
                "--weight-variance 1 --correlation 2",
                "--residual Infinity",
                "--normalisation group",
                "--weights sparse",
                "1.5",
            })
    void unusableArgumentsAreRefused(String line) {
        CommandRun run = run(line);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst().orElse("")).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void figuresAndTheResultGoToTheFolder() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run = run("--weight-variance 2 --bias-variance 0.1 --json --out " + out + SMALL);
        assertThat(run.status()).isZero();
        assertThat(Files.readString(out.resolve("phase.json"))).isEqualTo(run.out());
        for (String name : new String[] {"phase-diagram", "variance", "correlation", "gradient", "singular-values"}) {
            assertThat(Files.readString(out.resolve(name + ".svg"))).contains("viewBox", "<title");
        }
    }

    @Test
    void theTableNamesTheVerdict() {
        assertThat(run("--weight-variance 0.5" + SMALL).out())
                .contains("verdict           ordered")
                .contains("critical          sigma_w^2 = 1.0000000");
        assertThat(run("--activation gelu").out()).contains("jump").contains("continuous");
    }
}
