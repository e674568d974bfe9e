package gradlab.reports.chart;

/**
 * A curve with a band around it.
 *
 * @param name what the legend calls it
 * @param x places, increasing
 * @param y the curve
 * @param halfWidth how far the band reaches on both sides
 */
public record Band(String name, double[] x, double[] y, double[] halfWidth) {

    /** Checks the lengths; copies. */
    public Band {
        if (x.length == 0 || x.length != y.length || x.length != halfWidth.length) {
            throw new IllegalArgumentException("x, y and halfWidth must be of equal length and not empty");
        }
        x = x.clone();
        y = y.clone();
        halfWidth = halfWidth.clone();
    }
}
