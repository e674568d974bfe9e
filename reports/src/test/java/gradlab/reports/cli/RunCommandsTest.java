package gradlab.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Claims about runs of a user's own experiments, on the command line. */
class RunCommandsTest {

    static final String LEARNS = """
            data: {set: digits, train: 40, scaling: unit}
            network: [{dense: 8, activation: relu}, {dense: 10}]
            initialisation: {scheme: he}
            loss: softmax_cross_entropy
            optimiser: {sgd: {rate: 0.1}}
            batch: 10
            steps: 6
            """;

    private static final String CLAIM = """
            id: exploding-beside-rescued
            title: Clipping rescues
            forall: {seed: "integer(3, 9)"}
            claim: >-
              first_nonfinite(run("small", seed, "initialisation={scheme: he, gain: 2}")) < 0
              or last(run("small", seed, "+clip={norm: 1}"), "loss") < 0
            """;

    @TempDir
    private Path folder;

    private Path written(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String experiments() throws IOException {
        return String.valueOf(written("experiments/small.yaml", LEARNS).getParent());
    }

    private CommandRun check(Path claim, String... more) {
        String[] all = new String[more.length + 5];
        all[0] = "check";
        all[1] = claim.toString();
        all[2] = "--proofs";
        all[3] = "off";
        all[4] = "--fresh";
        System.arraycopy(more, 0, all, 5, more.length);
        return CommandRun.of(all);
    }

    @Test
    void aViolatingRunIsToldShownAndReplayed() throws IOException {
        Path claim = written("claim.yaml", CLAIM);
        Path out = folder.resolve("out");
        CommandRun run = check(claim, "--experiments", experiments(), "--out", out.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.REFUTED);
        String command =
                "./gradlab replay " + out + "/witnesses/exploding-beside-rescued.json --experiments " + experiments();
        assertThat(run.out()).contains("the run with seed 3 violates it").contains("replay: " + command);
        String page = Files.readString(out.resolve("report.html"));
        assertThat(page)
                .contains(command, "What the claim read of each run", "first_nonfinite of small initialisation=")
                .contains("<svg")
                .contains("small seed 3 +clip={norm: 1}");
        JsonNode training = JsonMapper.shared()
                .readTree(Files.readString(out.resolve("results.json")))
                .at("/claims/0/evidence/0");
        assertThat(training.get("contradicting").toString()).isEqualTo("[3]");
        assertThat(training.get("planned").intValue()).isEqualTo(7);
        assertThat(training.get("shortened")).isEmpty();
        assertThat(training.at("/trials/0/outcome").stringValue()).isEqualTo("violates");
        assertThat(training.at("/trials/0/case/seed").intValue()).isEqualTo(3);
        assertThat(training.at("/trials/0/runs")).hasSize(2);
        assertThat(training.at("/trials/0/readings/0/quantity").stringValue()).isEqualTo("first_nonfinite");
        assertThat(training.get("digests")).hasSize(2);
        assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**.unfinished");
        String witness = out + "/witnesses/exploding-beside-rescued.json";
        CommandRun replay = CommandRun.of("replay", witness, "--experiments", experiments());
        assertThat(replay.err()).isEmpty();
        assertThat(replay.status()).isZero();
        assertThat(replay.out()).contains("confirmed: exploding-beside-rescued");
        training.get("digests")
                .properties()
                .forEach(digest -> assertThat(replay.out())
                        .contains("trained " + digest.getKey() + ": SHA-256 "
                                + digest.getValue().stringValue()));
        CommandRun without = CommandRun.of("replay", witness);
        assertThat(without.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(without.err())
                .contains("found the unknown experiment 'small'")
                .hasLineCount(1);
    }

    @Test
    void threadsAndCachesChangeNothing() throws IOException {
        Path claim = written("claim.yaml", CLAIM.replace("< 0", "> 0"));
        String one = check(claim, "--experiments", experiments(), "--threads", "1", "--json", "--out", folder + "/1")
                .out();
        assertThat(one).contains("\"SUPPORTED\"");
        assertThat(check(claim, "--experiments", experiments(), "--threads", "5", "--json", "--out", folder + "/2")
                        .out())
                .isEqualTo(one);
        CommandRun kept = CommandRun.of(
                "check",
                claim.toString(),
                "--experiments",
                experiments(),
                "--json",
                "--proofs",
                "off",
                "--out",
                folder + "/3");
        assertThat(kept.out()).isEqualTo(one);
        assertThat(folder.resolve("3/results.json")).hasContent(one);
        assertThat(folder.resolve("3/report.html")).exists();
    }

    @Test
    void mistakesAreOneLine() throws IOException {
        Path claim = written("claim.yaml", CLAIM);
        CommandRun unknown = check(claim, "--out", folder + "/1");
        assertThat(unknown.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(unknown.err())
                .startsWith(claim + ":5:23: found the unknown experiment 'small', expected ")
                .hasLineCount(1);
        CommandRun nowhere = check(claim, "--experiments", folder + "/nowhere", "--out", folder + "/2");
        assertThat(nowhere.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(nowhere.err()).isEqualTo(folder + "/nowhere: found no folder, expected a folder of experiments\n");
        Path wrong = written("wrong.yaml", CLAIM.replace("+clip", "clip"));
        CommandRun change = check(wrong, "--experiments", experiments(), "--out", folder + "/3");
        assertThat(change.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(change.err())
                .startsWith(wrong + ":6:")
                .contains("found a run of small that cannot be made ('clip={norm: 1}': found no key 'clip'")
                .hasLineCount(1);
    }
}
