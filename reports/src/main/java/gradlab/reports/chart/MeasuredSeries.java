package gradlab.reports.chart;

import java.util.List;

/**
 * Measured points with their standard errors.
 *
 * @param means the points
 * @param low each less its error
 * @param high each plus its error
 */
public record MeasuredSeries(Series means, List<Double> low, List<Double> high) {
    /** Checks the lengths; copies the lists. */
    public MeasuredSeries {
        low = List.copyOf(low);
        high = List.copyOf(high);
        if (low.size() != means.size() || high.size() != means.size()) {
            throw new IllegalArgumentException("low and high must be as long as means, " + means.size());
        }
    }
}
