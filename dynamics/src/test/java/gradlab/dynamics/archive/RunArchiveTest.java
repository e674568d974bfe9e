package gradlab.dynamics.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.ExperimentReader;
import gradlab.dynamics.training.Keeper;
import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.Snapshot;
import gradlab.dynamics.training.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunArchiveTest {
    @TempDir
    private Path parent;

    /** Everything that is carried from step to step: moments, running statistics, singular vectors, masks, a loss scale. */
    static final String CARRYING = """
            data: {set: digits, train: 60, scaling: unit}
            network:
              - dense: 8
                spectral: true
              - batchnorm: 1e-3
              - dropout: 0.2
              - tanh
              - dense: 10
            loss: cross_entropy
            optimiser: {kind: adam, rate: 0.01}
            precision: {format: binary32, loss_scale: dynamic}
            batch: 7
            steps: 40
            checkpoint: 6
            record: {every: 3, jacobian: 4}
            """;

    private static Experiment experiment(String text) {
        return ExperimentReader.read(new SourceText("carrying.yaml", text));
    }

    private SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                found.put(
                        String.valueOf(file.getFileName()),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return found;
    }

    private RunRecord whole(Path folder, Experiment experiment) throws IOException {
        Files.createDirectories(folder);
        try (RunArchive archive = RunArchive.create(folder, "same", experiment.checkpoint())) {
            return TrainingRun.withDefaults().withKeeper(archive).of(experiment, 1);
        }
    }

    /** A machine that goes off after so many calls, before or after the call is carried out. */
    private record Failing(RunArchive archive, AtomicInteger left, boolean before) implements Keeper {
        private void call(Runnable work) {
            if (left.decrementAndGet() == 0) {
                if (!before) {
                    work.run();
                }
                throw new Killed();
            }
            work.run();
        }

        @Override
        public Optional<Snapshot> begun() {
            return archive.begun();
        }

        @Override
        public void row(int step, Map<String, Double> numbers) {
            call(() -> archive.row(step, numbers));
        }

        @Override
        public boolean wants(int step) {
            return archive.wants(step);
        }

        @Override
        public void save(Snapshot snapshot) {
            call(() -> archive.save(snapshot));
        }

        @Override
        public void finished(List<StoredTensor> parameters) {
            call(() -> archive.finished(parameters));
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"finishes", "explodes"})
    void aRunThatIsKilledAgainAndAgainEndsWithTheSameBytes(String how) throws IOException {
        Experiment experiment = experiment(
                how.equals("finishes")
                        ? CARRYING
                        : CARRYING.replace("kind: adam, rate: 0.01", "kind: sgd, rate: 1e6")
                                .replace("precision: {format: binary32, loss_scale: dynamic}", "precision: binary64")
                                .replace("    spectral: true\n", "")
                                .replace("  - tanh\n", "")
                                .replace("  - batchnorm: 1e-3\n", ""));
        RunRecord expected = whole(parent.resolve("whole"), experiment);
        assertThat(expected.nonFinite().isPresent()).isEqualTo(how.equals("explodes"));
        RandomStream random = RandomStream.of(3, "kills");
        for (int trial = 0; trial < 8; trial++) {
            Path folder = Files.createDirectories(parent.resolve("killed" + trial));
            Optional<RunRecord> run = Optional.empty();
            for (int kills = 0; run.isEmpty(); kills++) {
                try (RunArchive archive = RunArchive.resume(folder, "same", experiment.checkpoint())) {
                    int calls = kills < 4 ? 1 + random.nextInt(9) : 1_000_000;
                    Keeper failing = new Failing(archive, new AtomicInteger(calls), random.nextInt(2) == 0);
                    run = Optional.of(
                            TrainingRun.withDefaults().withKeeper(failing).of(experiment, 1));
                } catch (Killed e) {
                    Files.writeString(
                            folder.resolve(RunFiles.LINES),
                            "{\"step\": 3, half a li",
                            java.nio.file.StandardOpenOption.APPEND);
                    Files.writeString(
                            folder.resolve(".checkpoint.bin.3f0c8a5e-91f5-4b0e-9a7d-0123456789ab.part"), "half");
                }
            }
            assertThat(run.orElseThrow()).isEqualTo(expected);
            assertThat(files(folder)).isEqualTo(files(parent.resolve("whole")));
        }
    }

    @Test
    void aRunThatIsAskedToStopSavesItselfAndGoesOn() throws IOException {
        Experiment experiment = experiment(CARRYING);
        RunRecord expected = whole(parent.resolve("whole"), experiment);
        Path folder = Files.createDirectories(parent.resolve("stopped"));
        try (RunArchive archive = RunArchive.create(folder, "same", 1000)) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> TrainingRun.withDefaults()
                            .withKeeper(archive)
                            .withProgress((step, steps, loss) -> {
                                if (step == 16) {
                                    archive.stop();
                                }
                            })
                            .of(experiment, 1));
        }
        try (RunArchive archive = RunArchive.resume(folder, "same", experiment.checkpoint())) {
            assertThat(archive.begun().orElseThrow().step()).isEqualTo(17);
            assertThat(TrainingRun.withDefaults().withKeeper(archive).of(experiment, 1))
                    .isEqualTo(expected);
        }
        assertThat(files(folder)).isEqualTo(files(parent.resolve("whole")));
        // Once more, on a run that is over.
        try (RunArchive archive = RunArchive.resume(folder, "same", experiment.checkpoint())) {
            assertThat(TrainingRun.withDefaults().withKeeper(archive).of(experiment, 1))
                    .isEqualTo(expected);
        }
        assertThat(files(folder)).isEqualTo(files(parent.resolve("whole")));
    }

    @Test
    void theTableHasTheSameNumbersAsTheLines() throws IOException {
        Path folder = parent.resolve("whole");
        RunRecord run = whole(folder, experiment(CARRYING));
        String[] head =
                Files.readAllLines(folder.resolve(RunFiles.TABLE)).get(0).split(",", -1);
        String[] first =
                Files.readAllLines(folder.resolve(RunFiles.TABLE)).get(1).split(",", -1);
        String line = Files.readAllLines(folder.resolve(RunFiles.LINES)).get(0);
        assertThat(head[0]).isEqualTo("step");
        for (int i = 1; i < head.length; i++) {
            if (!first[i].isEmpty()) {
                assertThat(line).contains("\"" + head[i] + "\": " + first[i]);
                assertThat(run.series(head[i]).value(0)).isEqualTo(Double.parseDouble(first[i]));
            }
        }
        assertThat(Files.readAllLines(folder.resolve(RunFiles.LINES)))
                .hasSize(Files.readAllLines(folder.resolve(RunFiles.TABLE)).size() - 1);
    }

    @Test
    void whatDoesNotBelongToTheRunIsRefusedInOneLine() throws IOException {
        Path folder = parent.resolve("whole");
        whole(folder, experiment(CARRYING));
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> RunArchive.resume(folder, "other", 5))
                .withMessageContaining("found a run of another configuration");
        byte[] bytes = Files.readAllBytes(folder.resolve(RunFiles.CHECKPOINT));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve(RunFiles.CHECKPOINT), bytes);
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> RunArchive.resume(folder, "same", 5))
                .withMessageContaining("checkpoint.bin: found other bytes or a wrong checksum");
        Files.delete(folder.resolve(RunFiles.CHECKPOINT));
        Files.delete(folder.resolve(RunFiles.LINES));
        Files.createDirectory(folder.resolve(RunFiles.LINES));
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> RunArchive.resume(folder, "same", 5))
                .withMessageContaining("records.jsonl: found a place that cannot be written");
    }

    @Test
    void theParametersAtTheEndCarryTheNamesOfTheRecords() throws IOException {
        Path folder = parent.resolve("whole");
        RunRecord run = whole(folder, experiment(CARRYING));
        TensorFile file = TensorFile.read(folder.resolve(RunFiles.PARAMETERS));
        assertThat(file.tensors().stream().map(t -> t.name() + " " + t.shape()))
                .containsExactly(
                        "layer1.weight [8, 64]",
                        "layer1.bias [8]",
                        "layer2.gamma [8]",
                        "layer2.beta [8]",
                        "layer5.weight [10, 8]",
                        "layer5.bias [10]",
                        "layer1.singular-vector [8]",
                        "layer2.mean [8]",
                        "layer2.variance [8]");
        double sum = 0;
        for (StoredTensor tensor : file.tensors().subList(4, 6)) {
            for (double entry : tensor.toDoubles()) {
                sum += entry * entry;
            }
        }
        // One update after the last row, at which rates of 0.01 move each of 90 entries by about 0.01.
        assertThat(Math.sqrt(sum))
                .isCloseTo(
                        run.series("weight_norm/layer5").last().orElseThrow(),
                        org.assertj.core.api.Assertions.within(0.1))
                .isGreaterThan(0.5);
    }

    @Test
    void recurrentWeightsCanBeReadAsCells() throws IOException {
        Path folder = parent.resolve("cells");
        whole(folder, experiment("""
                        data: {set: parity, length: 4, train: 20, test: 5}
                        network:
                          - {residual: [{dense: 1}]}
                          - {gru: 3, output: all}
                          - {lstm: 2}
                          - {dense: 2}
                        initialisation: {scheme: xavier, residual: rezero}
                        loss: cross_entropy
                        optimiser: {kind: sgd, rate: 0.1}
                        batch: 5
                        steps: 2
                        """));
        TensorFile file = TensorFile.read(folder.resolve(RunFiles.PARAMETERS));
        assertThat(file.tensors().stream().map(t -> t.name() + " " + t.shape()))
                .containsExactly(
                        "layer1/branch/layer1.weight [1, 1]",
                        "layer1/branch/layer1.bias [1]",
                        "layer1.gate []",
                        "layer2.weight_hh_l0 [9, 3]",
                        "layer2.weight_ih_l0 [9, 1]",
                        "layer2.bias_ih_l0 [9]",
                        "layer2.bias_hh_l0 [9]",
                        "layer3.weight_hh_l1 [8, 2]",
                        "layer3.weight_ih_l1 [8, 3]",
                        "layer3.bias_ih_l1 [8]",
                        "layer4.weight [2, 2]",
                        "layer4.bias [2]");
    }

    /** The bytes that dynamics/src/test/python/events.py, a reader of its own, accepts and prints as it was given. */
    @Test
    void eventsHaveMaskedChecksums() {
        byte[] version = EventRecord.version();
        assertThat(version).hasSize(8 + 4 + 24 + 4);
        // CRC-32C of the length 24 as eight bytes, masked; from Python: see events.py.
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(version).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        assertThat(buffer.getLong(0)).isEqualTo(24);
        assertThat(Integer.toHexString(buffer.getInt(8))).isEqualTo("224b7fa3");
    }
}
