package gradlab.dynamics.archive;

import gradlab.analysis.operator.Vector;
import gradlab.analysis.source.SafeWrite;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import gradlab.dynamics.training.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The state of a run as a file: a name, then big-endian binary data in the order below, then their CRC-32C. Written beside its
 * place and moved there, so that there is always a whole one.
 *
 * @param snapshot the state, but for the series
 * @param lines how many bytes of the lines of JSON belong to it
 */
record Checkpoint(Snapshot snapshot, long lines) {
    private static final long NAME = 0x6772_6c62_636b_7031L;
    private static final String EXPECTED = "a checkpoint of this version that is whole";

    void write(Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(NAME);
            out.writeLong(lines);
            out.writeInt(snapshot.step());
            out.writeInt(snapshot.updates());
            writeArray(out, snapshot.parameters().toArray());
            out.writeInt(snapshot.states().size());
            for (double[] state : snapshot.states()) {
                writeArray(out, state);
            }
            out.writeInt(snapshot.buffers().size());
            for (Map.Entry<String, double[]> buffer : snapshot.buffers().entrySet()) {
                out.writeUTF(buffer.getKey());
                writeArray(out, buffer.getValue());
            }
            out.writeDouble(snapshot.scale());
            out.writeInt(snapshot.patience());
            out.writeInt(snapshot.waiting().step());
            out.writeBoolean(snapshot.waiting().due());
            writeNumbers(out, snapshot.waiting().extras());
            writeNumbers(out, snapshot.waiting().scalars());
            CRC32C sum = new CRC32C();
            sum.update(bytes.toByteArray());
            out.writeLong(sum.getValue());
        } catch (IOException e) {
            throw new IllegalStateException("an array takes any bytes", e);
        }
        SafeWrite.bytes(file, bytes.toByteArray());
    }

    private static void writeArray(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES);
        buffer.asDoubleBuffer().put(values);
        out.write(buffer.array());
    }

    private static void writeNumbers(DataOutputStream out, Map<String, Double> numbers) throws IOException {
        out.writeInt(numbers.size());
        for (Map.Entry<String, Double> number : new TreeMap<>(numbers).entrySet()) {
            out.writeUTF(number.getKey());
            out.writeDouble(number.getValue());
        }
    }

    /**
     * Reads a file.
     *
     * @throws SourceException if it is not whole
     */
    static Checkpoint read(Path file) {
        SourceBytes source = SourceBytes.read(file);
        byte[] bytes = new byte[source.size()];
        source.buffer().get(bytes);
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, Math.max(0, bytes.length - Long.BYTES));
        if (bytes.length < 2 * Long.BYTES
                || ByteBuffer.wrap(bytes).getLong() != NAME
                || ByteBuffer.wrap(bytes).getLong(bytes.length - Long.BYTES) != sum.getValue()) {
            throw SourceException.in(file.toString(), "other bytes or a wrong checksum", EXPECTED);
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.readLong();
            return read(in, in.readLong());
        } catch (IOException | RuntimeException e) {
            throw SourceException.in(file.toString(), "numbers that do not fit together", EXPECTED);
        }
    }

    private static Checkpoint read(DataInputStream in, long lines) throws IOException {
        int step = in.readInt();
        int updates = in.readInt();
        Vector parameters = Vector.of(array(in));
        List<double[]> states = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            states.add(array(in));
        }
        SortedMap<String, double[]> buffers = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            buffers.put(name, array(in));
        }
        double scale = in.readDouble();
        int patience = in.readInt();
        int waitingStep = in.readInt();
        boolean due = in.readBoolean();
        Map<String, Double> extras = numbers(in);
        Snapshot.Waiting waiting = new Snapshot.Waiting(waitingStep, due, extras, numbers(in));
        return new Checkpoint(
                new Snapshot(step, updates, parameters, states, buffers, scale, patience, waiting, Map.of()), lines);
    }

    private static double[] array(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available() / Double.BYTES) {
            throw new IOException("an array of length " + length);
        }
        double[] values = new double[length];
        ByteBuffer.wrap(in.readNBytes(length * Double.BYTES)).asDoubleBuffer().get(values);
        return values;
    }

    private static Map<String, Double> numbers(DataInputStream in) throws IOException {
        Map<String, Double> numbers = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            numbers.put(name, in.readDouble());
        }
        return numbers;
    }
}
