package gradlab.reports.chart;

import java.util.Arrays;
import java.util.List;

/**
 * Points of the complex plane under one name.
 *
 * @param name what the legend calls them
 * @param x real parts, finite
 * @param y as many imaginary parts, finite
 */
public record PlanePoints(String name, List<Double> x, List<Double> y) {

    /** Checks the points; copies them. */
    public PlanePoints {
        if (name.isBlank() || x.size() != y.size()) {
            throw new IllegalArgumentException("points must have a name and two parts each, were " + x.size() + " and "
                    + y.size() + " parts of '" + name + "'");
        }
        x = List.copyOf(x);
        y = List.copyOf(y);
        for (int i = 0; i < x.size(); i++) {
            if (!Double.isFinite(x.get(i)) || !Double.isFinite(y.get(i))) {
                throw new IllegalArgumentException("points must be finite, number " + i + " was not");
            }
        }
    }

    /** Points whose parts stand in arrays of equal length. */
    public static PlanePoints of(String name, double[] x, double[] y) {
        return new PlanePoints(
                name,
                Arrays.stream(x).boxed().toList(),
                Arrays.stream(y).boxed().toList());
    }
}
