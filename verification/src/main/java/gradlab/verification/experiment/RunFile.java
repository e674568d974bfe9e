package gradlab.verification.experiment;

import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.RunRecord.NonFinite;
import gradlab.dynamics.training.Series;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A run's record as big-endian bytes, every number with all its bits. */
final class RunFile {

    private RunFile() {}

    static byte[] bytes(RunRecord run) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(run.name());
            out.writeLong(run.seed());
            out.writeInt(run.steps());
            out.writeInt(run.series().size());
            for (Map.Entry<String, Series> entry : run.series().entrySet()) {
                out.writeUTF(entry.getKey());
                write(out, entry.getValue());
            }
            out.writeInt(run.nonFinite().map(NonFinite::step).orElse(-1));
            out.writeUTF(run.nonFinite().map(NonFinite::where).orElse(""));
            out.writeLong(Double.doubleToRawLongBits(run.testAccuracy()));
            out.writeLong(Double.doubleToRawLongBits(run.testLoss()));
            out.writeUTF(run.digest());
        } catch (IOException e) {
            throw new IllegalStateException("an array takes any bytes", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Series series) throws IOException {
        ByteBuffer numbers = ByteBuffer.allocate(series.size() * (Integer.BYTES + Double.BYTES));
        for (int i = 0; i < series.size(); i++) {
            numbers.putInt(series.step(i)).putDouble(series.value(i));
        }
        out.writeInt(series.size());
        out.write(numbers.array());
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws IOException if the bytes say something else
     */
    static RunRecord read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String name = in.readUTF();
            long seed = in.readLong();
            int steps = in.readInt();
            SortedMap<String, Series> series = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String key = in.readUTF();
                series.put(key, series(in));
            }
            int nonFinite = in.readInt();
            String where = in.readUTF();
            double accuracy = Double.longBitsToDouble(in.readLong());
            double loss = Double.longBitsToDouble(in.readLong());
            String digest = in.readUTF();
            if (in.read() >= 0) {
                throw new IOException("bytes behind the end");
            }
            Optional<NonFinite> ended = nonFinite < 0 ? Optional.empty() : Optional.of(new NonFinite(nonFinite, where));
            return new RunRecord(name, seed, steps, series, ended, accuracy, loss, digest);
        } catch (RuntimeException e) {
            throw new IOException("numbers that do not fit together", e);
        }
    }

    /** No more is allocated than the bytes that are there. */
    private static Series series(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > in.available() / (Integer.BYTES + Double.BYTES)) {
            throw new IOException("a series of length " + size);
        }
        ByteBuffer numbers = ByteBuffer.wrap(in.readNBytes(size * (Integer.BYTES + Double.BYTES)));
        int[] steps = new int[size];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            steps[i] = numbers.getInt();
            values[i] = numbers.getDouble();
        }
        return Series.of(steps, values);
    }
}
