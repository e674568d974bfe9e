package gradlab.reports.chart;

import java.util.List;

/**
 * The growth of squared gradients a layer over weight and bias variances.
 *
 * @param weights weight variances, ascending
 * @param biases bias variances, ascending
 * @param growth factors a layer, one list a bias variance
 * @param boundary the weight variance at which order ends, one a bias variance; infinite where it never does
 * @param marked weight and bias variance of a point to mark, or empty
 */
public record PhaseGrid(
        List<Double> weights,
        List<Double> biases,
        List<List<Double>> growth,
        List<Double> boundary,
        List<Double> marked) {
    /** Checks the shape; copies the lists. */
    public PhaseGrid {
        weights = List.copyOf(weights);
        biases = List.copyOf(biases);
        growth = growth.stream().map(List::copyOf).toList();
        boundary = List.copyOf(boundary);
        marked = List.copyOf(marked);
        if (growth.size() != biases.size() || boundary.size() != biases.size() || biases.size() < 2) {
            throw new IllegalArgumentException("growth and boundary must have one entry a bias variance, at least 2");
        }
        if (!marked.isEmpty() && marked.size() != 2) {
            throw new IllegalArgumentException("marked must be empty or two numbers, were " + marked.size());
        }
    }
}
