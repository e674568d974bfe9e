package gradlab.analysis.model;

import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;

/** What a file is, told from its bytes and never from its name. */
public enum FileFormat {
    /** One array of NumPy. */
    NPY("npy"),
    /** A zip archive of NumPy arrays. */
    NPZ("npz"),
    /** Tensors behind a JSON header. */
    SAFETENSORS("safetensors"),
    /** A matrix as text. */
    MATRIX_MARKET("Matrix Market"),
    /** A network as a graph of operators, in protocol buffers. */
    ONNX("ONNX");

    /** The tags of the fields of an ONNX model that a writer may put first. */
    private static final byte[] ONNX_START = {0x08, 0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42};

    private final String title;

    FileFormat(String title) {
        this.title = title;
    }

    /** What a message calls it. */
    public String title() {
        return title;
    }

    /**
     * Tells the format. ONNX has no magic bytes: whatever may begin a message of its kind and is nothing else is taken
     * for it, and its reader decides.
     *
     * @throws SourceException if it is none of these
     */
    public static FileFormat of(SourceBytes source) {
        if (source.startsWith(NpyHeaderReader.magic())) {
            return NPY;
        } else if (source.startsWith((byte) 'P', (byte) 'K', (byte) 3, (byte) 4)
                || source.startsWith((byte) 'P', (byte) 'K', (byte) 5, (byte) 6)) {
            return NPZ;
        } else if (MatrixMarketReader.recognises(source)) {
            return MATRIX_MARKET;
        } else if (SafetensorsReader.recognises(source)) {
            return SAFETENSORS;
        }
        for (byte start : ONNX_START) {
            if (source.startsWith(start)) {
                return ONNX;
            }
        }
        throw SourceException.in(
                source.name(),
                "bytes of no known format",
                "an ONNX model, safetensors, npy, npz or a Matrix Market file");
    }
}
