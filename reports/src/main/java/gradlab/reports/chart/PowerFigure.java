package gradlab.reports.chart;

import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A figure with two logarithmic axes, on which powers are straight lines.
 *
 * @param id its anchor
 * @param title its title
 * @param horizontal what stands on the horizontal axis, with its unit; positive
 * @param place what one place on it is called
 * @param vertical what stands on the vertical axis, with its unit
 */
record PowerFigure(String id, String title, String horizontal, String place, String vertical) {

    Figure draw(List<Series> series) {
        double[] places = series.stream()
                .flatMapToDouble(s -> s.x().stream().mapToDouble(Math::log10))
                .toArray();
        if (places.length == 0) {
            throw new IllegalArgumentException("series must hold a point");
        }
        XYPlot plot = new XYPlot(
                points(series),
                DecadeAxis.spanning(
                        horizontal,
                        java.util.Arrays.stream(places).min().orElseThrow(),
                        java.util.Arrays.stream(places).max().orElseThrow(),
                        0),
                DecadeAxis.around(vertical, series, 0),
                new MarkedLines(series));
        FigureWords words = new FigureWords(new LogFigure(id, title, horizontal, place, vertical), series);
        int lines = ChartStyle.legendLines(series.stream().map(Series::name).toList());
        return new Figure(
                id,
                title,
                words.description(),
                words.notes(),
                new SvgDrawing(id, title, words.description())
                        .of(
                                ChartStyle.chart(plot, true),
                                ChartStyle.WIDTH,
                                ChartStyle.HEIGHT + ChartStyle.LEGEND_LINE * (lines - 1)));
    }

    private static XYSeriesCollection points(List<Series> all) {
        XYSeriesCollection collection = new XYSeriesCollection();
        for (int s = 0; s < all.size(); s++) {
            Series series = all.get(s);
            XYSeries points = new XYSeries(s, false, false);
            for (int i = 0; i < series.size(); i++) {
                points.add(
                        Math.log10(series.x().get(i)),
                        series.isDrawn(i) ? Math.log10(series.y().get(i)) : Double.NaN);
            }
            collection.addSeries(points);
        }
        return collection;
    }
}
