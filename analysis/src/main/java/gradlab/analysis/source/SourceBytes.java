package gradlab.analysis.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** The bytes of a file and the name under which errors speak of it. Immutable: what is handed out cannot be written. */
public final class SourceBytes {

    /** A file may fill this part of the heap, so that what is made of it has room beside it. */
    private static final int ONE_IN = 2;

    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 16;

    private final String name;
    private final byte[] bytes;

    private SourceBytes(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** A copy of these bytes under a name. */
    public static SourceBytes of(String name, byte[] bytes) {
        return new SourceBytes(name, bytes.clone());
    }

    /**
     * Reads a whole file; nothing larger than half the heap is ever held in memory.
     *
     * @throws SourceException if it is missing, a folder, unreadable, or larger
     */
    public static SourceBytes read(Path file) {
        String name = file.toString();
        SourceText.requireRegular(file);
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            if (size > LONGEST_ARRAY) {
                throw SourceException.in(name, size + " bytes", "a file of at most " + LONGEST_ARRAY + " bytes");
            }
            MemoryAllowance.ofHeap(name, ONE_IN).take(size, 1, size + " bytes");
            byte[] bytes = in.readNBytes((int) size);
            if (bytes.length < size || in.read() >= 0) {
                throw SourceException.in(name, "a file that changes while it is read", "a file that stays");
            }
            return new SourceBytes(name, bytes);
        } catch (IOException e) {
            throw SourceException.in(name, "a file that cannot be read (" + e.getMessage() + ")", "a readable file");
        }
    }

    /** The file's name as the user gave it. */
    public String name() {
        return name;
    }

    /** How many bytes there are. */
    public int size() {
        return bytes.length;
    }

    /** All of them, little-endian, not to be written. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The bytes from {@code offset} on, {@code length} of them, little-endian, not to be written.
     *
     * @param what what a message calls them
     * @throws SourceException if the file ends before
     */
    public ByteBuffer slice(long offset, long length, String what) {
        if (offset < 0 || length < 0 || offset > bytes.length || length > bytes.length - offset) {
            throw SourceException.in(
                    name, what + " beyond the end of the file", "it within the file's " + bytes.length + " bytes");
        }
        return ByteBuffer.wrap(bytes, (int) offset, (int) length)
                .slice()
                .asReadOnlyBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Lends the bytes themselves to a parser that takes nothing else; it must not write them. */
    public <R> R lend(Function<byte[], R> parser) {
        return parser.apply(bytes);
    }

    /** Whether the file starts with these bytes. */
    public boolean startsWith(byte... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
