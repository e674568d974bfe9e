package gradlab.dynamics.training;

import gradlab.analysis.arithmetic.FloatFormat;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.network.Initialisation;
import gradlab.analysis.source.Scalars;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import gradlab.analysis.source.YamlReader;
import gradlab.analysis.tensor.Shape;
import gradlab.dynamics.blueprint.LayerSpec;
import gradlab.dynamics.blueprint.LayerSpecReader;
import gradlab.dynamics.blueprint.LayerSpecs;
import gradlab.dynamics.blueprint.Limits;
import gradlab.dynamics.blueprint.Start;
import gradlab.dynamics.data.DataReader;
import gradlab.dynamics.data.DataSource;
import gradlab.dynamics.data.Forecast;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads an {@link Experiment} from YAML. Every error is a {@link SourceException} of one line that names file, line and
 * column, what was found and what was expected; unknown keys are errors.
 */
public final class ExperimentReader {
    private static final int MAXIMUM_BYTES = 1 << 20;
    private static final int LARGEST_SEED = 999_999_999;
    private static final int CHECKPOINT = 100;

    private final SourceText source;
    private final Scalars scalars;

    private ExperimentReader(SourceText source) {
        this.source = source;
        this.scalars = new Scalars(source);
    }

    /** Reads a file of at most one megabyte. */
    public static Experiment read(Path file) {
        return read(SourceText.read(file, MAXIMUM_BYTES));
    }

    /** Reads a text. */
    public static Experiment read(SourceText source) {
        return read(source, YamlReader.read(source));
    }

    /** Reads what a text says, or was changed to say. */
    public static Experiment read(SourceText source, Yaml root) {
        return new ExperimentReader(source).experiment(root);
    }

    private Experiment experiment(Yaml root) {
        YamlFields fields = YamlFields.of(source, root);
        String name = name(fields);
        String title = fields.optionalScalar("title")
                .map(s -> scalars.matching(s, "\\P{Cntrl}{1,200}", "a title of one line"))
                .orElse(name);
        int seed = integer(fields, "seed", 0, LARGEST_SEED, 1);
        DataSource data = new DataReader(source, scalars).of(fields.required("data"));
        Start start = fields.optional("initialisation")
                .map(this::start)
                .orElseGet(() -> Start.of(Initialisation.of(Initialisation.Scheme.HE)));
        Yaml layers = fields.required("network");
        List<LayerSpec> network = new LayerSpecReader(source, scalars, start).network(layers, data.shape());
        checkOutputs(layers, network, data);
        Loss loss = loss(fields.scalar("loss"), data);
        Updates updates = new UpdatesReader(source, scalars).of(fields);
        Precision precision = fields.optional("precision").map(this::precision).orElseGet(Precision::full);
        int batch = scalars.integer(fields.scalar("batch"), 1, data.train());
        int steps = steps(fields, data.train() / batch);
        Optional<Curriculum> curriculum = fields.optional("curriculum").map(node -> curriculum(node, network, data));
        Recording recording = recording(fields);
        Optional<ClosedLoopPlan> closedLoop =
                fields.optional("closed_loop").map(node -> closedLoop(node, network, data, precision));
        int checkpoint = integer(fields, "checkpoint", 1, Limits.STEPS, CHECKPOINT);
        boolean nativeKernels = fields.optionalScalar("backend")
                .map(s -> scalars.matching(s, "fixed|native", "fixed or native"))
                .filter("native"::equals)
                .isPresent();
        ShortVersion.changes(source, fields.optional(ShortVersion.FIELD));
        fields.refuseOthers();
        try {
            return new Experiment(
                    name,
                    title,
                    seed,
                    data,
                    curriculum,
                    network,
                    start,
                    loss,
                    updates,
                    precision,
                    batch,
                    steps,
                    recording,
                    closedLoop,
                    checkpoint,
                    nativeKernels);
        } catch (IllegalArgumentException e) {
            throw SourceException.at(
                    source.name(), root.position(), String.valueOf(e.getMessage()), "an experiment within this limit");
        }
    }

    private int integer(YamlFields fields, String key, int least, int most, int otherwise) {
        return fields.optionalScalar(key)
                .map(s -> scalars.integer(s, least, most))
                .orElse(otherwise);
    }

