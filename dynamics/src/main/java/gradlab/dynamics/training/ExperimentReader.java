package gradlab.dynamics.training;

import gradlab.analysis.network.Initialisation;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import gradlab.analysis.source.YamlReader;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads an {@link Experiment} from YAML. Every error is a {@link SourceException} of one line that names file, line and
 * column, what was found and what was expected; unknown keys are errors.
 */
public final class ExperimentReader {
    private static final int MAXIMUM_BYTES = 1 << 20;

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
        return new ExperimentReader(source).experiment(YamlReader.read(source));
    }

    private Experiment experiment(Yaml root) {
        YamlFields fields = YamlFields.of(source, root);
        String name = scalars.matching(fields.scalar("name"), "[a-z0-9]+(-[a-z0-9]+){0,20}", "a kebab-case name");
        String title = scalars.matching(fields.scalar("title"), "\\P{Cntrl}{1,200}", "a title of one line");
        Experiment.Data data = data(fields.required("data"));
        List<LayerSpec> network = new LayerSpecReader(source, scalars).network(fields.required("network"));
        Initialisation initialisation = initialisation(fields.required("initialisation"));
        Experiment.Loss loss = scalars.choice(fields.scalar("loss"), Experiment.Loss.class);
        Optimiser optimiser = optimiser(fields.required("optimiser"));
        int batch = scalars.integer(fields.scalar("batch"), 1, data.train());
        int steps = scalars.integer(fields.scalar("steps"), 1, Limits.STEPS);
        Experiment.Recording recording = recording(fields.required("record"));
        fields.refuseOthers();
        try {
            return new Experiment(name, title, data, network, initialisation, loss, optimiser, batch, steps, recording);
        } catch (IllegalArgumentException e) {
            throw SourceException.at(
                    source.name(), root.position(), String.valueOf(e.getMessage()), "an experiment within this limit");
        }
    }

    private Experiment.Data data(Yaml node) {
        YamlFields fields = YamlFields.of(source, node);
        scalars.matching(fields.scalar("set"), "digits", "digits");
        int train = scalars.integer(fields.scalar("train"), 1, Digits.SIZE - 1);
        Scaling scaling = scalars.choice(fields.scalar("scaling"), Scaling.class);
        fields.refuseOthers();
        return new Experiment.Data(train, scaling);
    }

    private Initialisation initialisation(Yaml node) {
        YamlFields fields = YamlFields.of(source, node);
        Initialisation.Scheme scheme = scalars.choice(fields.scalar("scheme"), Initialisation.Scheme.class);
        double gain = fields.optionalScalar("gain")
                .map(s -> scalars.decimal(s, 0, 1e6, "a gain from 0 to 1e6"))
                .orElse(1.0);
        fields.refuseOthers();
        return new Initialisation(scheme, gain);
    }

    private Optimiser optimiser(Yaml node) {
        YamlFields fields = YamlFields.of(source, node);
        YamlFields sgd = YamlFields.of(source, fields.required("sgd"));
        fields.refuseOthers();
        double rate = scalars.decimal(sgd.scalar("rate"), Double.MIN_VALUE, 1e6, "a rate above 0, up to 1e6");
        sgd.refuseOthers();
        return new Optimiser.Sgd(rate);
    }

    private Experiment.Recording recording(Yaml node) {
        YamlFields fields = YamlFields.of(source, node);
        int every = scalars.integer(fields.scalar("every"), 1, Limits.STEPS);
        int jacobian = fields.optionalScalar("jacobian")
                .map(s -> scalars.integer(s, 0, Limits.STEPS))
                .orElse(0);
        fields.refuseOthers();
        return new Experiment.Recording(every, jacobian);
    }
}
