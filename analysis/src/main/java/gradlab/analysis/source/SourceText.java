package gradlab.analysis.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text and the name under which errors speak of it.
 *
 * @param name the file's name as the user gave it
 * @param text its characters
 */
public record SourceText(String name, String text) {

    /**
     * Reads a UTF-8 file of at most {@code maximumBytes}; nothing larger is ever held in memory.
     *
     * @throws SourceException if it is missing, a folder, unreadable, larger, or not UTF-8
     */
    public static SourceText read(Path file, int maximumBytes) {
        String name = file.toString();
        requireRegular(file);
        try (InputStream in = Files.newInputStream(file)) {
            return decode(name, in, maximumBytes);
        } catch (IOException e) {
            throw SourceException.in(name, "a file that cannot be read (" + e.getMessage() + ")", "a readable file");
        }
    }

    static void requireRegular(Path file) {
        if (!Files.exists(file)) {
            throw SourceException.in(file.toString(), "no such file", "a readable file");
        }
        if (!Files.isRegularFile(file)) {
            throw SourceException.in(file.toString(), "something that is not a regular file", "a readable file");
        }
    }

    /**
     * Reads a stream in the same way.
     *
     * @throws IOException if the stream fails
     */
    public static SourceText decode(String name, InputStream in, int maximumBytes) throws IOException {
        byte[] bytes = in.readNBytes(maximumBytes + 1);
        if (bytes.length > maximumBytes) {
            throw SourceException.in(
                    name, "more than " + maximumBytes + " bytes", "a file of at most " + maximumBytes + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new SourceText(name, text);
        } catch (CharacterCodingException e) {
            throw SourceException.in(name, "bytes that are not UTF-8", "UTF-8 text");
        }
    }
}
