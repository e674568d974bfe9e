package gradlab.verification.settlement;

import gradlab.analysis.source.Digest;
import gradlab.analysis.source.KeptFiles;
import gradlab.analysis.source.UserCache;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimHash;
import gradlab.verification.claim.Evidence;
import gradlab.verification.experiment.ProgramCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What covers, searches and samples found of claims, kept until the command that wanted it has finished, so that an interrupted one
 * goes on. It is evidence that is kept, under the hash of all that it depends on; verdicts are made of it anew, theorems asked
 * for anew. A command that finishes leaves nothing here: the next one computes everything again.
 */
public final class Journal {

    private static final long LARGEST_FOLDER = 1L << 28;

    private final KeptFiles files;
    private final boolean reads;

    private Journal(KeptFiles files, boolean reads) {
        this.files = files;
        this.reads = reads;
    }

    /** In a folder, which is made when there is something to keep. */
    public static Journal in(Path folder) {
        return new Journal(new KeptFiles(folder, LARGEST_FOLDER), true);
    }

    /** The user's own. */
    public static Journal ofUser() {
        return in(UserCache.folder("settled"));
    }

    /** The same, never looked into. */
    public Journal fresh() {
        return new Journal(files, false);
    }

    /** The evidence on a claim, computed now if it was not before the interruption. */
    List<Evidence> of(Claim claim, Settings settings, Supplier<List<Evidence>> computation) {
        String key = key(claim, settings);
        Optional<List<Evidence>> kept = reads
                ? files.find(key).flatMap(bytes -> EvidenceText.read(new String(bytes, StandardCharsets.UTF_8)))
                : Optional.empty();
        return kept.orElseGet(() -> {
            List<Evidence> computed = computation.get();
            files.store(key, EvidenceText.of(computed).getBytes(StandardCharsets.UTF_8));
            return computed;
        });
    }

    /** Forgets claims, since the command has finished. */
    public void forget(List<Claim> claims, Settings settings) {
        claims.forEach(claim -> files.remove(key(claim, settings)));
    }

    private static String key(Claim claim, Settings settings) {
        return new Digest()
                .add("settled 1")
                .add(ProgramCode.settling())
                .add(claim.id())
                .add(ClaimHash.canonical(claim))
                .add(claim.support().tolerance().toString())
                .add(Long.toString(settings.seed()))
                .add(Integer.toString(settings.trials(claim.support().trials())))
                .add(Boolean.toString(settings.quick()))
                .hex();
    }
}
