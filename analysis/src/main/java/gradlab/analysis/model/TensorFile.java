package gradlab.analysis.model;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.source.MemoryAllowance;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tensors of a file.
 *
 * @param name the file's name as the user gave it
 * @param format what it is
 * @param tensors what is in it, in the order of the file
 */
public record TensorFile(String name, FileFormat format, List<StoredTensor> tensors) {

    /** A matrix as doubles may fill this part of the heap. */
    private static final int ONE_IN = 8;

    private static final int MOST_NAMES = 20;

    /** Copies the list. */
    public TensorFile {
        tensors = List.copyOf(tensors);
    }

    /**
     * Reads a file of any format but ONNX.
     *
     * @throws SourceException if it is malformed, too large for the heap, or something else
     */
    public static TensorFile read(Path file) {
        return of(SourceBytes.read(file));
    }

    /** The same from bytes. */
    public static TensorFile of(SourceBytes source) {
        FileFormat format = FileFormat.of(source);
        List<StoredTensor> tensors = switch (format) {
            case NPY -> List.of(NpyReader.read(source));
            case NPZ -> NpzReader.read(source);
            case SAFETENSORS -> SafetensorsReader.read(source);
            case MATRIX_MARKET -> List.of(MatrixMarketReader.read(source));
            case ONNX -> throw SourceException.in(source.name(), "what may be an ONNX model", "a matrix or tensors");
        };
        return new TensorFile(source.name(), format, tensors);
    }

    /**
     * The tensor of a name.
     *
     * @throws SourceException if there is none
     */
    public StoredTensor tensor(String wanted) {
        return tensors.stream()
                .filter(t -> t.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> SourceException.in(name, "no tensor " + SourceException.quote(wanted), expected()));
    }

    private String expected() {
        return names().isEmpty() ? "no name: the only tensor of such a file has none" : "one of " + names();
    }

    /**
     * The only tensor.
     *
     * @throws SourceException if there are several or none
     */
    public StoredTensor onlyTensor() {
        if (tensors.size() != 1) {
            throw SourceException.in(
                    name, tensors.size() + " tensors", tensors.isEmpty() ? "one" : "one of them by name: " + names());
        }
        return tensors.get(0);
    }

    /**
     * A tensor of this file as a matrix: one with two indices as it is, one with a single index as a column, a single
     * number as 1 x 1. Numbers come as the nearest doubles, NaN and infinities as they are.
     *
     * @throws SourceException if it has more indices, or is too large for the heap
     */
    public DenseMatrix matrix(StoredTensor tensor) {
        List<Integer> shape = tensor.shape();
        if (shape.size() > 2) {
            throw SourceException.in(name, "a tensor of " + tensor.shapeText(), "a matrix: at most two indices");
        }
        MemoryAllowance.ofHeap(name, ONE_IN)
                .take(tensor.count(), Double.BYTES, "a matrix of " + tensor.count() + " entries");
        int rows = shape.isEmpty() ? 1 : shape.get(0);
        int columns = shape.size() < 2 ? 1 : shape.get(1);
        return DenseMatrix.of(rows, columns, tensor.toDoubles());
    }

    private String names() {
        return tensors.stream().limit(MOST_NAMES).map(StoredTensor::name).collect(Collectors.joining(", "))
                + (tensors.size() > MOST_NAMES ? ", ..." : "");
    }
}
