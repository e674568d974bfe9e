package gradlab.analysis.onnx;

import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An ONNX model.
 *
 * @param file the file's name as the user gave it
 * @param producer who wrote it, as the file says
 * @param irVersion the version of the file format
 * @param opset the version of ONNX's own operators
 * @param graph what it computes
 */
public record OnnxModel(String file, String producer, long irVersion, int opset, Graph graph) {

    /**
     * Reads a model, and the files in its folder in which it keeps tensors.
     *
     * @throws SourceException if it is malformed, too large for the heap, or points out of its folder
     */
    public static OnnxModel read(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return ModelReader.read(SourceBytes.read(file), Optional.ofNullable(folder));
    }

    /** Reads a model that keeps all its tensors in itself. */
    public static OnnxModel of(SourceBytes source) {
        return ModelReader.read(source, Optional.empty());
    }
}