    /** The name in the file, or the file's own. */
    private String name(YamlFields fields) {
        return fields.optionalScalar("name")
                .map(s -> scalars.matching(s, "[a-z0-9]+(-[a-z0-9]+){0,20}", "a kebab-case name"))
                .orElseGet(() -> {
                    Path file = Path.of(source.name()).getFileName();
                    String stem =
                            String.valueOf(file).replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT);
                    String kebab = stem.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
                    return kebab.isEmpty() ? "run" : kebab.substring(0, Math.min(100, kebab.length()));
                });
    }

    private void checkOutputs(Yaml node, List<LayerSpec> network, DataSource data) {
        Shape outputs = LayerSpecs.outputs(network, data.shape());
        if (outputs.size() != data.outputs()) {
            String each = data.classes() > 0 ? ", one a class" : ", one a number";
            String all = data.answers() > 1 && data.classes() > 0 ? each + " of " + data.answers() + " answers" : each;
            throw SourceException.at(
                    source.name(),
                    node.position(),
                    "a network with " + outputs.size() + " outputs",
                    data.outputs() + " outputs" + all);
        }
    }

    private Loss loss(Yaml.Scalar scalar, DataSource data) {
        Loss loss = switch (scalar.text()) {
            case "cross_entropy" -> Loss.SOFTMAX_CROSS_ENTROPY;
            case "mse" -> Loss.MEAN_SQUARED_ERROR;
            default -> scalars.choice(scalar, Loss.class);
        };
        if ((loss == Loss.SOFTMAX_CROSS_ENTROPY) != (data.classes() > 0)) {
            throw scalars.error(
                    scalar,
                    data.classes() > 0
                            ? "softmax_cross_entropy, since the answers are classes"
                            : "mean_squared_error, since the answers are numbers");
        }
        return loss;
    }

    private Start start(Yaml node) {
        YamlFields fields = YamlFields.of(source, node);
        Initialisation weights = initialisation(fields);
        Optional<Initialisation> recurrent = fields.optional("recurrent").map(inner -> {
            YamlFields own = YamlFields.of(source, inner);
            Initialisation read = initialisation(own);
            own.refuseOthers();
            return read;
        });
        double forget = fields.optionalScalar("forget_bias")
                .map(s -> scalars.decimal(s, -1e6, 1e6, "a bias of at most 1e6"))
                .orElse(0.0);
        Start.ResidualScaling residual = fields.optionalScalar("residual")
                .map(s -> scalars.choice(s, Start.ResidualScaling.class))
                .orElse(Start.ResidualScaling.NONE);
        fields.refuseOthers();
        return new Start(weights, recurrent, forget, residual);
    }

    private Initialisation initialisation(YamlFields fields) {
        Initialisation.Scheme scheme = scalars.choice(fields.scalar("scheme"), Initialisation.Scheme.class);
        double gain = fields.optionalScalar("gain")
                .map(s -> scalars.decimal(s, 0, 1e6, "a gain from 0 to 1e6"))
                .orElse(1.0);
        return new Initialisation(scheme, gain);
    }

    private Precision precision(Yaml node) {
        return new PrecisionReader(source, scalars).of(node);
    }

    private int steps(YamlFields fields, int perEpoch) {
        Optional<Yaml.Scalar> epochs = fields.optionalScalar("epochs");
        if (epochs.isPresent() && fields.optional("steps").isEmpty()) {
            return perEpoch * scalars.integer(epochs.orElseThrow(), 1, Math.max(1, Limits.STEPS / perEpoch));
        }
        if (epochs.isPresent()) {
            throw scalars.error(epochs.orElseThrow(), "either steps or epochs, not both");
        }
        return scalars.integer(fields.scalar("steps"), 1, Limits.STEPS);
    }

    private Curriculum curriculum(Yaml node, List<LayerSpec> network, DataSource data) {
        YamlFields fields = YamlFields.of(source, node);
        int full = data.shape().length(0);
        Curriculum read = new Curriculum(
                scalars.integer(fields.scalar("from"), 2, Math.max(2, full)),
                scalars.integer(fields.scalar("over"), 1, Limits.STEPS));
        fields.refuseOthers();
        if (!data.withLength(read.from())
                .filter(shorter -> fits(network, data, shorter))
                .isPresent()) {
            throw scalars.error(
                    node,
                    "a curriculum only on sequences that may be as short as its first length, with a network that takes any length");
        }
        return read;
    }

    private ClosedLoopPlan closedLoop(Yaml node, List<LayerSpec> network, DataSource data, Precision precision) {
        YamlFields fields = YamlFields.of(source, node);
        ClosedLoopPlan plan = new ClosedLoopPlan(
                integer(fields, "steps", 1_000, ClosedLoopPlan.MOST, 20_000),
                integer(fields, "transient", 0, ClosedLoopPlan.MOST, 1_000));
        fields.refuseOthers();
        if (!(data instanceof Forecast) || !ClosedLoop.fits(network) || precision.format() != FloatFormat.BINARY64) {
            throw scalars.error(
                    node,
                    "a closed loop only of forecasts (lorenz, mackey_glass) in binary64, by recurrent layers and others"
                            + " that act on each step");
        }
        return plan;
    }

    /** Whether the network takes the shorter sequences too, with the same parameters. */
    private static boolean fits(List<LayerSpec> network, DataSource data, DataSource shorter) {
        try {
            return LayerSpecs.parameters(network, shorter.shape()) == LayerSpecs.parameters(network, data.shape())
                    && LayerSpecs.outputs(network, shorter.shape()).size() == shorter.outputs();
        } catch (ShapeException e) {
            return false;
        }
    }

    private Recording recording(YamlFields outer) {
        if (outer.optional("record").isEmpty()) {
            return new Recording(1, true, 0, 0, 0, 0, 0, 0, 0);
        }
        YamlFields fields = YamlFields.of(source, outer.required("record"));
        int every = scalars.integer(fields.scalar("every"), 1, Limits.STEPS);
        boolean updates = fields.optionalScalar("updates").map(scalars::truth).orElse(true);
        Recording recording = new Recording(
                every,
                updates,
                integer(fields, "activations", 0, Limits.STEPS, 0),
                integer(fields, "jacobian", 0, Limits.STEPS, 0),
                integer(fields, "spectrum", 0, Limits.STEPS, 0),
                integer(fields, "lyapunov", 0, Limits.STEPS, 0),
                integer(fields, "recurrent", 0, Limits.STEPS, 0),
                integer(fields, "attention", 0, Limits.STEPS, 0),
                integer(fields, "sharpness", 0, Limits.STEPS, 0));
        fields.refuseOthers();
        return recording;
    }
}
