package gradlab.dynamics.training;

import gradlab.analysis.source.Scalars;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import gradlab.dynamics.blueprint.Limits;
import gradlab.dynamics.optimiser.Clip;
import gradlab.dynamics.optimiser.Optimiser;
import gradlab.dynamics.optimiser.Schedule;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@link Updates}: the fields optimiser, schedule and clip of an experiment. */
record UpdatesReader(SourceText source, Scalars scalars) {
    private static final double MOMENTUM = 0.9;
    private static final double SECOND = 0.999;
    private static final double SECOND_OF_RMSPROP = 0.99;
    private static final double EPSILON = 1e-8;
    private static final double DECAY_OF_ADAMW = 0.01;

    Updates of(YamlFields fields) {
        return new Updates(
                optimiser(fields.required("optimiser")),
                fields.optional("schedule").map(this::schedule).orElseGet(Schedule::constant),
                fields.optional("clip").map(this::clip).orElseGet(Clip::none));
    }

    /** Either {@code kind: sgd} among the numbers, or one key {@code sgd} with the numbers below it. */
    private Optimiser optimiser(Yaml node) {
        YamlFields fields = YamlFields.of(source, node);
        if (fields.optional("kind").isPresent()) {
            return optimiser(scalars.choice(fields.scalar("kind"), Optimiser.Kind.class), fields);
        }
        for (Optimiser.Kind kind : Optimiser.Kind.values()) {
            Optional<Yaml> inner = fields.optional(word(kind));
            if (inner.isPresent()) {
                fields.refuseOthers();
                return optimiser(kind, YamlFields.of(source, inner.orElseThrow()));
            }
        }
        throw scalars.error(
                node,
                Arrays.stream(Optimiser.Kind.values())
                        .map(UpdatesReader::word)
                        .collect(Collectors.joining(", ", "kind: one of ", "")));
    }

    private static String word(Optimiser.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Optimiser optimiser(Optimiser.Kind kind, YamlFields fields) {
        boolean adam = kind == Optimiser.Kind.ADAM || kind == Optimiser.Kind.ADAMW;
        boolean moves = adam || kind == Optimiser.Kind.MOMENTUM || kind == Optimiser.Kind.NESTEROV;
        boolean divides = adam || kind == Optimiser.Kind.RMSPROP;
        double rate = scalars.decimal(fields.scalar("rate"), Double.MIN_VALUE, 1e6, "a rate above 0, up to 1e6");
        double momentum = moves ? share(fields, "momentum", MOMENTUM) : 0;
        double second = divides ? share(fields, "second", adam ? SECOND : SECOND_OF_RMSPROP) : 0;
        double epsilon = divides ? decimal(fields, "epsilon", 0, 1e6, "an epsilon from 0 to 1e6", EPSILON) : 0;
        double decay = decimal(
                fields, "decay", 0, 1e6, "a decay from 0 to 1e6", kind == Optimiser.Kind.ADAMW ? DECAY_OF_ADAMW : 0);
        fields.refuseOthers();
        return new Optimiser(kind, rate, momentum, second, epsilon, decay);
    }

    private double share(YamlFields fields, String name, double otherwise) {
        return decimal(fields, name, 0, Math.nextDown(1.0), "a number from 0, below 1", otherwise);
    }

    private double decimal(
            YamlFields fields, String name, double least, double most, String expected, double otherwise) {
        return fields.optionalScalar(name)
                .map(s -> scalars.decimal(s, least, most, expected))
                .orElse(otherwise);
    }

    private Schedule schedule(Yaml node) {
        YamlFields fields = YamlFields.of(source, node);
        Schedule.Kind kind = fields.optionalScalar("kind")
                .map(s -> scalars.choice(s, Schedule.Kind.class))
                .orElse(Schedule.Kind.CONSTANT);
        int warmup = fields.optionalScalar("warmup")
                .map(s -> scalars.integer(s, 0, Limits.STEPS))
                .orElse(0);
        double floor = kind == Schedule.Kind.COSINE ? decimal(fields, "floor", 0, 1, "a number from 0 to 1", 0) : 0;
        boolean stairs = kind == Schedule.Kind.STEP;
        double factor = stairs ? decimal(fields, "factor", 1e-6, 1, "a factor from 1e-6 to 1", 0.1) : 1;
        int every = stairs ? scalars.integer(fields.scalar("every"), 1, Limits.STEPS) : 1;
        fields.refuseOthers();
        return new Schedule(kind, warmup, floor, factor, every);
    }

    private Clip clip(Yaml node) {
        YamlFields fields = YamlFields.of(source, node);
        Clip.Kind kind = fields.optional("value").isPresent() ? Clip.Kind.VALUE : Clip.Kind.NORM;
        String key = kind.name().toLowerCase(Locale.ROOT);
        double limit = scalars.decimal(fields.scalar(key), Double.MIN_VALUE, 1e300, "a limit above 0");
        fields.refuseOthers();
        return new Clip(kind, limit);
    }
}
