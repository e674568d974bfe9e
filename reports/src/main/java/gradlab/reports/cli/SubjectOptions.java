package gradlab.reports.cli;

import gradlab.analysis.model.FileFormat;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.survey.MatrixSubject;
import gradlab.analysis.survey.ModelSubject;
import gradlab.analysis.survey.Subject;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private PointOptions point = new PointOptions();

    @Option(
            names = "--input",
            paramLabel = "NAME",
            description = "Differentiate by this input (default: the first with fractions).")
    private @Nullable String input;

    @Option(
            names = "--output",
            paramLabel = "NAME",
            description = "Differentiate this output (default: the first with fractions).")
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
        return point.seed();
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
        return ModelSubject.of(model, point.request(input, output, from, to));
    }

    private Subject matrix(TensorFile tensors) {
        Optional<String> misplaced = point.forModels()
                .or(() -> given("--input", input))
                .or(() -> given("--output", output))
                .or(() -> given("--from", from))
                .or(() -> given("--to", to));
        if (misplaced.isPresent()) {
            throw SourceException.in(
                    tensors.name(), misplaced.get() + " beside a file of tensors", "a model for " + misplaced.get());
        }
        return MatrixSubject.of(tensors, Optional.ofNullable(tensor));
    }

    private static Optional<String> given(String option, @Nullable String value) {
        return value == null ? Optional.empty() : Optional.of(option);
    }
}
