package gradlab.analysis.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bytes kept in a folder of a cache. An entry is a file named by its key, the hash of everything that its bytes depend on. It begins
 * with a digest over that key and the rest, so that an entry that was damaged, cut short, or moved from another key is not taken:
 * who asks makes it again then. The digest is no signature: against somebody who writes into the folder to deceive, delete it.
 * Entries are written beside their places and moved there, so that several processes may share the folder, and may be killed. What
 * was not used for longest goes when the folder grows beyond its limit.
 */
public final class KeptFiles {

    private static final int DIGITS = 64;
    private static final String ENDING = ".kept";
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final long limit;

    /**
     * Files of a folder, which is made when there is something to keep.
     *
     * @param limit the most bytes to keep
     */
    public KeptFiles(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /** What is kept under a key, unless it is missing or damaged. */
    public Optional<byte[]> find(String key) {
        Path file = file(key);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > limit) {
                return Optional.empty();
            }
            byte[] bytes = SourceBytes.read(file).lend(byte[]::clone);
            byte[] body = Arrays.copyOfRange(bytes, Math.min(DIGITS, bytes.length), bytes.length);
            String digest = new String(bytes, 0, bytes.length - body.length, StandardCharsets.US_ASCII);
            if (!digest.equals(digest(key, body))) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(body);
        } catch (SourceException | IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps bytes; a folder that cannot be written keeps nothing, and costs time and nothing else. */
    public void store(String key, byte[] body) {
        if (body.length > limit - DIGITS) {
            return;
        }
        byte[] bytes = Arrays.copyOf(digest(key, body).getBytes(StandardCharsets.US_ASCII), DIGITS + body.length);
        System.arraycopy(body, 0, bytes, DIGITS, body.length);
        try {
            SafeWrite.bytes(file(key), bytes);
            makeRoom();
        } catch (SourceException | IOException | UncheckedIOException e) {
            // Documented: nothing is kept.
        }
    }

    /** Keeps no longer what is kept under a key. */
    public void remove(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            // It is right, and so may stay.
        }
    }

    /** A file and what is known of it, read once: others may change it meanwhile. */
    private record Kept(Path file, long size, FileTime used) {
        static Optional<Kept> of(Path file) {
            try {
                return Optional.of(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    /** What a killed process left beside counts and goes like the rest. */
    private void makeRoom() throws IOException {
        List<Kept> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(file ->
                            file.toString().endsWith(ENDING) || file.toString().endsWith(UNFINISHED))
                    .flatMap(file -> Kept.of(file).stream())
                    .sorted(Comparator.comparing(Kept::used))
                    .toList();
        }
        long total = all.stream().mapToLong(Kept::size).sum();
        for (Kept oldest : all) {
            if (total <= limit) {
                return;
            }
            Files.deleteIfExists(oldest.file());
            total -= oldest.size();
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ENDING);
    }

    private static String digest(String key, byte[] body) {
        return new Digest().add(key).add(body).hex();
    }
}
