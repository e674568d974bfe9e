package gradlab.verification.experiment;

import gradlab.analysis.layer.LayerNorm;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.Series;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a run measured that bears on claims about layers: shown beside a claim, deciding nothing. */
public final class Measurements {

    private Measurements() {}

    /** Named numbers of a run: how it ended, its gradients, and the norms of its layers' Jacobians. */
    public static Map<String, Double> of(Experiment experiment, RunRecord run) {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("steps", (double) run.steps());
        named.put("testAccuracy", run.testAccuracy());
        putLast(named, run, "loss", "lastLoss");
        putLargest(named, run, "gradient_norm"::equals, "largestGradientNorm");
        putLargest(named, run, name -> name.startsWith("jacobian_norm/"), "largestLayerJacobianNorm");
        putLargest(named, run, layerNorms(experiment, run)::contains, "largestLayerNormJacobianNorm");
        putLargest(named, run, "product_bound_ratio"::equals, "largestRatioToProductBound");
        return named;
    }

    /** The series of the layer-normalisation layers' Jacobian norms. */
    private static Set<String> layerNorms(Experiment experiment, RunRecord run) {
        return experiment.initialNetwork(run.seed()).locations().stream()
                .filter(location -> location.layer() instanceof LayerNorm)
                .map(location -> "jacobian_norm/" + location.path())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void putLast(Map<String, Double> named, RunRecord run, String series, String name) {
        Series found = run.series().get(series);
        if (found != null) {
            found.last().ifPresent(value -> named.put(name, value));
        }
    }

    private static void putLargest(Map<String, Double> named, RunRecord run, Predicate<String> series, String name) {
        run.series().entrySet().stream()
                .filter(entry -> series.test(entry.getKey()))
                .flatMap(entry -> entry.getValue().largest().stream().boxed())
                .max(Double::compare)
                .ifPresent(value -> named.put(name, value));
    }
}
