package gradlab.reports.cli;

import gradlab.analysis.model.FileFormat;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.network.Network;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import gradlab.analysis.source.YamlReader;
import gradlab.analysis.survey.MatrixSubject;
import gradlab.analysis.survey.ModelSubject;
import gradlab.dynamics.euler.ResidualStack;
import gradlab.dynamics.euler.ResidualStep;
import gradlab.dynamics.system.FlowSystem;
import gradlab.dynamics.system.OrbitException;
import gradlab.dynamics.system.SystemSource;
import gradlab.dynamics.system.Systems;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.ExperimentReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A residual stack out of a file: the layers of a model, of an experiment's network with its first weights, a matrix, or steps of
 * a flow.
 *
 * @param file the file's name
 * @param format what it is
 * @param stack the layers
 * @param isMatrix whether it is a single matrix
 */
record EulerSource(String file, String format, ResidualStack stack, boolean isMatrix) {
    /** Norms and products of larger entries could overflow. */
    private static final double LARGEST_ENTRY = 1e30;

    private static final int MAXIMUM_BYTES = 1 << 20;
    private static final int FLOW_STEPS = 20;
    /** Into how many steps a stride is cut where none is given. */
    private static final int PARTS = 10;

    static EulerSource of(String name, EulerOptions options) {
        Path file = Path.of(name);
        if (!Files.exists(file) && Systems.has(name.replaceAll(":.*", ""))) {
            return flow(name, options);
        }
        SourceBytes bytes = SourceBytes.read(file);
        if (options.isYaml(bytes)) {
            return isSystem(file) ? flow(name, options) : experiment(file, options);
        }
        return FileFormat.of(bytes) == FileFormat.ONNX ? model(file, options) : matrix(TensorFile.of(bytes), options);
    }

    private static EulerSource model(Path file, EulerOptions options) {
        options.refuseForModels(file.toString());
        OnnxModel model = OnnxModel.read(file);
        List<ResidualStep> steps = ResidualStack.in(ModelSubject.residuals(model, options.request()));
        return new EulerSource(model.file(), "ONNX", stack(model.file(), "residual layers of the model", steps), false);
    }

    private static EulerSource experiment(Path file, EulerOptions options) {
        options.refuseForModels(file.toString());
        options.refuseForOthers(file.toString());
        Experiment experiment = ExperimentReader.read(file);
        Network network = experiment.initialNetwork(options.seed());
        double[] point = options.input()
                .map(given -> vector(given, network.inputs()))
                .orElseGet(
                        () -> experiment.split(options.seed()).train().select(0).inputs());
        String of = "residual layers of " + experiment.name() + " as initialised from seed " + options.seed();
        return new EulerSource(
                file.toString(), "experiment", stack(file.toString(), of, ResidualStack.in(network, point)), false);
    }

    /** A system says so; an experiment has other keys. */
    private static boolean isSystem(Path file) {
        SourceText text = SourceText.read(file, MAXIMUM_BYTES);
        return YamlReader.read(text) instanceof Yaml.Mapping mapping
                && YamlFields.of(text, mapping).optional("system").isPresent();
    }

    private static EulerSource flow(String name, EulerOptions options) {
        options.refuseForFlows(name);
        options.refuseForOthers(name);
        if (!(SystemSource.of(name) instanceof FlowSystem flow)) {
            throw SourceException.in(name, "a map", "a flow, whose Forward Euler steps can be looked at");
        }
        double[] from =
                options.input().map(given -> vector(given, flow.dimension())).orElseGet(flow::start);
        try {
            double h = options.stepOr(flow.stride() / PARTS);
            return new EulerSource(name, "flow", ResidualStack.of(flow, from, h, FLOW_STEPS), false);
        } catch (OrbitException e) {
            String why = String.valueOf(e.getMessage());
            String found = why.startsWith(name + ": ") ? why.substring(name.length() + 2) : why;
            throw SourceException.in(name, found, "an orbit of " + FLOW_STEPS + " steps");
        }
    }

    private static ResidualStack stack(String file, String of, List<ResidualStep> steps) {
        if (steps.isEmpty()) {
            throw SourceException.in(
                    file,
                    "no residual layer, no sum of a value and a branch computed from it",
                    "layers x + f(x), or a square matrix");
        }
        for (ResidualStep step : steps) {
            double[] ones = new double[step.dimension()];
            Arrays.fill(ones, 1);
            double[] image = step.jacobian().apply(ones);
            if (!Arrays.stream(image).allMatch(entry -> Math.abs(entry) <= LARGEST_ENTRY)) {
                throw SourceException.in(
                        file, "a Jacobian of " + step.name() + " that overflows", "finite derivatives at the point");
            }
        }
        return new ResidualStack(of, steps);
    }

    private static EulerSource matrix(TensorFile file, EulerOptions options) {
        options.refuseForOthers(file.name());
        DenseMatrix matrix =
                DenseMatrix.of(MatrixSubject.of(file, options.tensor()).operator());
        int n = matrix.rows();
        if (n == 0 || matrix.columns() != n) {
            throw SourceException.in(
                    file.name(), "a matrix of " + n + " x " + matrix.columns(), "a square one of at least one row");
        }
        for (double entry : matrix.toArray()) {
            if (Math.abs(entry) > LARGEST_ENTRY) {
                throw SourceException.in(file.name(), "the entry " + entry, "entries of at most " + LARGEST_ENTRY);
            }
        }
        double[] at = options.input()
                .map(given -> vector(given, n))
                .orElseGet(() -> RandomStream.of(options.seed(), "input").gaussians(n));
        ResidualStack stack = options.isLayer()
                ? ResidualStack.ofLayer(matrix, options.stepOr(1), at)
                : ResidualStack.ofGenerator(matrix, options.stepOr(1), at);
        return new EulerSource(file.name(), file.format().title(), stack, true);
    }

    private static double[] vector(TensorFile file, int n) {
        double[] entries = file.onlyTensor().toDoubles();
        if (entries.length != n) {
            throw SourceException.in(file.name(), entries.length + " numbers", n + " for the input");
        }
        for (double entry : entries) {
            if (!Double.isFinite(entry)) {
                throw SourceException.in(file.name(), Double.toString(entry), "finite numbers");
            }
        }
        return entries;
    }
}
