package gradlab.analysis.survey;

import gradlab.analysis.model.FileFormat;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds what a file feeds back: a square matrix, a recurrent cell of PyTorch, a recurrent operator of ONNX. */
public final class RecurrentSurvey {
    private RecurrentSurvey() {}

    /**
     * What is fed back.
     *
     * @param file tensors or a model
     * @param name of tensors, which one; of a model, which node or recurrent weights
     * @param settings inputs of a model that are filled with one number
     * @param input a recording to drive the cell with, steps x inputs
     * @throws SourceException if there is no such thing, or the recording does not fit
     */
    public static RecurrentSubject of(
            Path file, Optional<String> name, Map<String, Double> settings, Optional<Path> input) {
        SourceBytes bytes = SourceBytes.read(file);
        boolean isModel = FileFormat.of(bytes) == FileFormat.ONNX;
        if (!isModel && !settings.isEmpty()) {
            throw SourceException.in(bytes.name(), "--set beside a file of tensors", "a model for --set");
        }
        Optional<Recording> recording = input.map(TensorFile::read).map(Recording::of);
        return isModel
                ? RecurrentModel.of(OnnxModel.read(file), settings, name, recording)
                : RecurrentTensors.of(TensorFile.of(bytes), name, recording);
    }

    /**
     * What a model that has been read feeds back.
     *
     * @param settings inputs of it that are filled with one number
     * @param name which recurrent operator or weights, if not the first
     * @param input a recording to drive it with
     * @throws SourceException if there is no such operator, or the recording does not fit
     */
    public static RecurrentSubject of(
            OnnxModel model, Map<String, Double> settings, Optional<String> name, Optional<Path> input) {
        return RecurrentModel.of(
                model, settings, name, input.map(TensorFile::read).map(Recording::of));
    }

    /**
     * What a file of tensors that has been read feeds back.
     *
     * @param name which recurrent weights, if not the first
     * @param input a recording to drive the cell with
     * @throws SourceException if there is no such thing, or the recording does not fit
     */
    public static RecurrentSubject of(TensorFile tensors, Optional<String> name, Optional<Path> input) {
        return RecurrentTensors.of(tensors, name, input.map(TensorFile::read).map(Recording::of));
    }
}
