package gradlab.reports.chart;

import java.util.List;

/**
 * The growth of squared gradients a layer over weight and bias variances.
 *
 * @param weights weight variances, ascending
 * @param biases bias variances, ascending
 * @param growth factors a layer, one list a bias variance
 * @param boundary weight and bias variances of points on the line at which order ends, by bias variance
 * @param marked weight and bias variance of a point to mark, or empty
 */
public record PhaseGrid(
        List<Double> weights,
        List<Double> biases,
        List<List<Double>> growth,
        List<List<Double>> boundary,
        List<Double> marked) {
    /** Checks the shape; copies the lists. */
    public PhaseGrid {
        weights = List.copyOf(weights);
        biases = List.copyOf(biases);
        growth = growth.stream().map(List::copyOf).toList();
        boundary = boundary.stream().map(List::copyOf).toList();
        marked = List.copyOf(marked);
        if (growth.size() != biases.size() || biases.size() < 2 || weights.size() < 2) {
            throw new IllegalArgumentException("growth must have one row for each of at least 2 bias variances");
        }
        if (boundary.isEmpty() || boundary.stream().anyMatch(p -> p.size() != 2)) {
            throw new IllegalArgumentException("boundary must hold pairs of numbers, at least one");
        }
        if (!marked.isEmpty() && marked.size() != 2) {
            throw new IllegalArgumentException("marked must be empty or two numbers, were " + marked.size());
        }
    }
}
