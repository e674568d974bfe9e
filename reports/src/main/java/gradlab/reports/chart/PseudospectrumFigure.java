package gradlab.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Pseudospectra: for each epsilon = 10^-k the curve on which the resolvent norm ||(zI - A)^-1|| is 1/epsilon, and the
 * eigenvalues as dots.
 *
 * @param id its anchor
 * @param title its title
 */
record PseudospectrumFigure(String id, String title) {
    private static final int HEIGHT = 520;
    private static final int MOST_LEVELS = 6;
    /** Below this part of the largest value lies rounding. */
    private static final int DEEPEST = 16;
    /** A curve of fewer pieces is smaller than the grid can show. */
    private static final int FEWEST_PIECES = 8;

    Figure draw(ResolventGrid grid) {
        List<Integer> levels = levels(grid);
        XYSeriesCollection curves = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        List<String> names = new ArrayList<>();
        for (int level : levels) {
            int series = curves.getSeriesCount();
            names.add("ε = 1e" + level);
            curves.addSeries(curve(names.get(series), new Contour(grid, level).pieces()));
            renderer.setSeriesPaint(series, MarkedLines.colour(series));
            renderer.setSeriesStroke(series, new BasicStroke(2.6f - 0.3f * series));
        }
        names.add("eigenvalues");
        addEigenvalues(grid, curves, renderer);
        XYPlot plot = new XYPlot(
                curves, axis("real part of z", grid.real()), axis("imaginary part of z", grid.imaginary()), renderer);
        String words = String.format(
                Locale.ROOT,
                "Curves of equal resolvent norm in the complex plane, one for each epsilon of %d; eigenvalues marked: %d.",
                levels.size(),
                grid.eigenvalues().size());
        int lines = ChartStyle.legendLines(names);
        String svg = new SvgDrawing(id, title, words)
                .of(ChartStyle.chart(plot, true), ChartStyle.WIDTH, HEIGHT + ChartStyle.LEGEND_LINE * (lines - 1));
        return new Figure(id, title, words, List.of(), svg);
    }

    /** The powers of ten whose curves the grid can show, the largest first, thinned out where there are many. */
    private static List<Integer> levels(ResolventGrid grid) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < grid.imaginary().size(); row++) {
            for (int column = 0; column < grid.real().size(); column++) {
                least = Math.min(least, grid.logarithm(row, column));
                most = Math.max(most, grid.logarithm(row, column));
            }
        }
        int lowest = (int) Math.max(Math.ceil(least), most - DEEPEST);
        List<Integer> visible = IntStream.iterate((int) Math.floor(most), level -> level >= lowest, level -> level - 1)
                .filter(level -> new Contour(grid, level).pieces().size() >= FEWEST_PIECES)
                .boxed()
                .toList();
        int step = (visible.size() + MOST_LEVELS - 1) / MOST_LEVELS;
        return IntStream.range(0, visible.size())
                .filter(i -> i % step == 0)
                .mapToObj(visible::get)
                .toList();
    }

    private static XYSeries curve(String name, List<Contour.Piece> pieces) {
        XYSeries series = new XYSeries(name, false, true);
        for (Contour.Piece piece : pieces) {
            series.add(piece.x0(), piece.y0());
            series.add(piece.x1(), piece.y1());
            series.add(piece.x1(), Double.NaN);
        }
        return series;
    }

    private static void addEigenvalues(ResolventGrid grid, XYSeriesCollection curves, XYLineAndShapeRenderer renderer) {
        XYSeries dots = new XYSeries("eigenvalues", false, true);
        grid.eigenvalues().forEach(z -> dots.add(z.get(0), z.get(1)));
        int series = curves.getSeriesCount();
        curves.addSeries(dots);
        renderer.setSeriesPaint(series, Color.BLACK);
        renderer.setSeriesLinesVisible(series, false);
        renderer.setSeriesShapesVisible(series, true);
        renderer.setSeriesShape(series, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
    }

    private static NumberAxis axis(String label, List<Double> places) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRange(false);
        axis.setRange(places.get(0), places.get(places.size() - 1));
        return axis;
    }
}
