package gradlab.reports.cli;

import gradlab.analysis.source.SafeWrite;
import gradlab.analysis.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that a command writes to. */
record OutputFolder(Path path) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final int MOST_NAMES = 1_000;

    /** Stands in a folder whose files are being written: what a killed command leaves may be written over. */
    private static final String UNFINISHED = ".unfinished";

    /** The folder asked for, or a new one named for the command and the time; refused if it is full and not forced. */
    static OutputFolder prepare(@Nullable Path asked, String command, boolean force) {
        Path folder = asked != null ? asked : unused(command);
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw SourceException.in(folder.toString(), "a file", "a folder to write to");
            }
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                boolean full = files.findAny().isPresent() && !Files.exists(folder.resolve(UNFINISHED));
                if (!force && full) {
                    throw SourceException.in(
                            folder.toString(), "a folder that is not empty", "an empty one, or --force");
                }
            }
            if (!Files.isWritable(folder)) {
                throw SourceException.in(folder.toString(), "a folder that cannot be written", "a writable folder");
            }
        } catch (IOException e) {
            throw SourceException.in(
                    folder.toString(), "a folder that cannot be used (" + e + ")", "a writable folder");
        }
        return new OutputFolder(folder);
    }

    private static Path unused(String command) {
        String name = command + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
        Path parent = Path.of("gradlab-out");
        Path folder = parent.resolve(name);
        for (int i = 2; Files.exists(folder) && i < MOST_NAMES; i++) {
            folder = parent.resolve(name + "-" + i);
        }
        return folder;
    }

    void write(String name, String text) {
        SafeWrite.text(path.resolve(name), text);
    }

    /** Does some writing; a command that is killed meanwhile can be given the same folder again. */
    void writing(Runnable work) {
        write(UNFINISHED, "");
        work.run();
        try {
            Files.deleteIfExists(path.resolve(UNFINISHED));
        } catch (IOException e) {
            throw SourceException.in(
                    path.toString(), "a folder that cannot be changed (" + e + ")", "a writable folder");
        }
    }

    /** Leaves no empty folder behind. */
    void removeIfEmpty() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // It is not empty, or somebody else's.
        }
    }
}
