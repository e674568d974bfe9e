package gradlab.dynamics.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Records of TensorBoard's event files: length, its checksum, an Event in protocol buffers, its checksum, all little-endian; a
 * checksum is CRC-32C, turned right by 15 bits, plus a constant. Values have binary32 there. The time of an event is its
 * step in seconds, not that of any clock, so that a run that is repeated gives the same file.
 */
final class EventRecord {
    private static final int MASK = 0xa282ead8;
    private static final int TURN = 15;
    private static final int WIRE_64 = 1;
    private static final int WIRE_BYTES = 2;
    private static final int WIRE_32 = 5;

    private EventRecord() {}

    /** The first record of a file. */
    static byte[] version() {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        time(event, 0);
        bytes(event, 3, "brain.Event:2".getBytes(StandardCharsets.US_ASCII));
        return framed(event.toByteArray());
    }

    /** The numbers of a step. */
    static byte[] of(int step, Map<String, Double> numbers) {
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        numbers.forEach((name, value) -> {
            ByteArrayOutputStream entry = new ByteArrayOutputStream();
            bytes(entry, 1, name.getBytes(StandardCharsets.UTF_8));
            entry.write(2 << 3 | WIRE_32);
            entry.writeBytes(little(4).putFloat(value.floatValue()).array());
            bytes(summary, 1, entry.toByteArray());
        });
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        time(event, step);
        event.write(2 << 3);
        varint(event, step);
        bytes(event, 5, summary.toByteArray());
        return framed(event.toByteArray());
    }

    private static void time(ByteArrayOutputStream out, double seconds) {
        out.write(1 << 3 | WIRE_64);
        out.writeBytes(little(Double.BYTES).putDouble(seconds).array());
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] content) {
        out.write(field << 3 | WIRE_BYTES);
        varint(out, content.length);
        out.writeBytes(content);
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int left = value;
        while (left >= 0x80) {
            out.write((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }

    private static byte[] framed(byte[] event) {
        byte[] length = little(Long.BYTES).putLong(event.length).array();
        return little(length.length + event.length + 8)
                .put(length)
                .putInt(masked(length))
                .put(event)
                .putInt(masked(event))
                .array();
    }

    private static int masked(byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return Integer.rotateRight((int) sum.getValue(), TURN) + MASK;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
