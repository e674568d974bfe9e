package gradlab.reports.cli;

import gradlab.analysis.model.FileFormat;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.survey.MatrixSubject;
import gradlab.analysis.survey.ModelRequest;
import gradlab.analysis.survey.ModelSubject;
import gradlab.analysis.survey.Subject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what is looked at: a matrix of a file, or a part of a model at an input. */
final class SubjectOptions {

    @Parameters(
            arity = "1",
            paramLabel = "FILE",
            description = "A model (ONNX) or tensors (npy, npz, safetensors, Matrix Market).")
    private Path file = Path.of("");

    @Option(names = "--tensor", paramLabel = "NAME", description = "Of a file with several tensors, this one.")
    private @Nullable String tensor;

    @Option(
            names = "--at",
            paramLabel = "INPUT",
            description = "The point: an npy for the model's input, or an npz that names several inputs.")
    private @Nullable Path at;

    @Option(
            names = "--set",
            paramLabel = "NAME=NUMBER",
            description = "Fills an input of the model with a number, such as a sampling rate.")
    private Map<String, Double> settings = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Without --at the input is Gaussian, drawn from this seed (default: ${DEFAULT-VALUE}).")
    private long seed = 0;

    @Option(
            names = "--input",
            paramLabel = "NAME",
            description = "Differentiate by this input (default: the first of floats).")
    private @Nullable String input;

    @Option(
            names = "--output",
            paramLabel = "NAME",
            description = "Differentiate this output (default: the first of floats).")
    private @Nullable String output;

    @Option(
            names = "--from",
            paramLabel = "NODE",
            description = "Differentiate by what goes into this node, or by this value.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "NODE",
            description = "Differentiate what comes out of this node, or this value.")
    private @Nullable String to;

    long seed() {
        return seed;
    }

    Subject subject() {
        SourceBytes bytes = SourceBytes.read(file);
        return FileFormat.of(bytes) == FileFormat.ONNX ? model() : matrix(TensorFile.of(bytes));
    }

    private Subject model() {
        OnnxModel model = OnnxModel.read(file);
        if (tensor != null) {
            throw SourceException.in(model.file(), "--tensor beside a model", "a file of tensors for --tensor");
        }
        ModelRequest request = new ModelRequest(
                Optional.ofNullable(at).map(TensorFile::read),
                settings,
                seed,
                Optional.ofNullable(input),
                Optional.ofNullable(output),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
        return ModelSubject.of(model, request);
    }

    private Subject matrix(TensorFile tensors) {
        Map<String, @Nullable Object> forModels = new LinkedHashMap<>();
        forModels.put("--at", at);
        forModels.put("--input", input);
        forModels.put("--output", output);
        forModels.put("--from", from);
        forModels.put("--to", to);
        forModels.put("--set", settings.isEmpty() ? null : settings);
        forModels.forEach((name, value) -> {
            if (value != null) {
                throw SourceException.in(tensors.name(), name + " beside a file of tensors", "a model for " + name);
            }
        });
        return MatrixSubject.of(tensors, Optional.ofNullable(tensor));
    }
}
