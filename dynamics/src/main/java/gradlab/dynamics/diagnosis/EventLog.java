package gradlab.dynamics.diagnosis;

import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Reads TensorBoard's event files: records of a length, its checksum, an Event, its checksum, all little-endian. A checksum is
 * CRC-32C, turned right by 15 bits, plus 0xa282ead8 (TensorFlow's record format). Every one is verified. A last record that
 * the file does not hold whole is the mark of a writer that was cut off: what comes before is kept.
 */
final class EventLog {
    private static final int MASK = 0xa282ead8;
    private static final int TURN = 15;
    private static final int HEAD = Long.BYTES + Integer.BYTES;
    private static final int MARK_WITHIN = 64;
    private static final String MARK = "brain.Event:";

    private EventLog() {}

    /** Whether the first checksum is right, or the first record names the format. */
    static boolean recognises(SourceBytes source) {
        if (source.size() < HEAD) {
            return false;
        }
        ByteBuffer head = source.slice(0, HEAD, "the first record");
        boolean checks = head.getInt(Long.BYTES) == masked(source.slice(0, Long.BYTES, "the first record"));
        int size = Math.min(MARK_WITHIN, source.size());
        byte[] start = new byte[size];
        source.slice(0, size, "the first record").get(start);
        return checks || new String(start, java.nio.charset.StandardCharsets.ISO_8859_1).contains(MARK);
    }

    /** Reads the files of one run, in the order given. */
    static RunLog read(String name, List<SourceBytes> sources) {
        LogCollector collector = new LogCollector(name);
        List<String> notes = new ArrayList<>();
        for (SourceBytes source : sources) {
            read(source, collector, notes);
        }
        return new RunLog(name, "TensorBoard event file", collector.series(), Optional.empty(), notes);
    }

    private static void read(SourceBytes source, LogCollector collector, List<String> notes) {
        long at = 0;
        int record = 1;
        while (at < source.size()) {
            long left = source.size() - at;
            if (left < HEAD) {
                notes.add(cut(source, record, at));
                return;
            }
            long length = source.slice(at, HEAD, "a record").getLong(0);
            check(source, at, Long.BYTES, "the length of record " + record);
            if (length < 0 || length > left - HEAD - Integer.BYTES) {
                notes.add(cut(source, record, at));
                return;
            }
            check(source, at + HEAD, (int) length, "record " + record);
            try {
                EventMessage.read(source.slice(at + HEAD, length, "a record"), collector);
            } catch (WireReader.Malformed e) {
                throw SourceException.in(
                        source.name(), place(record, at) + ": " + e.getMessage(), "an Event in protocol buffers");
            }
            at += HEAD + length + Integer.BYTES;
            record++;
        }
    }

    private static String cut(SourceBytes source, int record, long at) {
        return source.name() + ": the file ends within " + place(record, at) + "; what comes before is kept";
    }

    private static String place(int record, long at) {
        return "record " + record + " (byte " + at + ")";
    }

    private static void check(SourceBytes source, long at, int length, String what) {
        int found = source.slice(at + length, Integer.BYTES, what).getInt();
        int expected = masked(source.slice(at, length, what));
        if (found != expected) {
            throw SourceException.in(
                    source.name(),
                    String.format(java.util.Locale.ROOT, "the checksum %08x of %s (byte %d)", found, what, at),
                    String.format(java.util.Locale.ROOT, "%08x, the masked CRC-32C of what is there", expected));
        }
    }

    private static int masked(ByteBuffer content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return Integer.rotateRight((int) sum.getValue(), TURN) + MASK;
    }
}
