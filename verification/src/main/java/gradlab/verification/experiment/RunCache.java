package gradlab.verification.experiment;

import gradlab.analysis.source.Digest;
import gradlab.analysis.source.KeptFiles;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.UserCache;
import gradlab.dynamics.training.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Records of finished runs, kept from earlier ({@link KeptFiles}) under the hash of everything that their bits depend on:
 * configuration with all changes, seed, file of data, the code that trains.
 */
public final class RunCache {

    /** About ten thousand runs of a small network. */
    private static final long LARGEST_FOLDER = 1L << 30;

    private final KeptFiles files;
    private final boolean reads;

    private RunCache(KeptFiles files, boolean reads) {
        this.files = files;
        this.reads = reads;
    }

    /** In a folder, which is made when there is something to keep. */
    public static RunCache in(Path folder) {
        return new RunCache(new KeptFiles(folder, LARGEST_FOLDER), true);
    }

    /** The user's own. */
    public static RunCache ofUser() {
        return in(UserCache.folder("runs"));
    }

    /** The same, never looked into: every run is made again, and kept. */
    public RunCache fresh() {
        return new RunCache(files, false);
    }

    /** The key of a run. */
    static String key(RunPlan plan, long seed) {
        Digest digest = new Digest()
                .add("run 1")
                .add(ProgramCode.training())
                .add(plan.experiment().name())
                .add(plan.configuration())
                .add(Long.toString(seed));
        return plan.data().map(file -> with(digest, file)).orElse(digest).hex();
    }

    private static Digest with(Digest digest, Path file) {
        try {
            return digest.add(file);
        } catch (IOException e) {
            throw SourceException.in(
                    file.toString(), "a file that cannot be read (" + e.getMessage() + ")", "a readable file");
        }
    }

    /** The record kept under a key, unless it is missing or damaged. */
    Optional<RunRecord> find(String key, long seed) {
        return reads ? files.find(key).flatMap(RunCache::record).filter(run -> run.seed() == seed) : Optional.empty();
    }

    private static Optional<RunRecord> record(byte[] body) {
        try {
            return Optional.of(RunFile.read(body));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps a record. */
    void store(String key, RunRecord run) {
        files.store(key, RunFile.bytes(run));
    }
}
