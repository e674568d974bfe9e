package gradlab.analysis.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes npz: a zip archive of npy arrays (version 1.0, little-endian binary64, last index fastest), stored and not deflated. The
 * same tensors give the same bytes: every entry has the same time (not the earliest of all, beside which Java notes the time zone).
 */
public final class NpzWriter {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final byte[] START = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    private NpzWriter() {}

    /** The tensors in their order, whose names must differ. */
    public static byte[] bytes(List<StoredTensor> tensors) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (StoredTensor tensor : tensors) {
                byte[] array = array(tensor);
                CRC32 sum = new CRC32();
                sum.update(array);
                ZipEntry entry = new ZipEntry(tensor.name() + ".npy");
                entry.setTimeLocal(TIME);
                entry.setSize(array.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(array);
            }
        } catch (IOException e) {
            throw new IllegalStateException("an array takes any bytes", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] array(StoredTensor tensor) {
        String shape = tensor.shape().stream().map(n -> n + ",").collect(Collectors.joining(" "));
        String head = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + shape + "), }";
        int before = START.length + Short.BYTES;
        int spaces = ALIGNMENT - 1 - (before + head.length()) % ALIGNMENT;
        byte[] header = (head + " ".repeat(spaces) + "\n").getBytes(StandardCharsets.US_ASCII);
        double[] values = tensor.toDoubles();
        ByteBuffer all = ByteBuffer.allocate(before + header.length + values.length * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(START)
                .putShort((short) header.length)
                .put(header);
        all.asDoubleBuffer().put(values);
        return all.array();
    }
}
