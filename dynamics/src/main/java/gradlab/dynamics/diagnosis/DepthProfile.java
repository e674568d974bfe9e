package gradlab.dynamics.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How gradient norms change from layer to layer: the least-squares line through the logarithms of the layers' median norms of
 * the second half of the log, or of the first record. A product of L independent Jacobians has norms exp(L lambda) on such a line.
 *
 * @param layers their names, from the input to the output
 * @param logarithms of their norms
 * @param decay by how many e-foldings the line falls from the output to the input; negative where it rises
 * @param scatter the larger of 1/2 and the deviation of the layers from the line
 */
record DepthProfile(List<String> layers, List<Double> logarithms, double decay, double scatter) {
    private static final double LEAST_SCATTER = 0.5;

    /** The profile of the second half of a log: gradients by what goes into layers where it has them, else by their weights. */
    static Optional<DepthProfile> of(Course course) {
        return of(series(course), norm -> norm.part(0.5, 1));
    }

    /** That of the first record, before any update. */
    static Optional<DepthProfile> atFirst(Course course) {
        return of(series(course), norm -> norm.value(0));
    }

    private static List<LogSeries> series(Course course) {
        List<LogSeries> series = course.log().layers(Quantity.GRADIENT_AT);
        return series.size() > 1 ? series : course.weightLayers(Quantity.GRADIENT);
    }

    private static Optional<DepthProfile> of(List<LogSeries> series, ToDoubleFunction<Track> logarithm) {
        List<String> layers = new ArrayList<>();
        List<Double> logarithms = new ArrayList<>();
        for (LogSeries one : series) {
            Track norm = Track.ofNorm(one);
            if (norm.size() > 0) {
                layers.add(one.layer());
                logarithms.add(logarithm.applyAsDouble(norm));
            }
        }
        return layers.size() < 2 ? Optional.empty() : Optional.of(fitted(layers, logarithms));
    }

    private static DepthProfile fitted(List<String> layers, List<Double> y) {
        int n = y.size();
        double mean = y.stream().mapToDouble(v -> v).sum() / n;
        double middle = (n - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            products += (i - middle) * (y.get(i) - mean);
            squares += (i - middle) * (i - middle);
        }
        double slope = products / squares;
        double left = 0;
        for (int i = 0; i < n; i++) {
            double off = y.get(i) - mean - slope * (i - middle);
            left += off * off;
        }
        double deviation = n > 2 ? Math.sqrt(left / (n - 2)) : 0;
        return new DepthProfile(
                List.copyOf(layers), List.copyOf(y), slope * (n - 1), Math.max(LEAST_SCATTER, deviation));
    }

    /** The layer with the smallest norm, or the largest. */
    String extreme(boolean smallest) {
        int best = 0;
        for (int i = 1; i < layers.size(); i++) {
            boolean better =
                    smallest ? logarithms.get(i) < logarithms.get(best) : logarithms.get(i) > logarithms.get(best);
            best = better ? i : best;
        }
        return layers.get(best);
    }

    /** What a layer multiplies norms by on the way back, on average. */
    double factor() {
        return Math.exp(-decay / (layers.size() - 1));
    }
}
