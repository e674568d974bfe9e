package gradlab.verification.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.expression.RunRequest;
import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.RunRecord.NonFinite;
import gradlab.dynamics.training.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run from the cache has the same bits as one just made, and nothing that could change a bit is missing in the key. */
class RunCacheTest {

    @TempDir
    private Path experiments;

    @TempDir
    private Path kept;

    private final AtomicInteger steps = new AtomicInteger();

    private ExperimentRuns runs(RunCache cache) {
        return new ExperimentRuns((step, all, loss) -> steps.incrementAndGet())
                .withFolder(Small.in(experiments))
                .withCache(cache);
    }

    private int made(RunCache cache, RunRequest request, RunRecord expected) {
        steps.set(0);
        assertThat(runs(cache).record(request)).isEqualTo(expected);
        return steps.get();
    }

    private Path entry() throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.reduce((a, b) -> Assertions.fail("two entries")).orElseThrow();
        }
    }

    @Test
    void aKeptRunIsTheRunAndDamageIsRepaired() throws IOException {
        RunRequest request = new RunRequest("small", List.of("+clip={norm: 0.1}"), 5);
        RunRecord fresh = Small.runs(Small.in(experiments)).record(request);
        RunCache cache = RunCache.in(kept);
        assertThat(made(cache, request, fresh)).as("made the first time").isEqualTo(6);
        assertThat(made(cache, request, fresh)).as("taken the second time").isZero();
        assertThat(made(cache.fresh(), request, fresh)).as("made on demand").isEqualTo(6);
        byte[] whole = Files.readAllBytes(entry());
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 4;
        for (byte[] damaged : List.of(changed, Arrays.copyOf(whole, whole.length - 9), new byte[0], new byte[70])) {
            Files.write(entry(), damaged);
            assertThat(made(cache, request, fresh)).as("made again").isEqualTo(6);
            assertThat(Files.readAllBytes(entry())).isEqualTo(whole);
        }
    }

    @Test
    void everyBitOfARecordIsKept() throws IOException {
        TreeMap<String, Series> series = new TreeMap<>();
        series.put("loss", Series.of(new int[] {0, 7}, new double[] {-0.0, Double.MIN_VALUE}));
        series.put("empty", Series.of(new int[0], new double[0]));
        RunRecord run = new RunRecord(
                "r",
                1L << 40,
                7,
                series,
                Optional.of(new NonFinite(7, "value of layer2")),
                Double.NaN,
                Double.POSITIVE_INFINITY,
                "ab");
        RunRecord read = RunFile.read(RunFile.bytes(run));
        assertThat(read).isEqualTo(run);
        assertThat(Double.doubleToRawLongBits(read.series("loss").value(0)))
                .isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    @Test
    void theKeyKnowsEverythingThatTheBitsDependOn(@TempDir Path folder) throws IOException {
        Set<String> keys = new HashSet<>();
        Small.in(folder);
        assertThat(keys.add(key(folder, false, 1))).isTrue();
        assertThat(keys.add(key(folder, false, 1))).as("the same again").isFalse();
        assertThat(keys.add(key(folder, false, 2))).as("seed").isTrue();
        assertThat(keys.add(key(folder, true, 1))).as("short version").isTrue();
        assertThat(keys.add(key(folder, false, 1, "steps=5"))).as("change").isTrue();
        assertThat(keys.add(key(folder, false, 1, "+clip={norm: 1}")))
                .as("clip")
                .isTrue();
        Small.in(folder, "small", Small.LEARNS.replace("rate: 0.1", "rate: 0.2"));
        assertThat(keys.add(key(folder, false, 1))).as("file").isTrue();
        Small.in(folder, "small", Small.LEARNS.replace("data:", "name: other\ndata:"));
        assertThat(keys.add(key(folder, false, 1))).as("name").isTrue();
        Small.in(
                folder,
                "small",
                Small.LEARNS
                        .replace(
                                "{set: digits, train: 40, scaling: unit}",
                                "{set: table, file: d.csv, target: y, task: numbers, train: 3}")
                        .replace("{dense: 10}", "{dense: 1}")
                        .replace("softmax_cross_entropy", "mse")
                        .replace("batch: 10", "batch: 2"));
        Files.writeString(folder.resolve("d.csv"), "x,y\n1,2\n3,4\n5,6\n7,8\n");
        assertThat(keys.add(key(folder, false, 1))).as("table").isTrue();
        Files.writeString(folder.resolve("d.csv"), "x,y\n1,2\n3,4\n5,6\n7,9\n");
        assertThat(keys.add(key(folder, false, 1))).as("content of the table").isTrue();
    }

    private static String key(Path folder, boolean quick, long seed, String... changes) {
        ExperimentFiles files = ExperimentFiles.with(folder);
        RunPlan plan = RunPlan.of(files, "small", files.text("small").orElseThrow(), List.of(changes), quick);
        return RunCache.key(plan, seed);
    }
}
