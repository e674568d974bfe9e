package gradlab.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The density of singular values per decade, measured as a histogram and by theory as a line, over a logarithmic axis.
 *
 * @param id its anchor
 * @param title its title
 */
record DensityFigure(String id, String title) {
    private static final int BINS = 40;
    private static final double SEEN = 0.995;
    private static final double MARGIN = 0.06;

    /**
     * Draws it.
     *
     * @param logarithms decimal logarithms of the places of the theory, ascending; its density per decade there
     * @param sample decimal logarithms of the measured values, minus infinity for zeros
     */
    Figure draw(double[] logarithms, double[] densities, double[] sample) {
        double[] finite =
                Arrays.stream(sample).filter(Double::isFinite).sorted().toArray();
        double least = finite.length == 0 ? logarithms[0] : finite[(int) ((1 - SEEN) * finite.length)];
        double most = Math.max(
                logarithms[logarithms.length - 1],
                finite.length == 0 ? Double.NEGATIVE_INFINITY : finite[finite.length - 1]);
        double from = least - Math.max(MARGIN, MARGIN * (most - least));
        double to = most + Math.max(MARGIN, MARGIN * (most - least));
        XYPlot plot = new XYPlot(
                bars(finite, sample.length, from, to), new NumberAxis(), new NumberAxis("share per decade"), bars());
        plot.setDomainAxis(DecadeAxis.within("singular value (dimensionless, log scale)", from, to));
        plot.setDataset(1, line(logarithms, densities));
        plot.setRenderer(1, lines());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setFixedLegendItems(legend());
        String words = String.format(
                Locale.ROOT,
                "Density of %d singular values, %d of them 0, from %.3g to %.3g, with the line of theory, which ends at %.4g.",
                sample.length,
                sample.length - finite.length,
                Math.pow(10, finite.length == 0 ? 0 : finite[0]),
                Math.pow(10, finite.length == 0 ? 0 : finite[finite.length - 1]),
                Math.pow(10, logarithms[logarithms.length - 1]));
        String svg =
                new SvgDrawing(id, title, words).of(ChartStyle.chart(plot, true), ChartStyle.WIDTH, ChartStyle.HEIGHT);
        return new Figure(id, title, words, List.of(), svg);
    }

    private static XYIntervalSeriesCollection bars(double[] finite, int all, double from, double to) {
        double width = (to - from) / BINS;
        int[] counts = new int[BINS];
        for (double value : finite) {
            if (value >= from && value < to) {
                counts[(int) Math.min(BINS - 1, (value - from) / width)]++;
            }
        }
        XYIntervalSeries series = new XYIntervalSeries("measured", false, false);
        for (int i = 0; i < BINS; i++) {
            double left = from + i * width;
            double height = counts[i] / width / all;
            series.add(left + width / 2, left, left + width, height, 0, height);
        }
        XYIntervalSeriesCollection collection = new XYIntervalSeriesCollection();
        collection.addSeries(series);
        return collection;
    }

    private static XYSeriesCollection line(double[] logarithms, double[] densities) {
        XYSeries series = new XYSeries("theory", false, true);
        for (int i = 0; i < logarithms.length; i++) {
            if (Double.isFinite(densities[i])) {
                series.add(logarithms[i], densities[i]);
            }
        }
        return new XYSeriesCollection(series);
    }

    private static XYBarRenderer bars() {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setSeriesPaint(0, new Color(0xB5, 0xD5, 0xE8));
        renderer.setSeriesOutlinePaint(0, MarkedLines.colour(0));
        return renderer;
    }

    private static XYLineAndShapeRenderer lines() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, MarkedLines.colour(1));
        renderer.setSeriesStroke(0, new BasicStroke(2.4f));
        return renderer;
    }

    private static LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        items.add(new LegendItem("real networks", new Color(0xB5, 0xD5, 0xE8)));
        items.add(new LegendItem("free probability", MarkedLines.colour(1)));
        return items;
    }
}
