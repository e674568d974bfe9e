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

    /** The folder asked for, or a new one named for the command and the time; refused if it is full and not forced. */
    static OutputFolder prepare(@Nullable Path asked, String command, boolean force) {
        Path folder = asked != null ? asked : unused(command);
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw SourceException.in(folder.toString(), "a file", "a folder to write to");
            }
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                if (!force && files.findAny().isPresent()) {
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
}
