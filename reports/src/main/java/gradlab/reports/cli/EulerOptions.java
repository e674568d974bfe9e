package gradlab.reports.cli;

import gradlab.analysis.model.TensorFile;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.survey.ModelRequest;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is looked at as a Forward Euler solver, and where. */
final class EulerOptions {
    private static final int LOOKED_AT = 4_096;

    @Option(names = "--tensor", paramLabel = "NAME", description = "Of a file with several tensors, this one.")
    private @Nullable String tensor;

    @Option(
            names = "--step",
            paramLabel = "H",
            description = "The step h of a matrix (default: 1) or of a flow (default: a tenth of its stride).")
    private @Nullable Double step;

    @Option(names = "--layer", description = "The matrix is a layer I + hA, not the generator A of x' = A x.")
    private boolean layer;

    @Option(
            names = {"--input", "--at"},
            paramLabel = "X.npy",
            description = "The point: an npy for the input, or for a model an npz that names several inputs.")
    private @Nullable Path input;

    @Option(names = "--set", paramLabel = "NAME=NUMBER", description = "Fills an input of the model with a number.")
    private Map<String, Double> settings = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Draws what is not given from this seed (default: ${DEFAULT-VALUE}).")
    private long seed = 0;

    @Option(names = "--from", paramLabel = "NODE", description = "Of a model, only from this node or value on.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "NODE", description = "Of a model, only up to this node or value.")
    private @Nullable String to;

    long seed() {
        return seed;
    }

    boolean isLayer() {
        return layer;
    }

    double stepOr(double otherwise) {
        return step == null ? otherwise : step;
    }

    Optional<String> tensor() {
        return Optional.ofNullable(tensor);
    }

    Optional<TensorFile> input() {
        return Optional.ofNullable(input).map(TensorFile::read);
    }

    ModelRequest request() {
        return new ModelRequest(
                input(),
                settings,
                seed,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }

    /** What is wrong with the numbers given, if anything. */
    Optional<String> fault() {
        return step != null && !(step >= 1e-30 && step <= 1e30)
                ? Optional.of("--step: found " + step + ", expected a number from 1e-30 to 1e30")
                : Optional.empty();
    }

    void refuseForModels(String file) {
        refuseForFlows(file);
        refuse(file, step != null, "--step", "a matrix or a flow, for a residual layer has its own step");
    }

    void refuseForFlows(String file) {
        refuse(file, tensor != null, "--tensor", "a file of tensors");
        refuse(file, layer, "--layer", "a matrix");
    }

    void refuseForOthers(String file) {
        refuse(file, !settings.isEmpty(), "--set", "an ONNX model");
        refuse(file, from != null, "--from", "an ONNX model");
        refuse(file, to != null, "--to", "an ONNX model");
    }

    private static void refuse(String file, boolean given, String option, String belongs) {
        if (given) {
            throw SourceException.in(file, option + " beside it", belongs + " for " + option);
        }
    }

    /** Whether bytes are text with a key: no control characters, a colon, and no header of a Matrix Market file. */
    boolean isYaml(SourceBytes bytes) {
        ByteBuffer start = bytes.slice(0, Math.min(bytes.size(), LOOKED_AT), "the start");
        boolean colon = false;
        while (start.hasRemaining()) {
            byte next = start.get();
            if (next >= 0 && next < ' ' && next != '\n' && next != '\r' && next != '\t') {
                return false;
            }
            colon |= next == ':';
        }
        return colon && !bytes.startsWith((byte) '%', (byte) '%');
    }
}
