package gradlab.analysis.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes a file whole or not at all: beside its place first, then moved over it. */
public final class SafeWrite {

    private static final Pattern BESIDE = Pattern.compile("\\..+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");

    private SafeWrite() {}

    /**
     * Takes away what a program that was killed while it wrote left beside its files.
     *
     * @throws SourceException if the folder cannot be changed
     */
    public static void tidy(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (BESIDE.matcher(String.valueOf(file.getFileName())).matches()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static SourceException unwritable(Path file, IOException e) {
        return SourceException.in(
                file.toString(), "a place that cannot be written (" + e + ")", "a writable folder with room");
    }

    /**
     * Writes text as UTF-8.
     *
     * @throws SourceException if the folder cannot be written, with the file's name
     */
    public static void text(Path file, String text) {
        bytes(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes.
     *
     * @throws SourceException if the folder cannot be written, with the file's name
     */
    public static void bytes(Path file, byte[] bytes) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw SourceException.in(file.toString(), "a folder", "a file name to write to");
        }
        try {
            Files.createDirectories(folder);
            // Not createTempFile: its files can be read by their owner only, and so could the result.
            Path beside = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                Files.write(beside, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                // Atomic: otherwise the JDK takes the old file away before it puts the new one there.
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }
}
