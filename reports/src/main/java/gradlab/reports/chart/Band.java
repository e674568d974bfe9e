package gradlab.reports.chart;

import java.util.List;

/**
 * A curve with a band around it.
 *
 * @param name what the legend calls it
 * @param points in order, at least one
 */
public record Band(String name, List<Point> points) {

    /** Checks that there is something; copies. */
    public Band {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points must not be empty");
        }
    }

    /**
     * One point.
     *
     * @param x its place
     * @param y the curve there
     * @param halfWidth how far the band reaches on both sides
     */
    public record Point(double x, double y, double halfWidth) {}
}
