package gradlab.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Regions of the complex plane by their boundaries, and dots in it, whose colour runs from blue for the first group to
 * vermilion for the last. A unit is as long across as along.
 *
 * @param id its anchor
 * @param title its title
 * @param horizontal what stands on the horizontal axis
 * @param vertical what stands on the vertical axis
 */
record RegionFigure(String id, String title, String horizontal, String vertical) {
    private static final int PLOT_WIDTH = 460;
    private static final int AROUND_PLOT = 120;
    private static final int LOWEST = 300;
    private static final int HIGHEST = 760;
    private static final double MARGIN = 0.06;
    private static final int FEW = 4;
    private static final Color FIRST = new Color(0x00, 0x72, 0xB2);
    private static final Color LAST = new Color(0xD5, 0x5E, 0x00);
    private static final Color[] LINES = {Color.BLACK, new Color(0x55, 0x55, 0x55), new Color(0x99, 0x99, 0x99)};
    private static final float[][] DASHES = {{1}, {8, 4}, {2, 3}};

    Figure draw(List<PlanePoints> regions, List<PlanePoints> dots) {
        XYSeriesCollection all = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        List<String> legend = new ArrayList<>();
        for (PlanePoints region : regions) {
            int series = add(all, legend, region);
            renderer.setSeriesPaint(series, LINES[series % LINES.length]);
            renderer.setSeriesStroke(series, stroke(series));
        }
        for (int d = 0; d < dots.size(); d++) {
            int series = add(all, legend, dots.get(d));
            Color colour = between(dots.size() == 1 ? 0 : (double) d / (dots.size() - 1));
            renderer.setSeriesPaint(series, colour);
            renderer.setSeriesLinesVisible(series, false);
            renderer.setSeriesShapesVisible(series, true);
            renderer.setSeriesShape(series, new Ellipse2D.Double(-3, -3, 6, 6));
            boolean named = dots.size() <= FEW || d == 0 || d == dots.size() - 1;
            renderer.setSeriesVisibleInLegend(series, named);
            if (!named) {
                legend.remove(legend.size() - 1);
            }
        }
        NumberAxis x = axis(horizontal, parts(regions, dots, true));
        NumberAxis y = axis(vertical, parts(regions, dots, false));
        int height = level(x, y) + AROUND_PLOT + ChartStyle.LEGEND_LINE * (ChartStyle.legendLines(legend) - 1);
        String words = words(regions, dots);
        String svg = new SvgDrawing(id, title, words)
                .of(ChartStyle.chart(new XYPlot(all, x, y, renderer), true), ChartStyle.WIDTH, height);
        return new Figure(id, title, words, List.of(), svg);
    }

    private static int add(XYSeriesCollection all, List<String> legend, PlanePoints points) {
        int series = all.getSeriesCount();
        XYSeries drawn = new XYSeries(points.name() + "\u200b".repeat(series), false, true);
        for (int i = 0; i < points.x().size(); i++) {
            drawn.add(points.x().get(i), points.y().get(i));
        }
        all.addSeries(drawn);
        legend.add(points.name());
        return series;
    }

    private static BasicStroke stroke(int series) {
        float[] dash = DASHES[series % DASHES.length];
        return dash.length == 1
                ? new BasicStroke(2.2f)
                : new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private static Color between(double part) {
        return new Color(
                mixed(FIRST.getRed(), LAST.getRed(), part),
                mixed(FIRST.getGreen(), LAST.getGreen(), part),
                mixed(FIRST.getBlue(), LAST.getBlue(), part));
    }

    private static int mixed(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }

    private static double[] parts(List<PlanePoints> regions, List<PlanePoints> dots, boolean real) {
        return Stream.concat(regions.stream(), dots.stream())
                .flatMapToDouble(
                        points -> (real ? points.x() : points.y()).stream().mapToDouble(part -> part))
                .toArray();
    }

    private static NumberAxis axis(String label, double[] parts) {
        double least = DoubleStream.of(parts).min().orElse(-1);
        double most = DoubleStream.of(parts).max().orElse(1);
        double margin = Math.max(MARGIN * (most - least), 1e-9);
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRange(false);
        axis.setRange(least - margin, most + margin);
        return axis;
    }

    /** Makes units equally long and gives the height of the plot. */
    private static int level(NumberAxis x, NumberAxis y) {
        double across = x.getRange().getLength();
        double along = y.getRange().getLength();
        double height = Math.max(LOWEST, Math.min(HIGHEST, PLOT_WIDTH * along / across));
        double unit = Math.max(across / PLOT_WIDTH, along / height);
        x.setRange(around(x.getRange().getCentralValue(), unit * PLOT_WIDTH));
        y.setRange(around(y.getRange().getCentralValue(), unit * height));
        return (int) Math.round(height);
    }

    private static org.jfree.data.Range around(double middle, double length) {
        return new org.jfree.data.Range(middle - length / 2, middle + length / 2);
    }

    private static String words(List<PlanePoints> regions, List<PlanePoints> dots) {
        return String.format(
                Locale.ROOT,
                "Boundaries of %d regions of the complex plane (%s) and %d dots in %d groups.",
                regions.size(),
                String.join(", ", regions.stream().map(PlanePoints::name).toList()),
                dots.stream().mapToInt(group -> group.x().size()).sum(),
                dots.size());
    }
}
