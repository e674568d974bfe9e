package gradlab.reports.cli;

import gradlab.analysis.model.TensorFile;
import gradlab.analysis.survey.ModelRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say at which input a model is looked at. */
final class PointOptions {
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

    long seed() {
        return seed;
    }

    /** The name of an option that was given and means nothing without a model. */
    Optional<String> forModels() {
        return at != null ? Optional.of("--at") : settings.isEmpty() ? Optional.empty() : Optional.of("--set");
    }

    /** A request for the Jacobian of this output by this input, or from and to inner values. */
    ModelRequest request(@Nullable String input, @Nullable String output, @Nullable String from, @Nullable String to) {
        return new ModelRequest(
                Optional.ofNullable(at).map(TensorFile::read),
                settings,
                seed,
                Optional.ofNullable(input),
                Optional.ofNullable(output),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }
}
