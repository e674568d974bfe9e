package gradlab.reports.document;

import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.Loss;
import gradlab.dynamics.training.RunRecord;
import gradlab.reports.chart.Figure;
import gradlab.reports.chart.RunFigures;
import gradlab.reports.chart.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of one run: loss, norms, sharpness over steps, and the gradient of each layer as a map. */
public final class RunPictures {
    private static final int MOST_LAYERS = 60;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private RunPictures() {}

    /** The figures that this record gives. */
    public static List<Figure> of(Experiment experiment, RunRecord run) {
        List<Figure> figures = new ArrayList<>();
        if (run.series().containsKey("loss")) {
            List<Series> loss = List.of(ended(run, series(run, "loss", "loss of the batch")));
            figures.add(
                    experiment.loss() == Loss.SOFTMAX_CROSS_ENTROPY
                            ? RunFigures.lossOverSteps("loss", "Loss of the batch over steps", loss)
                            : RunFigures.squaredErrorOverSteps("loss", "Loss of the batch over steps", loss));
        }
        List<Series> norms = Stream.of("gradient_norm", "clipped_gradient_norm", "update_norm")
                .filter(name -> run.series().containsKey(name))
                .map(name -> series(run, name, name.replace('_', ' ').replace(" norm", "")))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!norms.isEmpty()) {
            norms.set(0, ended(run, norms.get(0)));
            figures.add(
                    RunFigures.gradientNormOverSteps("gradient-norm", "Norm of the whole gradient over steps", norms));
        }
        List<Series> layers = layers(run);
        if (!layers.isEmpty()) {
            figures.add(RunFigures.byLayer(
                    "gradient-by-layer", "Gradient of each layer's parameters", "gradient norm (2-norm)", layers));
        }
        if (run.series().containsKey("sharpness")) {
            figures.add(RunFigures.sharpnessOverSteps(
                    "sharpness",
                    "Sharpness over steps",
                    List.of(
                            series(run, "sharpness", "sharpness"),
                            series(run, "sharpness_threshold", "the optimiser's threshold"))));
        }
        return figures;
    }

    /** The outermost layers and, inside residuals, the layers with parameters; the first of the network first. */
    private static List<Series> layers(RunRecord run) {
        String prefix = "gradient_norm/";
        List<String> names = run.series().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .filter(name -> run.series().keySet().stream().noneMatch(other -> other.startsWith(name + "/")))
                .sorted(Comparator.comparing(RunPictures::numbers))
                .limit(MOST_LAYERS)
                .toList();
        return names.stream()
                .map(name -> series(run, name, name.substring(prefix.length())))
                .toList();
    }

    /** Numbers padded, so that layer10 comes after layer9. */
    private static String numbers(String name) {
        return NUMBER.matcher(name)
                .replaceAll(found -> "0".repeat(Math.max(0, 6 - found.group().length())) + found.group());
    }

    private static Series series(RunRecord run, String name, String label) {
        gradlab.dynamics.training.Series series = run.series(name);
        double[] steps = new double[series.size()];
        Arrays.setAll(steps, i -> (double) series.step(i));
        return Series.of(label, steps, series.values().toArray());
    }

    private static Series ended(RunRecord run, Series series) {
        return run.firstNonFinite().isPresent()
                ? series.withNonFiniteAt(
                        Math.max(run.firstNonFinite().getAsInt(), series.x().get(series.size() - 1) + 1))
                : series;
    }
}
