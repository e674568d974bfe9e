package gradlab.reports.chart;

import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A figure of series over integers with a logarithmic vertical axis.
 *
 * @param id its anchor
 * @param title its title
 * @param horizontal what stands on the horizontal axis, with its unit
 * @param place what one place on it is called
 * @param vertical what stands on the vertical axis, with its unit
 */
record LogFigure(String id, String title, String horizontal, String place, String vertical) {

    Figure draw(List<Series> series) {
        return draw(series, List.of());
    }

    /** Draws the series and points places out. */
    Figure draw(List<Series> series, List<Mark> marks) {
        if (series.isEmpty()) {
            throw new IllegalArgumentException("series must not be empty");
        }
        JFreeChart chart = ChartStyle.chart(plot(series, marks), true);
        int lines = ChartStyle.legendLines(series.stream().map(Series::name).toList());
        FigureWords words = new FigureWords(this, series);
        SvgDrawing drawing = new SvgDrawing(id, title, words.description());
        return new Figure(
                id,
                title,
                words.description(),
                words.notes(),
                drawing.of(chart, ChartStyle.WIDTH, ChartStyle.HEIGHT + ChartStyle.LEGEND_LINE * (lines - 1)));
    }

    private XYPlot plot(List<Series> series, List<Mark> marks) {
        int nonFinite = FirstNonFinite.count(series);
        DecadeAxis decades = DecadeAxis.around(vertical, series, nonFinite + marks.size());
        XYPlot plot = new XYPlot(points(series), places(), decades, new MarkedLines(series));
        FirstNonFinite.mark(plot, series, place, ChartStyle.TICKS);
        FirstNonFinite.mark(plot, marks, nonFinite, ChartStyle.TICKS);
        return plot;
    }

    /** Every place is kept, so that the axis reaches the end of each run; what cannot be drawn is a gap. */
    private static XYSeriesCollection points(List<Series> all) {
        XYSeriesCollection collection = new XYSeriesCollection();
        for (int s = 0; s < all.size(); s++) {
            Series series = all.get(s);
            XYSeries points = new XYSeries(s, false, false);
            for (int i = 0; i < series.size(); i++) {
                points.add(
                        series.x().get(i),
                        Double.valueOf(series.isDrawn(i) ? Math.log10(series.y().get(i)) : Double.NaN));
            }
            collection.addSeries(points);
        }
        return collection;
    }

    private NumberAxis places() {
        NumberAxis axis = new NumberAxis(horizontal);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setAutoRangeIncludesZero(false);
        axis.setLowerMargin(0.03);
        axis.setUpperMargin(0.03);
        return axis;
    }
}
