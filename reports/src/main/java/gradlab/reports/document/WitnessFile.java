package gradlab.reports.document;

import gradlab.analysis.source.SafeWrite;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.verification.claim.Case;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A case and the whole text of the claim that it speaks on, so that it can be replayed anywhere.
 *
 * @param id the claim's id
 * @param claim the claim's file: its name and its text
 * @param found the case, exactly
 */
public record WitnessFile(String id, SourceText claim, Case found) {

    /** Largest file in bytes: room for a matrix of a million binary64 entries. */
    public static final int LARGEST_FILE = 1 << 25;

    /** The file's place in the folder of a run. */
    public static Path place(Path folder, String id) {
        return folder.resolve("witnesses").resolve(id + ".json");
    }

    /** The file's text. */
    public String text() {
        return WitnessJson.text(this);
    }

    /**
     * Writes the file.
     *
     * @throws SourceException if it cannot be written, or would be too large to be read again
     */
    public void write(Path file) {
        byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST_FILE) {
            throw SourceException.in(
                    file.toString(), "a witness of " + bytes.length + " bytes", "at most " + LARGEST_FILE);
        }
        SafeWrite.bytes(file, bytes);
    }

    /**
     * Reads a file, which may be a stranger's.
     *
     * @throws SourceException if it is not what {@link #write} writes
     */
    public static WitnessFile read(Path file) {
        return parse(SourceText.read(file, LARGEST_FILE));
    }

    /**
     * Reads a text in the same way.
     *
     * @throws SourceException if it is not what {@link #text} gives
     */
    public static WitnessFile parse(SourceText source) {
        return new WitnessReader(source).read();
    }
}
