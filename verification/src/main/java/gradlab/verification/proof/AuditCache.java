package gradlab.verification.proof;

import gradlab.analysis.source.Digest;
import gradlab.analysis.source.SafeWrite;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Audits kept from earlier runs. An entry is a file named by the audit's key; its first line is a digest over that key
 * and the rest. So an entry that was damaged, edited, cut short, or moved from another key is refused, and the audit
 * is made again. The digest is no signature: who can write into the folder and means to deceive can compute it too.
 * Against that person, delete the folder.
 */
final class AuditCache {

    private static final int LARGEST = 1 << 22;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Consumer<String> progress;

    AuditCache(Path folder, Consumer<String> progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * The audit of one kept statement.
     *
     * @param claim the statement's claim
     * @param audit what was found
     */
    record Entry(String claim, ProofAudit audit) {
        static Entry of(Statement s, ProofOutcome outcome, List<String> axioms, String version, String reason) {
            return new Entry(
                    s.claim(), new ProofAudit(outcome, s.theorem(), s.kind(), s.text(), axioms, version, reason));
        }
    }

    /** The entries kept under a key, unless they are missing or refused. */
    Optional<List<Entry>> find(String key) {
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String text = SourceText.read(file, LARGEST).text();
            int line = text.indexOf('\n');
            String body = text.substring(line + 1);
            if (line >= 0 && text.substring(0, line).equals(digest(key, body))) {
                return Optional.of(JSON.readValue(body, new TypeReference<List<Entry>>() {}));
            }
            progress.accept("the kept audit " + file + " was altered: refused");
        } catch (SourceException | JacksonException e) {
            progress.accept("the kept audit " + file + " cannot be read: refused");
        }
        return Optional.empty();
    }

    /** Keeps entries; a folder that cannot be written is only reported. */
    void store(String key, List<Entry> entries) {
        try {
            String body = JSON.writeValueAsString(entries) + "\n";
            SafeWrite.text(file(key), digest(key, body) + "\n" + body);
        } catch (SourceException | JacksonException e) {
            progress.accept("the audit could not be kept: " + e.getMessage());
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".audit");
    }

    private static String digest(String key, String body) {
        return new Digest().add(key).add(body).hex();
    }
}
