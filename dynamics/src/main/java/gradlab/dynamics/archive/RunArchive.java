package gradlab.dynamics.archive;

import gradlab.analysis.model.NpzWriter;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.source.SafeWrite;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.dynamics.training.Keeper;
import gradlab.dynamics.training.Series;
import gradlab.dynamics.training.Snapshot;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps a run in a folder. Each row is given to the system before the next step; every so many steps the state is saved with
 * the number of bytes of rows before it. Going on, rows after these are cut off, so that a run that was killed at any
 * moment leaves the same bytes in the end as one that was not.
 */
public final class RunArchive implements Keeper, AutoCloseable {
    private static final int LARGEST_CONFIGURATION = 1 << 22;

    private final Path folder;
    private final int every;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Optional<Snapshot> begun;
    private final RowFiles rows;
    private final GrowingFile lines;
    private long written;

    private RunArchive(Path folder, int every, Optional<Checkpoint> checkpoint) {
        this.folder = folder;
        this.every = every;
        this.written = checkpoint.map(Checkpoint::lines).orElse(0L);
        Path file = folder.resolve(RunFiles.LINES);
        List<JsonLine> before = checkpoint.isPresent() ? cut(file, written) : List.of();
        this.lines = GrowingFile.at(file, checkpoint.isPresent());
        this.rows = new RowFiles(folder);
        before.forEach(row -> rows.add(row.step(), row.numbers()));
        this.begun = checkpoint.map(c -> withSeries(c.snapshot(), before));
    }

    /** A new run in a folder that is there and empty, or whose run is given up. */
    public static RunArchive create(Path folder, String configuration, int every) {
        try {
            Files.deleteIfExists(folder.resolve(RunFiles.CHECKPOINT));
            Files.deleteIfExists(folder.resolve(RunFiles.SUMMARY));
            Files.deleteIfExists(folder.resolve(RunFiles.PARAMETERS));
        } catch (IOException e) {
            throw GrowingFile.unwritable(folder, e);
        }
        SafeWrite.text(folder.resolve(RunFiles.CONFIGURATION), configuration);
        return new RunArchive(folder, every, Optional.empty());
    }

    /**
     * Goes on with the run of a folder, or begins it if it had not got to a checkpoint.
     *
     * @throws SourceException if the folder holds a run of another configuration
     */
    public static RunArchive resume(Path folder, String configuration, int every) {
        SafeWrite.tidy(folder);
        Path kept = folder.resolve(RunFiles.CONFIGURATION);
        if (Files.exists(kept)
                && !SourceText.read(kept, LARGEST_CONFIGURATION).text().equals(configuration)) {
            throw SourceException.in(
                    kept.toString(), "a run of another configuration", "the same file and changes as when it began");
        }
        Path checkpoint = folder.resolve(RunFiles.CHECKPOINT);
        if (!Files.exists(kept) || !Files.exists(checkpoint)) {
            return create(folder, configuration, every);
        }
        return new RunArchive(folder, every, Optional.of(Checkpoint.read(checkpoint)));
    }

    /** The parameters when the state of the run in a folder was last saved: of one that is over, those at its end. */
    public static double[] parameters(Path folder) {
        return Checkpoint.read(folder.resolve(RunFiles.CHECKPOINT))
                .snapshot()
                .parameters()
                .toArray();
    }

    /** Cuts the file to its first bytes and reads what is left. */
    private static List<JsonLine> cut(Path file, long bytes) {
        String name = file.toString();
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            if (access.length() < bytes) {
                throw SourceException.in(
                        name, access.length() + " bytes", "the " + bytes + " that the checkpoint knows");
            }
            access.setLength(bytes);
        } catch (IOException e) {
            throw GrowingFile.unwritable(file, e);
        }
        List<JsonLine> rows = new ArrayList<>();
        for (String line :
                SourceText.read(file, Integer.MAX_VALUE - 16).text().lines().toList()) {
            rows.add(JsonLine.read(name, rows.size() + 1, line));
        }
        return rows;
    }

    private static Snapshot withSeries(Snapshot snapshot, List<JsonLine> rows) {
        Map<String, List<JsonLine>> byName = new TreeMap<>();
        rows.forEach(row -> row.numbers()
                .keySet()
                .forEach(name ->
                        byName.computeIfAbsent(name, n -> new ArrayList<>()).add(row)));
        Map<String, Series> series = new TreeMap<>();
        byName.forEach((name, found) -> series.put(
                name,
                Series.of(
                        found.stream().mapToInt(JsonLine::step).toArray(),
                        found.stream()
                                .mapToDouble(row -> row.numbers().getOrDefault(name, 0.0))
                                .toArray())));
        return new Snapshot(
                snapshot.step(),
                snapshot.updates(),
                snapshot.parameters(),
                snapshot.states(),
                snapshot.buffers(),
                snapshot.scale(),
                snapshot.patience(),
                snapshot.waiting(),
                series);
    }

    /** Asks the run to save its state and stop; from any thread. */
    public void stop() {
        stopped.set(true);
    }

    @Override
    public Optional<Snapshot> begun() {
        return begun;
    }

    @Override
    public void row(int step, Map<String, Double> numbers) {
        byte[] line = JsonLine.text(step, numbers).getBytes(StandardCharsets.UTF_8);
        lines.append(line);
        written += line.length;
        rows.add(step, numbers);
    }

    @Override
    public boolean wants(int step) {
        return step % every == 0;
    }

    @Override
    public void save(Snapshot snapshot) {
        new Checkpoint(snapshot, written).write(folder.resolve(RunFiles.CHECKPOINT));
    }

    @Override
    public void finished(List<StoredTensor> parameters) {
        SafeWrite.bytes(folder.resolve(RunFiles.PARAMETERS), NpzWriter.bytes(parameters));
    }

    @Override
    public boolean stops() {
        return stopped.get();
    }

    @Override
    public void close() {
        lines.close();
        rows.close();
    }
}
