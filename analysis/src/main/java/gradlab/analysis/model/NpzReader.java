package gradlab.analysis.model;

import gradlab.analysis.source.MemoryAllowance;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads npz, a zip archive of npy arrays. An array is unpacked only after its own header said how large it is, that
 * much was taken from the file's allowance, and never further than that: the sizes in the archive's directory are
 * compared and not trusted.
 */
final class NpzReader {

    /** All arrays together, unpacked, may fill this part of the heap. */
    private static final int ONE_IN = 4;

    private static final String SUFFIX = ".npy";

    private final SourceBytes source;
    private final MemoryAllowance allowance;

    private NpzReader(SourceBytes source, MemoryAllowance allowance) {
        this.source = source;
        this.allowance = allowance;
    }

    static List<StoredTensor> read(SourceBytes source) {
        return read(source, MemoryAllowance.ofHeap(source.name(), ONE_IN));
    }

    static List<StoredTensor> read(SourceBytes source, MemoryAllowance allowance) {
        NpzReader reader = new NpzReader(source, allowance);
        List<StoredTensor> tensors = new ArrayList<>();
        for (ZipEntryRecord entry : ZipDirectory.of(source)) {
            if (!entry.name().endsWith(SUFFIX)) {
                throw SourceException.in(
                        source.name(),
                        "the entry " + SourceException.quote(entry.name()) + " in a zip archive",
                        "an npz file: entries that end in " + SUFFIX);
            }
            tensors.add(reader.tensor(entry));
        }
        return tensors;
    }

    private StoredTensor tensor(ZipEntryRecord entry) {
        String where = source.name() + ": " + SourceException.quote(entry.name());
        ByteBuffer packed = source.slice(entry.offset(), entry.packed(), "the entry");
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            return tensor(entry, where, entry.deflated() ? inflater : null, packed);
        } catch (DataFormatException e) {
            throw SourceException.in(where, "deflated data that cannot be unpacked", "a whole entry");
        } finally {
            inflater.end();
        }
    }

    private StoredTensor tensor(ZipEntryRecord entry, String where, @Nullable Inflater inflater, ByteBuffer packed)
            throws DataFormatException {
        CRC32 crc = new CRC32();
        byte[] prefix = take(inflater, packed, NpyHeaderReader.LONGEST_PREFIX);
        int headerLength = NpyHeaderReader.length(where, ByteBuffer.wrap(prefix));
        byte[] rest = take(inflater, packed, headerLength - prefix.length);
        ByteBuffer head = ByteBuffer.allocate(prefix.length + rest.length)
                .put(prefix)
                .put(rest)
                .flip();
        NpyHeader header = NpyHeaderReader.read(where, head);
        allowance.take(
                header.dataBytes(),
                1,
                "the entry " + SourceException.quote(entry.name()) + " of " + header.dataBytes() + " bytes");
        byte[] data = take(inflater, packed, (int) header.dataBytes());
        if (data.length < header.dataBytes() || take(inflater, packed, 1).length > 0) {
            throw NpyReader.wrongLength(where, data.length < header.dataBytes() ? -1 : Long.MAX_VALUE, header);
        }
        crc.update(head.duplicate());
        crc.update(data);
        if (crc.getValue() != entry.crc() || entry.size() != header.length() + header.dataBytes()) {
            throw SourceException.in(where, "another size or checksum", "those of the archive's directory");
        }
        String name = entry.name().substring(0, entry.name().length() - SUFFIX.length());
        return NpyReader.tensor(name, header, ByteBuffer.wrap(data));
    }

    /** The next bytes of an entry, {@code length} of them or as many as there are. */
    private static byte[] take(@Nullable Inflater inflater, ByteBuffer packed, int length) throws DataFormatException {
        if (inflater == null) {
            byte[] bytes = new byte[Math.min(length, packed.remaining())];
            packed.get(bytes);
            return bytes;
        }
        byte[] bytes = new byte[length];
        int filled = 0;
        while (filled < length) {
            int more = inflater.inflate(bytes, filled, length - filled);
            if (more == 0) {
                return Arrays.copyOf(bytes, filled);
            }
            filled += more;
        }
        return bytes;
    }
}
