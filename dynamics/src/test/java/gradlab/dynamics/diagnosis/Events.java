package gradlab.dynamics.diagnosis;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Writes event files for tests, from the description of the format. */
final class Events {
    private Events() {}

    static byte[] bytes(int field, byte[] content) {
        return joined(new byte[] {(byte) (field << 3 | 2), (byte) content.length}, content);
    }

    static byte[] text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] simple(String tag, float value) {
        return bytes(
                1,
                joined(
                        text(1, tag),
                        new byte[] {2 << 3 | 5},
                        little(4).putFloat(value).array()));
    }

    /** As TensorFlow 2 and PyTorch's new style write a scalar. */
    static byte[] tensor(String tag, float value) {
        byte[] content = bytes(4, little(4).putFloat(value).array());
        return bytes(1, joined(text(1, tag), bytes(8, joined(new byte[] {1 << 3, 1}, content))));
    }

    static byte[] tensorOfFloats(String tag, float value) {
        byte[] packed = bytes(5, little(4).putFloat(value).array());
        return bytes(1, joined(text(1, tag), bytes(8, joined(new byte[] {1 << 3, 1}, packed))));
    }

    static byte[] histogram(String tag, double sumOfSquares) {
        byte[] inner = joined(
                new byte[] {5 << 3 | 1}, little(8).putDouble(sumOfSquares).array());
        return bytes(1, joined(text(1, tag), bytes(5, inner)));
    }

    static byte[] event(int step, byte[]... values) {
        byte[] head = joined(new byte[] {1 << 3 | 1}, new byte[8], new byte[] {2 << 3, (byte) step});
        return record(joined(head, bytes(5, joined(values))));
    }

    static byte[] version() {
        return record(joined(new byte[] {1 << 3 | 1}, new byte[8], text(3, "brain.Event:2")));
    }

    static byte[] record(byte[] content) {
        byte[] length = little(8).putLong(content.length).array();
        return joined(
                length,
                little(4).putInt(masked(length)).array(),
                content,
                little(4).putInt(masked(content)).array());
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static int masked(byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        int crc = (int) sum.getValue();
        return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
