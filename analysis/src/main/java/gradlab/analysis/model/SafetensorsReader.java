package gradlab.analysis.model;

import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads safetensors: the length of a JSON header in eight bytes, the header, then the numbers. The tensors must fill
 * what follows the header without hole or overlap, and each range must be what shape and type need.
 */
final class SafetensorsReader {

    /** What the format's own reader allows. */
    private static final long LONGEST_HEADER = 100_000_000;

    private SafetensorsReader() {}

    /** Whether a file can be nothing else: a length that fits, then an opening brace. */
    static boolean recognises(SourceBytes source) {
        if (source.size() <= Long.BYTES) {
            return false;
        }
        ByteBuffer bytes = source.buffer();
        long length = bytes.getLong(0);
        return length > 0 && length <= LONGEST_HEADER && bytes.get(Long.BYTES) == '{';
    }

    static List<StoredTensor> read(SourceBytes source) {
        long length = source.buffer().getLong(0);
        ByteBuffer header = source.slice(Long.BYTES, length, "a header of " + length + " bytes");
        byte[] json = new byte[header.remaining()];
        header.get(json);
        List<SafetensorsEntry> entries = new SafetensorsHeader(source.name(), json).entries();
        long start = Long.BYTES + length;
        requireFilled(source.name(), entries, source.size() - start);
        List<StoredTensor> tensors = new ArrayList<>();
        for (SafetensorsEntry entry : entries) {
            tensors.add(tensor(source, start, entry));
        }
        return tensors;
    }

    private static void requireFilled(String file, List<SafetensorsEntry> entries, long bytes) {
        List<SafetensorsEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(SafetensorsEntry::begin).thenComparingLong(SafetensorsEntry::end));
        long filled = 0;
        for (SafetensorsEntry entry : sorted) {
            if (entry.begin() != filled || entry.end() < entry.begin()) {
                throw SourceException.in(
                        file,
                        "tensor " + SourceException.quote(entry.name()) + " in bytes " + entry.begin() + " to "
                                + entry.end() + ", which leaves a hole or overlaps another",
                        "it from byte " + filled + " on");
            }
            filled = entry.end();
        }
        if (filled != bytes) {
            throw SourceException.in(
                    file, bytes + " bytes after the header", "the " + filled + " that the tensors need");
        }
    }

    private static StoredTensor tensor(SourceBytes source, long start, SafetensorsEntry entry) {
        String quoted = "tensor " + SourceException.quote(entry.name());
        List<Integer> shape = TensorShape.of(
                source.name(), quoted, entry.sizes(), entry.type().width());
        long needed = TensorShape.count(shape) * entry.type().width();
        if (needed != entry.end() - entry.begin()) {
            throw SourceException.in(
                    source.name(),
                    quoted + " in " + (entry.end() - entry.begin()) + " bytes",
                    "the " + needed + " that shape and type need");
        }
        return StoredTensor.of(entry.name(), shape, entry.type(), source.slice(start + entry.begin(), needed, quoted));
    }
}
