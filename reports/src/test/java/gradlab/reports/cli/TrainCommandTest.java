package gradlab.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed about a training run, and what comes back. */
class TrainCommandTest {
    @TempDir
    private Path folder;

    private String file() throws IOException {
        return Files.writeString(folder.resolve("small.yaml"), """
                data: {set: digits, train: 200, scaling: unit}
                network:
                  - dense: 12
                    activation: tanh
                  - dense: 10
                loss: cross_entropy
                optimiser: {kind: sgd, rate: 0.1}
                batch: 50
                steps: 12
                record: {every: 2, sharpness: 6}
                """).toString();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private static JsonNode json(CommandRun run) {
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void aRunLeavesAWholeFolderAndItsSummary() throws IOException {
        CommandRun run = CommandRun.of("train", file(), "optimiser.rate=0.2", "+clip.norm=1", "--out", out(), "--json");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode json = json(run);
        assertThat(json.get("schema").intValue()).isEqualTo(1);
        assertThat(json.get("name").stringValue()).isEqualTo("small");
        assertThat(json.get("stepsMade").intValue()).isEqualTo(12);
        assertThat(json.get("outcome").stringValue()).isEqualTo("finished");
        assertThat(json.get("nonFinite").isNull()).isTrue();
        assertThat(json.get("last").get("rate").doubleValue()).isEqualTo(0.2);
        assertThat(Files.readString(folder.resolve("out/summary.json"))).isEqualTo(run.out());
        assertThat(Files.readString(folder.resolve("out/config.yaml"))).contains("rate: 0.2", "clip:\n  norm: 1");
        for (String name : new String[] {
            "records.csv",
            "records.jsonl",
            "checkpoint.bin",
            "provenance.json",
            "loss.svg",
            "gradient-norm.svg",
            "gradient-by-layer.svg",
            "sharpness.svg",
            "events.out.tfevents.0000000000.gradlab"
        }) {
            assertThat(folder.resolve("out").resolve(name)).isNotEmptyFile();
        }
        for (String line : Files.readAllLines(folder.resolve("out/records.jsonl"))) {
            assertThat(JsonMapper.shared().readTree(line).get("loss").doubleValue())
                    .isPositive();
        }
    }

    @Test
    void aFinishedRunIsTakenUpWithoutAChange() throws IOException {
        CommandRun first = CommandRun.of("train", file(), "--out", out(), "--json");
        String records = Files.readString(folder.resolve("out/records.csv"));
        CommandRun again = CommandRun.of("train", file(), "--out", out(), "--resume", "--json");
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(Files.readString(folder.resolve("out/records.csv"))).isEqualTo(records);
        CommandRun other = CommandRun.of("train", file(), "batch=20", "--out", out(), "--resume");
        assertThat(other.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(other.err()).contains("found a run of another configuration").hasLineCount(1);
    }

    @Test
    void anExplosionIsToldWithStepAndLayer() throws IOException {
        CommandRun run = CommandRun.of(
                "train",
                file(),
                "+initialisation={scheme: he, gain: 1e6}",
                "+precision=binary16",
                "--out",
                out(),
                "--json");
        assertThat(run.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(json(run).get("outcome").stringValue()).isEqualTo("non-finite");
        assertThat(json(run).get("nonFinite").get("step").intValue()).isZero();
        assertThat(json(run).get("nonFinite").get("where").stringValue()).startsWith("value of layer");
    }

    @Test
    void mistakesAreOneLine() throws IOException {
        CommandRun change = CommandRun.of("train", file(), "optimiser.rate=fast", "--out", out());
        assertThat(change.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(change.err())
                .startsWith("'optimiser.rate=fast':1:16: found 'fast'")
                .hasLineCount(1);
        CommandRun missing = CommandRun.of("train", folder.resolve("none.yaml").toString());
        assertThat(missing.err()).contains("found no such file").hasLineCount(1);
        CommandRun resume = CommandRun.of("train", file(), "--resume");
        assertThat(resume.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(resume.err()).contains("--resume: found no --out");
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        Files.createDirectory(folder.resolve("full"));
        Files.createSymbolicLink(folder.resolve("full/records.jsonl"), full);
        CommandRun disk =
                CommandRun.of("train", file(), "--out", folder.resolve("full").toString(), "--force");
        assertThat(disk.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(disk.err())
                .contains("records.jsonl: found a place that cannot be written (No space left on device)")
                .hasLineCount(1);
    }

    @Test
    void aForecasterThatRunsFreeLeavesItsExponentAndFigures() throws IOException {
        String file = Files.writeString(folder.resolve("free.yaml"), """
                data: {set: lorenz, length: 5, every: 0.05, answer: all, train: 60, test: 30}
                network:
                  - {rnn: 6, output: all}
                  - dense: 3
                loss: mse
                optimiser: {kind: adam, rate: 0.01}
                batch: 20
                steps: 10
                closed_loop: {steps: 1000, transient: 50}
                """).toString();
        CommandRun run = CommandRun.of("train", file, "--out", out(), "--json");
        assertThat(run.status()).isZero();
        JsonNode loop = json(run).get("closedLoop");
        assertThat(loop.get("exponent").isNumber()).isTrue();
        assertThat(loop.get("bounded").booleanValue()).isTrue();
        assertThat(loop.get("perUnit").stringValue()).isEqualTo("time");
        assertThat(folder.resolve("out/attractor.svg")).isNotEmptyFile();
        assertThat(folder.resolve("out/forecast.svg")).isNotEmptyFile();
        String records = Files.readString(folder.resolve("out/records.jsonl"));
        assertThat(CommandRun.of("train", file, "--out", out(), "--resume", "--json")
                        .out())
                .isEqualTo(run.out());
        assertThat(Files.readString(folder.resolve("out/records.jsonl"))).isEqualTo(records);
    }
}
