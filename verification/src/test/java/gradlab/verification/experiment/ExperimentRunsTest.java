package gradlab.verification.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.expression.RunRequest;
import gradlab.analysis.source.SourceException;
import gradlab.dynamics.training.Overrides;
import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentRunsTest {

    @TempDir
    private Path folder;

    private ExperimentRuns runs;

    @BeforeEach
    void open() {
        runs = Small.runs(Small.in(folder));
    }

    private static RunRequest request(long seed, String... changes) {
        return new RunRequest("small", List.of(changes), seed);
    }

    @Test
    void aRunIsThatOfTheTrainingCommand() {
        List<String> changes = List.of("network.0.dense=5", "+clip={norm: 0.1}");
        RunRecord run = runs.record(new RunRequest("small", changes, 3));
        Overrides.Resolved same =
                Overrides.read(ExperimentFiles.with(folder).text("small").orElseThrow(), changes);
        assertThat(run).isEqualTo(TrainingRun.withDefaults().of(same.experiment(), 3));
        assertThat(run).isNotEqualTo(runs.record(request(3))).isNotEqualTo(runs.record(request(4)));
        assertThat(runs.labelled("small seed 3").digest())
                .isEqualTo(runs.record(request(3)).digest());
    }

    @Test
    void theShortVersionIsUsedWhereItIsWantedAndComesLast() {
        ExperimentRuns quick = runs.shortened();
        assertThat(runs.record(request(1)).steps()).isEqualTo(6);
        assertThat(quick.record(request(1)).steps()).isEqualTo(2);
        assertThat(quick.record(request(1, "steps=5")).steps()).isEqualTo(2);
        assertThat(quick.shortenings(request(1))).containsExactly("steps=2");
        assertThat(runs.shortenings(request(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../small", "small.yaml", "/etc/passwd", "", ".", "sub/small", "Small", "small\\x", "a..b"})
    void onlyKebabNamesAreNames(String name) throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Small.in(folder.resolve("sub"));
        assertThat(runs.knows(name)).isFalse();
        assertThat(runs.knows("small")).isTrue();
        assertThat(runs.names()).contains("small", "deep-residual-digits").doesNotContain("sub");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "steps=none         | 'steps=none':1:7: found 'none', expected a whole number from 1 to 100000",
                "step=3             | 'step=3': found no key 'step'",
                "nonsense           | 'nonsense': found no change",
                "seed=3             | 'seed=3': found no key 'seed'",
                "+seed=3            | small: found a change of the seed, expected the seed as an argument of run",
                "+data.file=x.csv   | small: found a change of the file of data",
                "data={set: table, file: /etc/passwd, target: a, task: numbers, train: 3} | small: found a change of the file of data",
                "steps=100000000    | 'steps=100000000':1:7: found '100000000', expected a whole number",
                "network.0.dense=100000 | 'network.0.dense=100000':1:17: found '100000', expected a whole number from 1 to 4096",
            })
    void whatDoesNotFitIsSaid(String change, String message) {
        assertThat(runs.objection("small", List.of(change)))
                .hasValueSatisfying(said -> assertThat(said).startsWith(message).doesNotContain("\n"));
        assertThat(runs.objection("small", List.of())).isEmpty();
    }

    @Test
    void anExperimentOfAShippedNameIsRefused() {
        Small.in(folder, "deep-residual-digits", Small.LEARNS);
        assertThatThrownBy(() -> Small.runs(folder))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("deep-residual-digits.yaml: found an experiment with the name of a shipped one");
        assertThatThrownBy(() -> Small.runs(folder.resolve("nowhere"))).hasMessageContaining("found no folder");
    }

    @Test
    void hugeFilesAreNotRead() throws IOException {
        Files.writeString(folder.resolve("huge.yaml"), "# " + "x".repeat(2_000_000));
        assertThatThrownBy(() -> runs.knows("huge")).hasMessageContaining("found more than 1048576 bytes");
        Small.in(
                folder,
                "wide",
                Small.LEARNS
                        .replace("steps: 6", "steps: 100000")
                        .replace("{dense: 8,", "{repeat: 150, layers: [{dense: 4000}]}, {dense: 8,"));
        assertThat(runs.objection("wide", List.of()))
                .hasValueSatisfying(said -> assertThat(said).contains("the number of parameters must be in"));
    }

    private static String table(String file) {
        return """
                data: {set: table, file: FILE, target: y, task: numbers, train: 3}
                network: [{dense: 1}]
                loss: mean_squared_error
                optimiser: {sgd: {rate: 0.1}}
                batch: 2
                steps: 2
                """.replace("FILE", file);
    }

    @Test
    void dataOfItsOwnLieInTheFolder(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.csv"), "x,y\n1,2\n3,4\n5,6\n7,8\n");
        Files.copy(secret, folder.resolve("own.csv"));
        Files.createSymbolicLink(folder.resolve("link.csv"), secret);
        Small.in(folder, "own", table("own.csv"));
        Small.in(folder, "link", table("link.csv"));
        Small.in(folder, "up", table("../" + elsewhere.getFileName() + "/secret.csv"));
        Small.in(folder, "missing", table("missing.csv"));
        assertThat(runs.objection("own", List.of())).isEmpty();
        for (String name : List.of("link", "up", "missing")) {
            assertThat(runs.objection(name, List.of()))
                    .as(name)
                    .hasValueSatisfying(said -> assertThat(said)
                            .startsWith(name + ": found data from the file '")
                            .endsWith("expected a file in the folder of experiments"));
        }
        assertThat(runs.objection("own", List.of("data.file=link.csv"))).isPresent();
    }

    @Test
    void eachRunIsMadeOnceByHoweverManyThreads() throws Exception {
        AtomicInteger steps = new AtomicInteger();
        ExperimentRuns counted = new ExperimentRuns((step, all, loss) -> steps.incrementAndGet()).withFolder(folder);
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<RunRecord>> made = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                long seed = i % 3;
                made.add(workers.submit(() -> counted.record(request(seed))));
            }
            for (int i = 0; i < 12; i++) {
                assertThat(made.get(i).get()).isEqualTo(runs.record(request(i % 3)));
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(steps).hasValue(3 * 6);
    }
}
