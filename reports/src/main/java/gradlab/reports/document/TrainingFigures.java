package gradlab.reports.document;

import gradlab.dynamics.training.RunRecord;
import gradlab.reports.chart.Figure;
import gradlab.reports.chart.RunFigures;
import gradlab.reports.chart.Series;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Quantifier;
import gradlab.verification.claim.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The figures of training runs: for each claim, loss and gradient norm over steps of the runs of one case, so that an exploding run
 * stands beside the rescued one, and gradient norm by depth. The case is the one that decided, or else the first.
 */
public final class TrainingFigures {

    private static final String BY_DEPTH = "gradient_at/layer";
    private static final int MOST_RUNS = 4;

    /** Runs that differ in length by no more than this factor are drawn together. */
    private static final int ALIKE = 4;

    /** Fewer points than these are no course over steps, unless the run came to its end with them. */
    private static final int FEWEST_POINTS = 3;

    private TrainingFigures() {}

    /**
     * The figures of what some claims came to.
     *
     * @param records the record of a run by its label
     */
    public static List<Figure> of(List<ClaimResult> results, Function<String, RunRecord> records) {
        Set<List<String>> cases = new LinkedHashSet<>();
        results.forEach(result -> labels(result).ifPresent(cases::add));
        Map<String, RunRecord> shown = new LinkedHashMap<>();
        List<Figure> figures = new ArrayList<>();
        for (List<String> labels : cases) {
            labels.forEach(label -> shown.computeIfAbsent(label, records));
            List<Labelled> runs = shown.entrySet().stream()
                    .filter(run -> labels.contains(run.getKey()))
                    .map(run -> new Labelled(run.getKey(), run.getValue()))
                    .toList();
            figures.addAll(overSteps(figures.size() + 1, runs));
        }
        byDepth(shown).ifPresent(figures::add);
        return figures;
    }

    /** The runs of the case that is shown of a claim. */
    private static Optional<List<String>> labels(ClaimResult result) {
        Trial.Outcome decisive =
                result.claim().quantifier() == Quantifier.EXISTS ? Trial.Outcome.SATISFIES : Trial.Outcome.VIOLATES;
        return result.evidence().stream()
                .filter(Evidence.Training.class::isInstance)
                .flatMap(evidence -> ((Evidence.Training) evidence).trials().stream())
                .filter(trial -> !trial.runs().isEmpty())
                .min(Comparator.comparing(trial -> trial.outcome() != decisive))
                .map(trial -> trial.runs().stream().limit(MOST_RUNS).toList());
    }

    /** A run and what it is called. */
    private record Labelled(String label, RunRecord run) {
        boolean has(String series) {
            int points = run.series().containsKey(series) ? run.series(series).size() : 0;
            return points >= FEWEST_POINTS
                    || (points > 0 && run.firstNonFinite().isPresent());
        }
    }

    /**
     * Runs of about the same length share a figure of each quantity. A run that ended early would be a line on the edge of one
     * that went on: then each has its own, two runs side by side.
     */
    private static List<Figure> overSteps(int number, List<Labelled> runs) {
        int longest = runs.stream().mapToInt(one -> one.run().steps()).max().orElse(0);
        boolean alike = runs.stream().allMatch(one -> ALIKE * one.run().steps() >= longest);
        List<Figure> figures = new ArrayList<>();
        if (alike) {
            loss("" + number, runs).ifPresent(figures::add);
            gradient("" + number, runs).ifPresent(figures::add);
            return figures;
        }
        List<Figure> gradients = new ArrayList<>();
        for (Labelled one : runs) {
            String id = number + "-" + (figures.size() + gradients.size());
            loss(id, List.of(one)).ifPresent(figures::add);
            gradient(id, List.of(one)).ifPresent(runs.size() == 2 ? gradients::add : figures::add);
        }
        figures.addAll(gradients);
        return figures;
    }

    private static Optional<Figure> loss(String id, List<Labelled> runs) {
        List<Series> series = series(runs, "loss");
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(RunFigures.lossOfRuns("loss-" + id, title("Loss of the batch", runs), series));
    }

    private static Optional<Figure> gradient(String id, List<Labelled> runs) {
        List<Series> series = series(runs, "gradient_norm");
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(RunFigures.gradientNormOverSteps(
                        "gradient-norm-" + id, title("Norm of the whole gradient", runs), series));
    }

    private static String title(String quantity, List<Labelled> runs) {
        return quantity + " over steps: "
                + runs.stream().map(Labelled::label).collect(Collectors.joining(runs.size() == 2 ? " beside " : ", "));
    }

    private static List<Series> series(List<Labelled> runs, String name) {
        return runs.stream()
                .filter(one -> one.has(name))
                .map(one -> overSteps(one.label(), one.run(), name))
                .toList();
    }

    private static Series overSteps(String label, RunRecord run, String name) {
        gradlab.dynamics.training.Series series = run.series(name);
        int[] entries = Thinned.entries(series);
        double[] steps = Arrays.stream(entries).mapToDouble(series::step).toArray();
        double[] values = Arrays.stream(entries).mapToDouble(series::value).toArray();
        return ended(run, Series.of(label, steps, values));
    }

    /** A run that ended early ends in a point without value: the figure marks it. */
    private static Series ended(RunRecord run, Series series) {
        return run.firstNonFinite().isPresent()
                ? series.withNonFiniteAt(
                        Math.max(run.firstNonFinite().getAsInt(), series.x().get(series.size() - 1) + 1))
                : series;
    }

    /** Runs of experiments as they are come before changed ones, whose labels are longer. */
    private static Optional<Figure> byDepth(Map<String, RunRecord> runs) {
        List<Series> depths = runs.entrySet().stream()
                .sorted(Comparator.comparingInt(run -> run.getKey().length()))
                .flatMap(run -> byDepth(run.getKey(), run.getValue()).stream())
                .limit(MOST_RUNS)
                .toList();
        return depths.isEmpty()
                ? Optional.empty()
                : Optional.of(RunFigures.gradientByDepth(
                        "gradient-by-depth", "Gradient of the loss at each layer's input", depths));
    }

    /** The first and the last recorded step of a run. */
    private static List<Series> byDepth(String label, RunRecord run) {
        List<Map.Entry<String, gradlab.dynamics.training.Series>> layers = run.series().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(BY_DEPTH))
                .sorted(Comparator.comparingInt(TrainingFigures::depth))
                .collect(Collectors.toList());
        if (layers.isEmpty() || layers.get(0).getValue().size() == 0) {
            return List.of();
        }
        int last = layers.get(0).getValue().size() - 1;
        Series first = atRecord(label, layers, 0);
        return last == 0 ? List.of(first) : List.of(first, atRecord(label, layers, last));
    }

    private static Series atRecord(
            String label, List<Map.Entry<String, gradlab.dynamics.training.Series>> layers, int record) {
        double[] depth = layers.stream().mapToDouble(TrainingFigures::depth).toArray();
        double[] norm =
                layers.stream().mapToDouble(e -> e.getValue().value(record)).toArray();
        int step = layers.get(0).getValue().step(record);
        return Series.of(label + ", step " + step, depth, norm);
    }

    private static int depth(Map.Entry<String, gradlab.dynamics.training.Series> layer) {
        return Integer.parseInt(layer.getKey().substring(BY_DEPTH.length()));
    }
}
