package gradlab.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * Lines of theory over layers with measured points and their standard errors, on a linear vertical axis or a logarithmic one.
 *
 * @param id its anchor
 * @param title its title
 * @param vertical what stands on the vertical axis, with its unit
 * @param logarithmic whether that axis is
 */
record MeasuredFigure(String id, String title, String vertical, boolean logarithmic) {
    private static final int MOST_POINTS = 32;

    Figure draw(List<Series> lines, List<MeasuredSeries> points) {
        DoubleUnaryOperator scale = logarithmic ? Math::log10 : y -> y;
        XYIntervalSeriesCollection drawn = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setCapLength(5);
        List<String> names = new ArrayList<>();
        for (Series line : lines) {
            style(renderer, names.size(), true);
            names.add(line.name());
            drawn.addSeries(series(line, line.y(), line.y(), scale, 1));
        }
        for (MeasuredSeries point : points) {
            style(renderer, names.size(), false);
            names.add(point.means().name());
            int every = Math.max(1, (point.means().size() + MOST_POINTS - 1) / MOST_POINTS);
            drawn.addSeries(series(point.means(), point.low(), point.high(), scale, every));
        }
        List<Series> all = Stream.concat(lines.stream(), points.stream().map(MeasuredSeries::means))
                .toList();
        XYPlot plot = new XYPlot(drawn, layers(), across(all), renderer);
        String words = words(all);
        int more = ChartStyle.legendLines(names) - 1;
        String svg = new SvgDrawing(id, title, words)
                .of(ChartStyle.chart(plot, true), ChartStyle.WIDTH, ChartStyle.HEIGHT + ChartStyle.LEGEND_LINE * more);
        return new Figure(id, title, words, List.of(), svg);
    }

    private static void style(XYErrorRenderer renderer, int series, boolean line) {
        Color colour = MarkedLines.colour(series);
        renderer.setSeriesPaint(series, colour);
        renderer.setSeriesLinesVisible(series, line);
        renderer.setSeriesShapesVisible(series, !line);
        renderer.setSeriesStroke(series, new BasicStroke(2.2f));
        renderer.setSeriesShape(
                series,
                series % 2 == 1 ? new Ellipse2D.Double(-3.5, -3.5, 7, 7) : new Rectangle2D.Double(-3, -3, 6, 6));
        renderer.setLegendLine(new Line2D.Double(-17, 0, 17, 0));
        renderer.setErrorStroke(new BasicStroke(1.2f));
    }

    private XYIntervalSeries series(
            Series means, List<Double> low, List<Double> high, DoubleUnaryOperator scale, int every) {
        XYIntervalSeries series = new XYIntervalSeries(means.name(), false, false);
        for (int i = 0; i < means.size(); i += every) {
            double x = means.x().get(i);
            double y = shown(means.y().get(i), scale);
            if (Double.isFinite(y)) {
                double least = shown(low.get(i), scale);
                series.add(x, x, x, y, Double.isFinite(least) ? least : y, shown(high.get(i), scale));
            }
        }
        return series;
    }

    private double shown(double value, DoubleUnaryOperator scale) {
        return Double.isFinite(value) && (!logarithmic || value > 0) ? scale.applyAsDouble(value) : Double.NaN;
    }

    private static NumberAxis layers() {
        NumberAxis axis = new NumberAxis("layer (0: first pre-activations)");
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    private ValueAxis across(List<Series> all) {
        if (logarithmic) {
            return DecadeAxis.around(vertical, all, 0);
        }
        NumberAxis axis = new NumberAxis(vertical);
        axis.setAutoRangeIncludesZero(true);
        return axis;
    }

    private String words(List<Series> all) {
        StringBuilder words = new StringBuilder("Chart of " + vertical + " by layer.");
        for (Series series : all) {
            words.append(String.format(
                    Locale.ROOT,
                    " %s: from %.3g to %.3g.",
                    series.name(),
                    series.y().get(0),
                    series.y().get(series.size() - 1)));
        }
        return words.toString();
    }
}
