package gradlab.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that settles claims, killed again and again, ends in the same results as one that was left alone. */
class InterruptedTest {

    /** One run of this takes a few hundredths of a second. */
    private static final String LEARNS = RunCommandsTest.LEARNS.replace("steps: 6", "steps: 60\nrecord: {every: 20}");

    private static final String RUNS = """
            id: learns
            forall: {seed: "integer(1, 60)"}
            claim: last(run("small", seed), "loss") < 100
            """;

    private static final String REALS = """
            id: triangle
            forall: {x: vector(2), y: vector(2)}
            claim: norm(x + y) <= norm(x) + norm(y)
            """;

    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    private Process start(Path cache, Path out) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Main.class.getName(),
                "check",
                folder.resolve("reals.yaml").toString(),
                folder.resolve("runs.yaml").toString(),
                "--experiments",
                folder.toString(),
                "--proofs",
                "off",
                "--threads",
                "2",
                "--out",
                out.toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        return builder.start();
    }

    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    private int ended(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** Waits until so many runs are kept. */
    private static void await(Process process, Path runs, int wanted) throws IOException, InterruptedException {
        while (process.isAlive() && kept(runs) < wanted) {
            Thread.sleep(5);
        }
    }

    private static int kept(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(runs)) {
            return (int) files.filter(file -> file.toString().endsWith(".kept")).count();
        }
    }

    @Test
    void killedOrInterruptedItEndsInTheSameBytes() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("small.yaml"), LEARNS);
        Files.writeString(folder.resolve("runs.yaml"), RUNS);
        Files.writeString(folder.resolve("reals.yaml"), REALS);
        Path alone = folder.resolve("alone");
        assertThat(ended(start(folder.resolve("cache1"), alone))).isZero();
        Path cache = folder.resolve("cache2");
        Path runs = cache.resolve("gradlab").resolve("runs");
        Path out = folder.resolve("killed");

        Process terminated = start(cache, out);
        await(terminated, runs, 2);
        terminated.destroy();
        assertThat(ended(terminated)).isEqualTo(ExitStatus.INTERRUPTED);
        assertThat(folder.resolve("out.txt")).isEmptyFile();
        assertThat(folder.resolve("err.txt"))
                .hasContent("gradlab: interrupted; 1 of 2 claims are settled, and the same command goes on from there");
        assertThat(out).doesNotExist();
        int before = kept(runs);
        assertThat(before).isBetween(2, 59);
        assertThat(cache.resolve("gradlab").resolve("settled")).isNotEmptyDirectory();

        Process killed = start(cache, out);
        await(killed, runs, before + 2);
        killed.destroyForcibly();
        assertThat(ended(killed)).isNotZero();
        assertThat(out.resolve("results.json")).doesNotExist();
        assertThat(kept(runs)).isBetween(before, 59);

        assertThat(ended(start(cache, out))).isZero();
        assertThat(out.resolve("results.json")).hasSameBinaryContentAs(alone.resolve("results.json"));
        assertThat(kept(runs)).isEqualTo(60);
        assertThat(cache.resolve("gradlab").resolve("settled")).isEmptyDirectory();
    }
}
