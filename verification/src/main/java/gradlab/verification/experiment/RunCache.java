package gradlab.verification.experiment;

import gradlab.analysis.source.Digest;
import gradlab.analysis.source.SafeWrite;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.UserCache;
import gradlab.dynamics.training.RunRecord;
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
 * Records of finished runs, kept from earlier. An entry is a file named by the run's key, the hash of everything that its bits
 * depend on: configuration with all changes, seed, file of data, the code that trains. It begins with a digest over that
 * key and the rest, so that an entry that was damaged, cut short, or moved from another key is not taken; the run is made again
 * then. The digest is no signature: against somebody who writes into the folder to deceive, delete it. Entries are written beside
 * their places and moved there, so that several processes may share the folder. What was not used for longest goes when the folder
 * grows beyond its limit.
 */
public final class RunCache {

    private static final int DIGITS = 64;
    private static final String ENDING = ".run";
    private static final long LARGEST_FOLDER = 1L << 30;

    private final Path folder;
    private final boolean reads;
    private final long limit;

    private RunCache(Path folder, boolean reads, long limit) {
        this.folder = folder;
        this.reads = reads;
        this.limit = limit;
    }

    /** In a folder, which is made when there is something to keep. */
    public static RunCache in(Path folder) {
        return new RunCache(folder, true, LARGEST_FOLDER);
    }

    /** The user's own. */
    public static RunCache ofUser() {
        return in(UserCache.folder("runs"));
    }

    /** The same, never looked into: every run is made again, and kept. */
    public RunCache fresh() {
        return new RunCache(folder, false, limit);
    }

    /** The same with at most so many bytes. */
    RunCache withLimit(long bytes) {
        return new RunCache(folder, reads, bytes);
    }

    /** The key of a run. */
    static String key(RunPlan plan, long seed) {
        Digest digest = new Digest()
                .add("run 1")
                .add(TrainingCode.fingerprint())
                .add(plan.experiment().name())
                .add(plan.configuration())
                .add(Long.toString(seed));
        try {
            if (plan.data().isPresent()) {
                digest.add(plan.data().get());
            }
        } catch (IOException e) {
            throw SourceException.in(
                    plan.data().get().toString(), "a file that cannot be read (" + e.getMessage() + ")", "one that can");
        }
        return digest.hex();
    }

    /** The record kept under a key, unless it is missing or damaged. */
    Optional<RunRecord> find(String key, long seed) {
        Path file = file(key);
        if (!reads || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = SourceBytes.read(file).lend(byte[]::clone);
            if (bytes.length < DIGITS) {
                return Optional.empty();
            }
            byte[] body = Arrays.copyOfRange(bytes, DIGITS, bytes.length);
            String digest = new String(bytes, 0, DIGITS, StandardCharsets.US_ASCII);
            if (!digest.equals(digest(key, body))) {
                return Optional.empty();
            }
            RunRecord run = RunFile.read(body);
            touch(file);
            return run.seed() == seed ? Optional.of(run) : Optional.empty();
        } catch (SourceException | IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps a record; where that cannot be, nothing is kept. */
    void store(String key, RunRecord run) {
        byte[] body = RunFile.bytes(run);
        byte[] bytes = Arrays.copyOf(digest(key, body).getBytes(StandardCharsets.US_ASCII), DIGITS + body.length);
        System.arraycopy(body, 0, bytes, DIGITS, body.length);
        if (bytes.length > limit) {
            return;
        }
        try {
            SafeWrite.bytes(file(key), bytes);
            makeRoom();
        } catch (SourceException | IOException | UncheckedIOException e) {
            // A cache that cannot be kept costs time and nothing else.
        }
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // It may go earlier than it should.
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

    private void makeRoom() throws IOException {
        List<Kept> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(file -> file.toString().endsWith(ENDING))
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
