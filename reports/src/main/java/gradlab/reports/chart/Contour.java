package gradlab.reports.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The curve on which a function over a grid has one value, by marching squares: each cell gives none, one or two
 * straight pieces between the places where the function, taken as linear along the cell's edges, has that value.
 *
 * @param grid the function
 * @param level its value on the curve, a decimal logarithm
 */
record Contour(ResolventGrid grid, double level) {

    /** One straight piece. */
    record Piece(double x0, double y0, double x1, double y1) {}

    private record Point(double x, double y) {}

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int row = 0; row + 1 < grid.imaginary().size(); row++) {
            for (int column = 0; column + 1 < grid.real().size(); column++) {
                List<Point> crossings = crossings(row, column);
                for (int i = 0; i + 1 < crossings.size(); i += 2) {
                    Point a = crossings.get(i);
                    Point b = crossings.get(i + 1);
                    pieces.add(new Piece(a.x(), a.y(), b.x(), b.y()));
                }
            }
        }
        return pieces;
    }

    /** Round the cell, so that of four crossings the first two and the last two cut off a corner each. */
    private List<Point> crossings(int row, int column) {
        List<Point> crossings = new ArrayList<>();
        cross(crossings, row, column, row, column + 1);
        cross(crossings, row, column + 1, row + 1, column + 1);
        cross(crossings, row + 1, column + 1, row + 1, column);
        cross(crossings, row + 1, column, row, column);
        return crossings;
    }

    private void cross(List<Point> into, int row0, int column0, int row1, int column1) {
        double a = grid.logarithm(row0, column0) - level;
        double b = grid.logarithm(row1, column1) - level;
        if ((a < 0) != (b < 0)) {
            double share = a / (a - b);
            into.add(new Point(
                    between(grid.real(), column0, column1, share), between(grid.imaginary(), row0, row1, share)));
        }
    }

    private static double between(List<Double> places, int from, int to, double share) {
        return places.get(from) + share * (places.get(to) - places.get(from));
    }
}
