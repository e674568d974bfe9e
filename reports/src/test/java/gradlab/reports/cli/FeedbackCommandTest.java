package gradlab.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed about a loop, and what comes back. */
class FeedbackCommandTest {
    @TempDir
    private Path folder;

    private static JsonNode json(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.err()).isEmpty();
        return JsonMapper.shared().readTree(run.out());
    }

    /** A Matrix Market file, entries column by column. */
    private String matrix(int rows, int columns, String... entries) throws IOException {
        String text = "%%MatrixMarket matrix array real general\n" + rows + " " + columns + "\n"
                + String.join("\n", entries) + "\n";
        return Files.writeString(folder.resolve("w.mtx"), text).toString();
    }

    /** A GRU of one unit and one input as safetensors; a recording as npy would be, too: any tensor file serves. */
    private String safetensors(String file, String header, double... numbers) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + json.length + numbers.length * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        for (double number : numbers) {
            bytes.putDouble(number);
        }
        return Files.write(folder.resolve(file), bytes.array()).toString();
    }

    private String gru() throws IOException {
        return safetensors(
                "gru.safetensors",
                "{\"weight_hh_l0\":{\"dtype\":\"F64\",\"shape\":[3,1],\"data_offsets\":[0,24]},"
                        + "\"weight_ih_l0\":{\"dtype\":\"F64\",\"shape\":[3,1],\"data_offsets\":[24,48]}}",
                0.5,
                -0.25,
                2,
                1,
                1,
                1);
    }

    @Test
    void theJordanBlockOfTheTextbooks() throws IOException {
        JsonNode json = json("feedback", matrix(2, 2, "0.9", "0", "10", "0.9"), "--json");
        assertThat(json.get("schema").intValue()).isEqualTo(1);
        assertThat(json.get("stability").get("verdict").stringValue()).isEqualTo("STABLE");
        assertThat(json.get("smallGain").get("isSufficient").booleanValue()).isFalse();
        assertThat(json.get("smallGain").get("truth").doubleValue()).isCloseTo(0.9, within(1e-12));
        JsonNode gain = json.get("hInfinity");
        // mpmath with 40 digits: 1000.0999900019995001.
        assertThat(gain.get("lower").doubleValue()).isLessThanOrEqualTo(1000.09999000201);
        assertThat(gain.get("upper").doubleValue())
                .isGreaterThanOrEqualTo(1000.09999000199)
                .isCloseTo(1000.09999, within(1e-4));
        assertThat(gain.get("frequency").doubleValue()).isZero();
        assertThat(json.get("margins").get("gain").doubleValue()).isCloseTo(1 / 0.9, within(1e-12));
        assertThat(json.get("margins").get("phase").isNull()).isTrue();
        assertThat(json.get("transient").get("at").doubleValue()).isEqualTo(9);
        assertThat(json.get("transient").get("largest").doubleValue()).isCloseTo(38.7459, within(1e-4));
        assertThat(json.get("horizon").get("steps").intValue()).isEqualTo(100);
        assertThat(json.get("driven").isNull()).isTrue();
        assertThat(json.get("converged").booleanValue()).isTrue();
        assertThat(json.get("advice").get(0).stringValue())
                .startsWith("scale W by 0.556 to reach a gain margin of 2.00");
    }

    @Test
    void anUnstableLoopIsAnAnswer() throws IOException {
        CommandRun run = CommandRun.of("feedback", matrix(1, 1, "-1.15"), "--margin", "1.1");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("unstable")
                .contains("H-infinity norm   infinite")
                .contains("scale W by 0.791 to reach a gain margin of 1.10");
        JsonNode json = json("feedback", matrix(1, 1, "1"), "--json");
        assertThat(json.get("stability").get("verdict").stringValue()).isEqualTo("MARGINAL");
        assertThat(json.get("hInfinity").get("lower").isNull()).isTrue();
        assertThat(json.get("hInfinity").get("lowerReason").stringValue()).isEqualTo("infinite");
    }

    @Test
    void aLoopOnTheBoundaryToRoundingIsNotDecided() throws IOException {
        String c = String.valueOf(StrictMath.cos(1));
        String s = String.valueOf(StrictMath.sin(1));
        CommandRun run = CommandRun.of("feedback", matrix(2, 2, c, s, "-" + s, c), "--json");
        assertThat(run.status()).isEqualTo(3);
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertThat(json.get("stability").get("verdict").stringValue()).isEqualTo("UNDECIDED");
        assertThat(json.get("converged").booleanValue()).isFalse();
        assertThat(json.get("notConverged").isEmpty()).isFalse();
    }

    @Test
    void aGeneratorIsAskedForWithContinuous() throws IOException {
        JsonNode json = json("feedback", matrix(2, 2, "-0.1", "-1", "1", "-0.1"), "--continuous", "--json");
        assertThat(json.get("perUnit").stringValue()).isEqualTo("time");
        // Normal: 1 over the distance 0.1 of the eigenvalues -0.1 ± i.
        assertThat(json.get("hInfinity").get("lower").doubleValue()).isCloseTo(10, within(1e-6));
        assertThat(json.get("hInfinity").get("frequency").doubleValue()).isCloseTo(1, within(1e-6));
        assertThat(json.get("horizon").isNull()).isTrue();
    }

    @Test
    void whatMayGrowOnIsNotCalledTheEnd() throws IOException {
        CommandRun run = CommandRun.of("feedback", matrix(2, 2, "0.9999999", "0", "5", "0.9999999"), "--json");
        assertThat(run.status()).isEqualTo(3);
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertThat(json.get("advice").toString()).contains("grows at least").contains("as it has by step");
        assertThat(CommandRun.of("feedback", matrix(1, 1, "0.5"), "--tensor", "zz")
                        .err())
                .contains("no tensor 'zz', expected no name");
        JsonNode flow = json("feedback", matrix(1, 1, "-1"), "--continuous", "--json");
        assertThat(flow.get("horizonReason").stringValue()).isEqualTo("the loop is no map");
    }

    @Test
    void aGatedCellIsLinearised() throws IOException {
        JsonNode atRest = json("feedback", gru(), "--json");
        // h = 0 is a fixed point: z = 1/2, r = 1/2, n' = r W_n: h' = z + (1 - z) r W_n = 1/2 + 1/2.
        assertThat(atRest.get("fixedPoint").get("isFound").booleanValue()).isTrue();
        assertThat(atRest.get("stability").get("rate").doubleValue()).isCloseTo(1, within(1e-12));
        assertThat(atRest.get("weights").get(0).get("blocks").size()).isEqualTo(3);
        String x = safetensors(
                "x.safetensors", "{\"x\":{\"dtype\":\"F64\",\"shape\":[4,1],\"data_offsets\":[0,32]}}", 1, -1, 2, 0.5);
        JsonNode driven = json("feedback", gru(), "--input", x, "--json").get("driven");
        assertThat(driven.get("steps").intValue()).isEqualTo(4);
        assertThat(driven.get("stepGains").size()).isEqualTo(4);
        assertThat(driven.get("lagLogNorms").size()).isEqualTo(5);
        assertThat(driven.get("lagLogNorms").get(0).doubleValue()).isZero();
        // One unit: products of numbers are products of norms.
        assertThat(driven.get("lagLogNorms").get(4).doubleValue())
                .isCloseTo(driven.get("boundLogNorms").get(4).doubleValue(), within(1e-9));
        assertThat(CommandRun.of("feedback", gru(), "--input", x).out()).contains("lag     4");
    }

    @Test
    void unusableInputIsOneLineWithStatusTwo() throws IOException {
        for (String file :
                new String[] {matrix(1, 2, "1", "2"), folder.resolve("none").toString()}) {
            CommandRun run = CommandRun.of("feedback", file);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).hasSize(1);
        }
        assertThat(CommandRun.of("feedback", matrix(1, 1, "nan")).err())
                .contains("found NaN in row 0 and column 0 (from 0), expected finite numbers");
        assertThat(CommandRun.of("feedback", matrix(0, 0)).err()).contains("found a matrix of 0 x 0");
        assertThat(CommandRun.of("feedback", gru(), "--continuous").status()).isEqualTo(2);
        assertThat(CommandRun.of("feedback", matrix(1, 1, "0.5"), "--horizon", "0")
                        .status())
                .isEqualTo(2);
        assertThat(CommandRun.of("feedback", matrix(1, 1, "0.5"), "--margin", "NaN")
                        .status())
                .isEqualTo(2);
        assertThat(CommandRun.of("feedback", matrix(1, 1, "0.5"), "--input", gru())
                        .status())
                .isEqualTo(2);
    }

    @Test
    void figuresAndTheResultGoToTheFolder() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.of("feedback", matrix(2, 2, "0.9", "0", "10", "0.9"), "--out", out.toString());
        assertThat(run.status()).isZero();
        for (String name : new String[] {"feedback.json", "bode.svg", "nyquist.svg", "powers.svg"}) {
            assertThat(out.resolve(name)).isNotEmptyFile();
        }
        assertThat(Files.readString(out.resolve("bode.svg"))).contains("Marked: peak in [1000.09999");
    }

    @Test
    void hugeAndTinyScalesHaveAnswers() throws IOException {
        assertThat(json("feedback", matrix(1, 1, "1e300"), "--json")
                        .get("stability")
                        .get("verdict")
                        .stringValue())
                .isEqualTo("UNSTABLE");
        assertThat(json("feedback", matrix(1, 1, "1e-300"), "--json")
                        .get("hInfinity")
                        .get("lower")
                        .doubleValue())
                .isEqualTo(1);
        assertThat(json("feedback", matrix(1, 1, "-1e-300"), "--continuous", "--json")
                        .get("hInfinity")
                        .get("lower")
                        .doubleValue())
                .isCloseTo(1e300, within(1e292));
    }

    /** 4/(s + 1)^3 in one file: gain margin 2 at sqrt 3, phase margin pi - 3 arctan of the crossover. */
    private String threeLags(String c) throws IOException {
        String header = "{\"A\":{\"dtype\":\"F64\",\"shape\":[3,3],\"data_offsets\":[0,72]},"
                + "\"B\":{\"dtype\":\"F64\",\"shape\":[3],\"data_offsets\":[72,96]},"
                + "\"C\":{\"dtype\":\"F64\",\"shape\":" + c + ",\"data_offsets\":[96,120]}}";
        return safetensors("lags.safetensors", header, -1, 0, 0, 1, -1, 0, 0, 1, -1, 4, 0, 0, 0, 0, 1);
    }

    @Test
    void aSystemIsClosedByNegativeFeedback() throws IOException {
        Path out = folder.resolve("out");
        JsonNode json = json("feedback", threeLags("[3]"), "--continuous", "--json", "--out", out.toString());
        JsonNode margins = json.get("margins");
        assertThat(margins.get("gain").doubleValue()).isCloseTo(2, within(1e-9));
        assertThat(margins.get("gainDecibel").doubleValue()).isCloseTo(20 * Math.log10(2), within(1e-8));
        assertThat(margins.get("criticalFrequency").doubleValue()).isCloseTo(Math.sqrt(3), within(1e-9));
        assertThat(margins.get("phaseDegrees").doubleValue()).isCloseTo(27.14163, within(1e-4));
        assertThat(margins.get("encirclements").intValue()).isZero();
        JsonNode system = json.get("system");
        assertThat(system.get("closedLoop").get("verdict").stringValue()).isEqualTo("STABLE");
        // The real root is -1 - 4^(1/3), the others have the real part -1 + 4^(1/3)/2.
        assertThat(system.get("closedLoop").get("rate").doubleValue()).isCloseTo(Math.cbrt(4) / 2 - 1, within(1e-9));
        assertThat(system.get("nyquist").get("real").get(0).doubleValue()).isCloseTo(4, within(1e-12));
        assertThat(json.get("hInfinity").get("lower").doubleValue()).isCloseTo(4, within(1e-9));
        assertThat(json.get("horizonReason").stringValue()).isNotEmpty();
        assertThat(Files.readString(out.resolve("nyquist.svg"))).contains("critical point \u22121");
        assertThat(Files.readString(out.resolve("bode.svg"))).contains("crossover at 1.233");
        assertThat(CommandRun.of("feedback", threeLags("[3]"), "--continuous").out())
                .contains("phase margin      0.47371082 rad")
                .contains("closed by u = -y  stable");
    }

    @Test
    void partsOfASystemHaveToFit() throws IOException {
        CommandRun run = CommandRun.of("feedback", threeLags("[3,1]"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("C of 3 x 1, expected 3 columns, as A has");
        String b = safetensors(
                "b.safetensors", "{\"b\":{\"dtype\":\"F64\",\"shape\":[2,1],\"data_offsets\":[0,16]}}", 1, 2);
        JsonNode json = json("feedback", matrix(2, 2, "0.5", "0", "0", "0.25"), "--input-matrix", b, "--json");
        assertThat(json.get("system").get("closedLoop").isNull()).isTrue();
        assertThat(json.get("system").get("closedLoopReason").stringValue()).contains("2 outputs for 1 inputs");
        assertThat(json.get("margins").get("gainReason").stringValue()).isNotEmpty();
        // C = I: |(2, 8/3)|.
        assertThat(json.get("hInfinity").get("lower").doubleValue()).isCloseTo(Math.hypot(2, 8.0 / 3), within(1e-9));
        assertThat(CommandRun.of("feedback", matrix(1, 1, "0.5"), "--input-matrix", b)
                        .err())
                .contains("B of 2 x 1, expected 1 rows");
    }

    @Test
    void aPermutationIsMarginal() throws IOException {
        JsonNode json = json("feedback", matrix(3, 3, "0", "0", "1", "1", "0", "0", "0", "1", "0"), "--json");
        assertThat(json.get("stability").get("verdict").stringValue()).isEqualTo("MARGINAL");
        assertThat(json.get("transient").get("settlingReason").stringValue()).contains("not known to be stable");
        assertThat(json.get("systemReason").stringValue()).isNotEmpty();
        assertThat(json.get("drivenReason").stringValue()).isNotEmpty();
    }

    /** Weights of gates act through the gates: what is to be scaled is the step's derivative. */
    @Test
    void adviceForAGatedCellSpeaksOfItsJacobian() throws IOException {
        JsonNode json = json("feedback", gru(), "--json");
        assertThat(json.get("advice").get(0).stringValue())
                .contains("the Jacobian W")
                .contains("not the weights");
    }
}
