package gradlab.reports.chart;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The figures of networks that continue a series by themselves. */
public final class ForecastFigures {
    private static final double DOT = 1.3;

    private ForecastFigures() {}

    /** Points of two orbits in the same plane, side by side on the same scales. */
    public static Figure attractors(PlanePoints truth, PlanePoints learned, String horizontal, String vertical) {
        NumberAxis values = axis(vertical);
        CombinedRangeXYPlot both = new CombinedRangeXYPlot(values);
        both.setGap(16);
        double least = Math.min(least(truth.x()), least(learned.x()));
        double most = Math.max(most(truth.x()), most(learned.x()));
        double margin = 0.04 * (most - least) + Double.MIN_NORMAL;
        int number = 0;
        for (PlanePoints points : List.of(truth, learned)) {
            NumberAxis places = axis(horizontal);
            places.setRange(least - margin, most + margin);
            XYPlot plot = new XYPlot(dots(points), places, null, dotted(number++));
            ChartStyle.dressed(plot);
            both.add(plot);
        }
        String title = "The attractor of the series and that of the trained network run free";
        String words = String.format(
                Locale.ROOT,
                "Left %s, right %s: %d points each; %s from %.3g to %.3g and from %.3g to %.3g.",
                truth.name(),
                learned.name(),
                truth.x().size(),
                vertical,
                least(truth.y()),
                most(truth.y()),
                least(learned.y()),
                most(learned.y()));
        String svg = new SvgDrawing("attractor", title, words)
                .of(ChartStyle.chart(both, true), ChartStyle.WIDTH, ChartStyle.HEIGHT);
        return new Figure("attractor", title, words, List.of(), svg);
    }

    /**
     * A forecast beside what happened.
     *
     * @param lost when the two part, by the measure that the run records
     */
    public static Figure forecast(Series truth, Series forecast, double lost, String horizontal, String vertical) {
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        int number = 0;
        for (Series series : List.of(truth, forecast)) {
            XYSeries line = new XYSeries(series.name(), false, true);
            for (int i = 0; i < series.size(); i++) {
                line.add(series.x().get(i), series.y().get(i));
            }
            renderer.setSeriesPaint(number, MarkedLines.colour(number));
            renderer.setSeriesStroke(number, number == 0 ? new BasicStroke(2.2f) : dashed());
            number++;
            lines.addSeries(line);
        }
        XYPlot plot = new XYPlot(lines, axis(horizontal), axis(vertical), renderer);
        ValueMarker marker = new ValueMarker(lost, ChartStyle.INK, new BasicStroke(1.2f));
        marker.setLabel("mean time that forecasts hold");
        marker.setLabelFont(ChartStyle.TICKS);
        marker.setLabelPaint(ChartStyle.INK);
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        plot.addDomainMarker(marker);
        String title = "A forecast that hears only itself, beside the truth";
        String words = String.format(
                Locale.ROOT, "%d steps; forecasts hold for %.3g units of time (line).", truth.size(), lost);
        String svg = new SvgDrawing("forecast", title, words)
                .of(ChartStyle.chart(plot, true), ChartStyle.WIDTH, ChartStyle.HEIGHT);
        return new Figure("forecast", title, words, List.of(), svg);
    }

    private static BasicStroke dashed() {
        return new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {8, 4}, 0);
    }

    private static XYSeriesCollection dots(PlanePoints points) {
        XYSeries series = new XYSeries(points.name(), false, true);
        for (int i = 0; i < points.x().size(); i++) {
            series.add(points.x().get(i), points.y().get(i));
        }
        return new XYSeriesCollection(series);
    }

    private static XYLineAndShapeRenderer dotted(int number) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        renderer.setSeriesPaint(0, MarkedLines.colour(number));
        renderer.setLegendShape(0, new Ellipse2D.Double(-4, -4, 8, 8));
        return renderer;
    }

    private static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    private static double most(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
