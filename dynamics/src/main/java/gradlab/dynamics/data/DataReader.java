package gradlab.dynamics.data;

import gradlab.analysis.source.Scalars;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import java.nio.file.Path;

/** Reads where the data of an experiment come from. */
public final class DataReader {
    private static final int MOST_POINTS = 1_000_000;
    private static final int MOST_STEPS = 10_000;
    private static final long MOST_NUMBERS = 50_000_000;

    private final SourceText source;
    private final Scalars scalars;

    /** A reader of a part of this text. */
    public DataReader(SourceText source, Scalars scalars) {
        this.source = source;
        this.scalars = scalars;
    }

    /** The sets. */
    private enum Set {
        DIGITS,
        ADDING,
        COPYING,
        COPYING_TOKENS,
        PARITY,
        RUNNING_PARITY,
        LORENZ,
        MACKEY_GLASS,
        TABLE,
        ARRAYS
    }

    /** The source that a node describes. */
    public DataSource of(Yaml node) {
        YamlFields fields = YamlFields.of(source, node);
        Set set = scalars.choice(fields.scalar("set"), Set.class);
        DataSource data = switch (set) {
            case DIGITS -> digits(fields);
            case TABLE -> table(fields);
            case ARRAYS -> arrays(fields);
            case LORENZ -> forecast(fields, Forecast.Kind.LORENZ, 0.05);
            case MACKEY_GLASS -> forecast(fields, Forecast.Kind.MACKEY_GLASS, 1);
            default -> task(fields, SequenceTask.Kind.valueOf(set.name()));
        };
        fields.refuseOthers();
        long numbers = ((long) data.train() + data.test()) * (data.shape().size() + data.answers());
        if (numbers > MOST_NUMBERS) {
            throw SourceException.at(
                    source.name(), node.position(), numbers + " numbers", "at most " + MOST_NUMBERS + " numbers");
        }
        return data;
    }

    private DataSource digits(YamlFields fields) {
        DigitsSource.View view = fields.optionalScalar("view")
                .map(s -> scalars.choice(s, DigitsSource.View.class))
                .orElse(DigitsSource.View.FLAT);
        int train = scalars.integer(fields.scalar("train"), 1, Digits.SIZE - 1);
        return new DigitsSource(view, train, scaling(fields));
    }

    private Scaling scaling(YamlFields fields) {
        return fields.optionalScalar("scaling")
                .map(s -> scalars.choice(s, Scaling.class))
                .orElse(Scaling.NONE);
    }

    private DataSource task(YamlFields fields, SequenceTask.Kind kind) {
        int length = scalars.integer(fields.scalar("length"), kind.copies() ? 1 : 2, MOST_STEPS);
        int train = scalars.integer(fields.scalar("train"), 1, MOST_POINTS);
        int test = scalars.integer(fields.scalar("test"), 1, MOST_POINTS);
        return new SequenceTask(kind, length, train, test);
    }

    private DataSource forecast(YamlFields fields, Forecast.Kind kind, double usual) {
        int length = scalars.integer(fields.scalar("length"), 1, MOST_STEPS);
        double every = fields.optionalScalar("every")
                .map(s -> scalars.decimal(s, 1e-4, 100, "a time from 1e-4 to 100"))
                .orElse(usual);
        boolean all = fields.optionalScalar("answer")
                .map(s -> scalars.matching(s, "last|all", "last or all"))
                .filter("all"::equals)
                .isPresent();
        int train = scalars.integer(fields.scalar("train"), 1, MOST_POINTS);
        int test = scalars.integer(fields.scalar("test"), 1, MOST_POINTS);
        return new Forecast(kind, length, every, all, train, test);
    }

    private Path file(YamlFields fields) {
        String name = scalars.matching(fields.scalar("file"), "\\P{Cntrl}{1,200}", "the name of a file");
        Path folder = Path.of(source.name()).toAbsolutePath().getParent();
        return folder == null ? Path.of(name) : folder.resolve(name);
    }

    private DataSource table(YamlFields fields) {
        Path file = file(fields);
        String target = scalars.matching(fields.scalar("target"), "\\P{Cntrl}{1,200}", "the name of a column");
        boolean labels = labels(fields);
        Yaml.Scalar train = fields.scalar("train");
        Scaling scaling = scaling(fields);
        return loaded(new TableFile(file, target, labels).read(), train, scaling);
    }

    private boolean labels(YamlFields fields) {
        return scalars.matching(fields.scalar("task"), "classes|numbers", "classes or numbers")
                .equals("classes");
    }

    private DataSource arrays(YamlFields fields) {
        Path file = file(fields);
        String inputs = scalars.matching(fields.scalar("inputs"), "\\P{Cntrl}{1,200}", "the name of an array");
        String targets = scalars.matching(fields.scalar("targets"), "\\P{Cntrl}{1,200}", "the name of an array");
        boolean labels = labels(fields);
        Yaml.Scalar train = fields.scalar("train");
        Scaling scaling = scaling(fields);
        return loaded(new ArrayFile(file, inputs, targets, labels).read(), train, scaling);
    }

    private DataSource loaded(DataSet points, Yaml.Scalar train, Scaling scaling) {
        if (points.size() < 2) {
            throw SourceException.at(
                    source.name(), train.position(), points.size() + " points in the file", "at least 2 points");
        }
        return new LoadedSource(points, scalars.integer(train, 1, points.size() - 1), scaling);
    }
}
