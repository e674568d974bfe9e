package gradlab.analysis.survey;

import gradlab.analysis.model.ElementType;
import gradlab.analysis.model.FileFormat;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.source.SourceException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A recorded input, one row a step.
 *
 * @param file the name of its file
 * @param steps how many
 * @param width how many numbers a step
 * @param entries row by row, all finite
 */
public record Recording(String file, int steps, int width, Vector entries) {
    static final int MOST_STEPS = 1_000_000;
    private static final int MOST_ENTRIES = 1 << 27;

    /**
     * The only tensor of a file: T x d, T numbers for d = 1, or three indices of which one is 1 (a batch of one).
     *
     * @throws SourceException if it is something else, is empty, or has a number that is not finite
     */
    public static Recording of(TensorFile file) {
        StoredTensor tensor = file.onlyTensor();
        List<Integer> shape = new ArrayList<>(tensor.shape());
        if (shape.size() == 3) {
            shape.remove(shape.get(0) == 1 ? 0 : 1);
        }
        boolean isBatch = tensor.shape().size() == 3
                && tensor.shape().get(0) != 1
                && tensor.shape().get(1) != 1;
        if (shape.isEmpty()
                || shape.size() > 2
                || isBatch
                || tensor.count() == 0
                || shape.get(0) > MOST_STEPS
                || tensor.count() > MOST_ENTRIES) {
            throw SourceException.in(
                    file.name(),
                    "a recording of " + tensor.shapeText(),
                    "steps x inputs, from 1 to " + MOST_STEPS + " steps, " + MOST_ENTRIES + " numbers in all");
        }
        double[] entries = tensor.toDoubles();
        int width = shape.size() == 1 ? 1 : shape.get(1);
        for (int i = 0; i < entries.length; i++) {
            if (!Double.isFinite(entries[i])) {
                throw SourceException.in(
                        file.name(), entries[i] + " in step " + i / width + " (from 0)", "finite numbers");
            }
        }
        return new Recording(file.name(), shape.get(0), width, Vector.of(entries));
    }

    /** The rows. */
    public List<Vector> rows() {
        double[] all = entries.toArray();
        List<Vector> rows = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
            rows.add(Vector.of(Arrays.copyOfRange(all, t * width, (t + 1) * width)));
        }
        return rows;
    }

    /** The rows for a cell, which must fit. */
    List<Vector> rows(int inputs) {
        if (width != inputs) {
            throw SourceException.in(file, width + " inputs a step", inputs + ", which the cell takes");
        }
        return rows();
    }

    /** Some rows as a file with one tensor of this shape. */
    TensorFile tensors(int from, int count, List<Integer> shape) {
        ByteBuffer bytes = ByteBuffer.allocate(count * width * Double.BYTES);
        for (int i = from * width; i < (from + count) * width; i++) {
            bytes.putDouble(entries.get(i));
        }
        bytes.flip();
        return new TensorFile(file, FileFormat.NPY, List.of(StoredTensor.of("", shape, ElementType.F64, bytes)));
    }
}
