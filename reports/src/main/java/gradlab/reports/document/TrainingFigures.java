package gradlab.reports.document;

import gradlab.dynamics.training.RunRecord;
import gradlab.reports.chart.Figure;
import gradlab.reports.chart.RunFigures;
import gradlab.reports.chart.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The figures of training runs: gradient norm by depth, loss and gradient norm over steps. */
public final class TrainingFigures {

    private static final String BY_DEPTH = "gradient_at/layer";

    private TrainingFigures() {}

    /** The figures of some runs; none for no runs. */
    public static List<Figure> of(Collection<RunRecord> runs) {
        if (runs.isEmpty()) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(RunFigures.gradientByDepth(
                "gradient-by-depth",
                "Gradient of the loss at each layer's input",
                runs.stream().flatMap(run -> byDepth(run).stream()).toList()));
        // One figure a run: a run that ends after two steps would be a dot beside one of hundreds.
        for (RunRecord run : runs) {
            figures.add(RunFigures.lossOverSteps(
                    id("loss", run), "Loss of the batch over steps: " + label(run), List.of(overSteps(run, "loss"))));
            figures.add(RunFigures.gradientNormOverSteps(
                    id("gradient-norm", run),
                    "Norm of the whole gradient over steps: " + label(run),
                    List.of(overSteps(run, "gradient_norm"))));
        }
        return figures;
    }

    private static String id(String quantity, RunRecord run) {
        return quantity + "-" + run.name() + "-" + run.seed();
    }

    private static Series overSteps(RunRecord run, String name) {
        gradlab.dynamics.training.Series series = run.series(name);
        double[] steps = new double[series.size()];
        Arrays.setAll(steps, i -> (double) series.step(i));
        return ended(run, Series.of(label(run), steps, series.values().toArray()));
    }

    /** A run that ended early ends in a point without value: the figure marks it. */
    private static Series ended(RunRecord run, Series series) {
        if (run.firstNonFinite().isEmpty()) {
            return series;
        }
        List<Double> x = new ArrayList<>(series.x());
        List<Double> y = new ArrayList<>(series.y());
        x.add((double) run.firstNonFinite().getAsInt());
        y.add(Double.NaN);
        return new Series(series.name(), x, y);
    }

    /** The first and the last recorded step of a run. */
    private static List<Series> byDepth(RunRecord run) {
        List<Map.Entry<String, gradlab.dynamics.training.Series>> layers = run.series().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(BY_DEPTH))
                .sorted(Comparator.comparingInt(TrainingFigures::depth))
                .toList();
        if (layers.isEmpty() || layers.get(0).getValue().size() == 0) {
            return List.of();
        }
        int last = layers.get(0).getValue().size() - 1;
        Series first = atRecord(run, layers, 0);
        return last == 0 ? List.of(first) : List.of(first, atRecord(run, layers, last));
    }

    private static Series atRecord(
            RunRecord run, List<Map.Entry<String, gradlab.dynamics.training.Series>> layers, int record) {
        double[] depth = layers.stream().mapToDouble(TrainingFigures::depth).toArray();
        double[] norm =
                layers.stream().mapToDouble(e -> e.getValue().value(record)).toArray();
        int step = layers.get(0).getValue().step(record);
        return Series.of(label(run) + ", step " + step, depth, norm);
    }

    private static int depth(Map.Entry<String, gradlab.dynamics.training.Series> layer) {
        return Integer.parseInt(layer.getKey().substring(BY_DEPTH.length()));
    }

    private static String label(RunRecord run) {
        return run.name() + ", seed " + run.seed();
    }
}
