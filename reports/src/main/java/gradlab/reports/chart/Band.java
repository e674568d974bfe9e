package gradlab.reports.chart;

import gradlab.analysis.operator.Vector;

/**
 * A curve with a band around it.
 *
 * @param name what the legend calls it
 * @param x places, increasing
 * @param y the curve
 * @param halfWidth how far the band reaches on both sides
 */
public record Band(String name, Vector x, Vector y, Vector halfWidth) {

    /** Checks the lengths. */
    public Band {
        if (x.size() == 0 || x.size() != y.size() || x.size() != halfWidth.size()) {
            throw new IllegalArgumentException("x, y and halfWidth must be of equal length and not empty");
        }
    }
}
