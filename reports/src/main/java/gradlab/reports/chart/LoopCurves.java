package gradlab.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A figure of series over numbers with a logarithmic vertical axis.
 *
 * @param id its anchor
 * @param title its title
 * @param horizontal what stands on the horizontal axis, with its unit
 * @param vertical what stands on the vertical axis, with its unit
 * @param isLogarithmic whether the horizontal axis is logarithmic, too; then all places are positive
 */
record LoopCurves(String id, String title, String horizontal, String vertical, boolean isLogarithmic) {

    /** A place that is marked, and what is written there. */
    record Mark(double place, String label) {}

    Figure draw(List<Series> series, Optional<Mark> mark) {
        XYPlot plot = new XYPlot(
                points(series), places(series), DecadeAxis.around(vertical, series, 1), new MarkedLines(series));
        mark.ifPresent(m -> plot.addDomainMarker(marker(plot, m)));
        JFreeChart chart = ChartStyle.chart(plot, true);
        int lines = ChartStyle.legendLines(series.stream().map(Series::name).toList());
        LogFigure words = new LogFigure(id, title, horizontal, "place", vertical);
        String description = new FigureWords(words, series).description()
                + mark.map(m -> " Marked: " + m.label() + ".").orElse("");
        int height = ChartStyle.HEIGHT + ChartStyle.LEGEND_LINE * (lines - 1);
        String svg = new SvgDrawing(id, title, description).of(chart, ChartStyle.WIDTH, height);
        return new Figure(id, title, description, new FigureWords(words, series).notes(), svg);
    }

    private XYSeriesCollection points(List<Series> all) {
        XYSeriesCollection collection = new XYSeriesCollection();
        for (int s = 0; s < all.size(); s++) {
            Series series = all.get(s);
            XYSeries points = new XYSeries(s, false, true);
            for (int i = 0; i < series.size(); i++) {
                points.add(
                        placed(series.x().get(i)),
                        series.isDrawn(i) ? Math.log10(series.y().get(i)) : Double.NaN);
            }
            collection.addSeries(points);
        }
        return collection;
    }

    private double placed(double x) {
        return isLogarithmic ? Math.log10(x) : x;
    }

    private NumberAxis places(List<Series> series) {
        double[] places = series.stream()
                .flatMap(s -> s.x().stream())
                .mapToDouble(this::placed)
                .sorted()
                .toArray();
        if (isLogarithmic) {
            return DecadeAxis.spanning(horizontal, places[0], places[places.length - 1], 0);
        }
        NumberAxis axis = new NumberAxis(horizontal);
        axis.setAutoRangeIncludesZero(false);
        axis.setLowerMargin(0.03);
        axis.setUpperMargin(0.03);
        return axis;
    }

    private ValueMarker marker(XYPlot plot, Mark mark) {
        float[] dots = {1.5f, 3};
        ValueMarker marker = new ValueMarker(
                placed(mark.place()),
                ChartStyle.INK,
                new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, dots, 0));
        boolean isRight = placed(mark.place()) > plot.getDomainAxis().getRange().getCentralValue();
        marker.setLabel(mark.label());
        marker.setLabelFont(ChartStyle.TICKS);
        marker.setLabelPaint(ChartStyle.INK);
        marker.setLabelBackgroundColor(Color.WHITE);
        marker.setLabelAnchor(isRight ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(isRight ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        marker.setLabelOffset(new RectangleInsets(5, 5, 5, 5));
        return marker;
    }
}
