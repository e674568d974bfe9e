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

/** What is typed about a matrix, and what comes back. */
class SpectrumCommandTest {
    @TempDir
    private Path folder;

    private static CommandRun run(String... arguments) {
        return CommandRun.of(arguments);
    }

    private static JsonNode json(CommandRun run) {
        return JsonMapper.shared().readTree(run.out());
    }

    /** A Matrix Market file, entries column by column. */
    private String matrix(int rows, int columns, String... entries) throws IOException {
        String text = "%%MatrixMarket matrix array real general\n" + rows + " " + columns + "\n"
                + String.join("\n", entries) + "\n";
        return Files.writeString(folder.resolve("a.mtx"), text).toString();
    }

    @Test
    void aMatrixGivesItsSingularValuesInDescendingOrder() throws IOException {
        CommandRun run = run("spectrum", matrix(2, 3, "3", "0", "0", "4", "0", "0"), "--json");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode json = json(run);
        assertThat(json.get("shape").toString()).isEqualTo("[2,3]");
        assertThat(json.get("singularValues").get(0).doubleValue()).isCloseTo(4, within(1e-14));
        assertThat(json.get("singularValues").get(1).doubleValue()).isCloseTo(3, within(1e-14));
        assertThat(json.get("condition").doubleValue()).isCloseTo(4.0 / 3, within(1e-14));
        assertThat(json.get("complete").booleanValue()).isTrue();
        assertThat(json.get("certified").isNull()).isTrue();
        assertThat(json.get("layers").isNull()).isTrue();
    }

    @Test
    void provedBoundsHoldTheExactNorm() throws IOException {
        // [[1, 2], [3, 4]] has the squared singular values 15 ± sqrt(221).
        JsonNode certified = json(run("spectrum", matrix(2, 2, "1", "3", "2", "4"), "--certified", "--json"))
                .get("certified");
        double norm = Math.sqrt(15 + Math.sqrt(221));
        double smallest = 2 / norm;
        assertBounds(certified.get("norm"), norm);
        assertBounds(certified.get("smallest"), smallest);
        assertThat(certified.get("singularValues").size()).isEqualTo(2);
    }

    private static void assertBounds(JsonNode bounds, double value) {
        double slack = 4 * Math.ulp(value);
        assertThat(bounds.get("lower").doubleValue())
                .isLessThanOrEqualTo(value + slack)
                .isCloseTo(value, within(1e-12));
        assertThat(bounds.get("upper").doubleValue())
                .isGreaterThanOrEqualTo(value - slack)
                .isCloseTo(value, within(1e-12));
    }

    @Test
    void aSingularMatrixHasNoConditionAndSaysWhy() throws IOException {
        JsonNode json = json(run("spectrum", matrix(2, 2, "0", "0", "0", "0"), "--json"));
        assertThat(json.get("condition").isNull()).isTrue();
        assertThat(json.get("conditionReason").stringValue()).isEqualTo("infinite");
        assertThat(json.get("rank").intValue()).isZero();
    }

    @Test
    void anEmptyMatrixHasNormZero() throws IOException {
        JsonNode json = json(run("spectrum", matrix(0, 3), "--certified", "--json"));
        assertThat(json.get("norm").doubleValue()).isZero();
        assertThat(json.get("singularValues").isEmpty()).isTrue();
    }

    @Test
    void onlyTheLargestAreListedWhenAskedFor() throws IOException {
        JsonNode json = json(run("spectrum", matrix(2, 2, "2", "0", "0", "1"), "-k", "1", "--json"));
        assertThat(json.get("singularValues").size()).isEqualTo(1);
        assertThat(json.get("complete").booleanValue()).isFalse();
        assertThat(json.get("condition").doubleValue()).isCloseTo(2, within(1e-14));
    }

    @Test
    void theJordanBlockOfTheTextbooks() throws IOException {
        JsonNode stability = json(run("spectrum", matrix(2, 2, "0.9", "0", "10", "0.9"), "--json"))
                .get("stability");
        assertThat(stability.get("kreiss").get("lower").doubleValue()).isLessThanOrEqualTo(25.01 + 1e-9);
        assertThat(stability.get("kreiss").get("upper").doubleValue()).isGreaterThanOrEqualTo(25.01 - 1e-9);
        assertThat(stability.get("largestPower").get("power").intValue()).isEqualTo(9);
        assertThat(stability.get("largestPower").get("norm").doubleValue()).isCloseTo(38.7459, within(1e-4));
    }

    @Test
    void unusableInputIsOneLineWithStatusTwo() throws IOException {
        String nan = matrix(1, 2, "1", "nan");
        CommandRun run = run("spectrum", nan);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip())
                .isEqualTo(nan + ": found NaN in row 0 and column 1 (from 0), expected finite numbers");
        assertThat(run("spectrum", folder.resolve("none").toString()).status()).isEqualTo(2);
        assertThat(run("spectrum", nan, "-k", "0").status()).isEqualTo(2);
        assertThat(run("spectrum", matrix(1, 1, "1"), "--to", "x").err()).contains("--to");
    }

    @Test
    void figuresAndTheResultGoToTheFolder() throws IOException {
        Path out = folder.resolve("out");
        String file = matrix(2, 2, "0.9", "0", "10", "0.9");
        CommandRun run = run("spectrum", file, "--figures", "--out", out.toString());
        assertThat(run.status()).isZero();
        assertThat(out.resolve("spectrum.json")).isNotEmptyFile();
        assertThat(out.resolve("singular-values.svg")).isNotEmptyFile();
        assertThat(out.resolve("pseudospectrum.svg")).isNotEmptyFile();
        assertThat(run("spectrum", file, "--out", out.toString()).status()).isEqualTo(2);
        assertThat(run("spectrum", file, "--out", out.toString(), "--force").status())
                .isZero();
    }

    @Test
    void theDoctorListsWhatThereIs() {
        CommandRun run = run("doctor");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Java").contains("proof checker").contains("memory");
        assertThat(json(run("doctor", "--json")).get("findings").size()).isGreaterThanOrEqualTo(4);
    }
}
