package gradlab.verification.labelled;

import gradlab.dynamics.diagnosis.LogSeries;
import gradlab.dynamics.diagnosis.Quantity;
import gradlab.dynamics.diagnosis.RunLog;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the fixed-threshold rules say of a run, as their documentation describes them (amazon2023), on every recorded step. A rule
 * speaks of tensors where a log has norms by layer, so of n numbers with norm g the root mean square g/sqrt(n) stands
 * for the mean absolute value, which it bounds from above, g^2/n for the variance, and 3.29 g/sqrt(n) for the distance of the
 * 5th from the 95th percentile, as of normal numbers. Overfit and SaturatedActivation need numbers that are not recorded.
 */
final class FixedRules {
    private static final double VANISHING = 1e-7;
    private static final int PATIENCE = 10;
    private static final double LEAST_FALL = 0.001;
    private static final int INITIAL_STEPS = 10;
    private static final double VARIANCE_RATIO = 10;
    private static final double LEAST_RANGE = 0.001;
    private static final double RANGE_OF_NORMAL = 3.29;
    private static final double LARGE_UPDATE = 10;
    private static final double SMALL_UPDATE = 1e-8;
    private static final double DEAD_LAYER = 0.5;

    private final RunLog log;
    private final Map<String, Double> roots = new HashMap<>();

    private FixedRules(LabelledRuns.Made made) {
        this.log = made.log();
        made.recipe()
                .experiment()
                .initialNetwork(made.recipe().seed())
                .locations()
                .forEach(place -> roots.put(place.path(), Math.sqrt(Math.max(1, place.parameterCount()))));
    }

    /** The rules that fire at any step. */
    static Set<FixedRule> of(LabelledRuns.Made made) {
        FixedRules rules = new FixedRules(made);
        Set<FixedRule> fired = EnumSet.noneOf(FixedRule.class);
        for (FixedRule rule : FixedRule.values()) {
            boolean fires = switch (rule) {
                case EXPLODING_TENSOR -> rules.explodes();
                case VANISHING_GRADIENT -> rules.vanishes();
                case LOSS_NOT_DECREASING -> rules.lossStands();
                case POOR_WEIGHT_INITIALIZATION -> rules.badStart();
                case WEIGHT_UPDATE_RATIO -> rules.badUpdate();
                case DEAD_RELU -> rules.dead();
            };
            if (fires) {
                fired.add(rule);
            }
        }
        return fired;
    }

    private boolean explodes() {
        return log.end().isPresent()
                || log.series().stream().anyMatch(s -> s.firstNonFinite().isPresent());
    }

    /** The root mean square behind a norm. */
    private double typical(LogSeries norm, int i) {
        return norm.value(i) / roots.getOrDefault(norm.layer(), 1.0);
    }

    private boolean vanishes() {
        return log.layers(Quantity.GRADIENT).stream()
                .anyMatch(s -> IntStream.range(0, s.size()).anyMatch(i -> typical(s, i) < VANISHING));
    }

    /** Each loss is held against the latest that lies at least so many steps before the last comparison's successor. */
    private boolean lossStands() {
        Optional<LogSeries> found = log.loss();
        if (found.isEmpty() || found.get().size() == 0) {
            return false;
        }
        LogSeries loss = found.get();
        int before = 0;
        for (int i = 1; i < loss.size(); i++) {
            if (loss.step(i) - loss.step(before) >= PATIENCE) {
                if (!(loss.value(i) < loss.value(before) * (1 - LEAST_FALL))) {
                    return true;
                }
                before = i;
            }
        }
        return false;
    }

    private boolean badStart() {
        List<LogSeries> weights = log.layers(Quantity.WEIGHT);
        for (int i = 0; i < 1 + INITIAL_STEPS && !weights.isEmpty(); i++) {
            int record = i;
            double[] variances = weights.stream()
                    .filter(s -> record < s.size() && s.step(record) < INITIAL_STEPS)
                    .mapToDouble(s -> typical(s, record) * typical(s, record))
                    .sorted()
                    .toArray();
            if (variances.length > 1 && variances[variances.length - 1] > VARIANCE_RATIO * variances[0]) {
                return true;
            }
        }
        return log.layers(Quantity.GRADIENT).stream()
                .anyMatch(s -> IntStream.range(0, s.size())
                        .filter(i -> s.step(i) < INITIAL_STEPS)
                        .anyMatch(i -> RANGE_OF_NORMAL * typical(s, i) < LEAST_RANGE));
    }

    private boolean badUpdate() {
        for (LogSeries update : log.layers(Quantity.UPDATE)) {
            Optional<LogSeries> weight = log.layers(Quantity.WEIGHT).stream()
                    .filter(s -> s.layer().equals(update.layer()))
                    .findFirst();
            for (int i = 0;
                    weight.isPresent()
                            && i < Math.min(update.size(), weight.get().size());
                    i++) {
                double ratio = update.value(i) / weight.get().value(i);
                if (ratio > LARGE_UPDATE || ratio < SMALL_UPDATE) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean dead() {
        return log.series().stream()
                .filter(s -> s.quantity() == Quantity.DEAD)
                .anyMatch(s -> IntStream.range(0, s.size()).anyMatch(i -> s.value(i) > DEAD_LAYER));
    }
}
