package gradlab.reports.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * A histogram of numbers that are not negative. Bins are equally wide, on a logarithmic axis where the positive numbers
 * spread over more than a decade; their number is the square root of the count, between 8 and 60.
 *
 * @param id its anchor
 * @param title its title
 * @param quantity what is counted
 */
record HistogramFigure(String id, String title, String quantity) {
    private static final int FEWEST_BINS = 8;
    private static final int MOST_BINS = 60;
    private static final double DECADE = 10;

    Figure draw(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double[] positive = Arrays.stream(finite).filter(v -> v > 0).toArray();
        if (finite.length == 0) {
            throw new IllegalArgumentException("values must hold a finite number");
        }
        double least = Arrays.stream(positive).min().orElse(1);
        double most = Arrays.stream(positive).max().orElse(1);
        boolean logarithmic = most / least > DECADE;
        double[] shown = logarithmic ? Arrays.stream(positive).map(Math::log10).toArray() : finite;
        int zeros = finite.length - positive.length;
        String words = String.format(
                Locale.ROOT,
                "Histogram of %d values, from %.3g to %.3g.",
                finite.length,
                zeros > 0 ? 0 : least,
                positive.length == 0 ? 0 : most);
        List<String> notes = logarithmic && zeros > 0
                ? List.of((zeros == 1 ? "one value of 0 is" : zeros + " values of 0 are")
                        + " left out, for a logarithmic axis has no place for them.")
                : List.of();
        XYPlot plot = new XYPlot(bars(shown), across(shown, logarithmic), counts(), renderer());
        String svg =
                new SvgDrawing(id, title, words).of(ChartStyle.chart(plot, false), ChartStyle.WIDTH, ChartStyle.HEIGHT);
        return new Figure(id, title, words, notes, svg);
    }

    private ValueAxis across(double[] shown, boolean logarithmic) {
        String label = quantity + (logarithmic ? " (dimensionless, log scale)" : " (dimensionless)");
        if (logarithmic) {
            return DecadeAxis.spanning(
                    label,
                    Arrays.stream(shown).min().orElse(0),
                    Arrays.stream(shown).max().orElse(0),
                    0);
        }
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    private static NumberAxis counts() {
        NumberAxis axis = new NumberAxis("count");
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        return axis;
    }

    /** Flat bars. */
    static XYBarRenderer renderer() {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setSeriesPaint(0, MarkedLines.colour(0));
        renderer.setSeriesOutlinePaint(0, ChartStyle.INK);
        return renderer;
    }

    private static XYIntervalSeriesCollection bars(double[] shown) {
        double least = Arrays.stream(shown).min().orElse(0);
        double most = Arrays.stream(shown).max().orElse(0);
        double span = most > least ? most - least : Math.max(Math.abs(most), 1) * 0.1;
        double from = most > least ? least : least - span / 2;
        int bins = (int) Math.min(MOST_BINS, Math.max(FEWEST_BINS, Math.sqrt(shown.length)));
        int[] counts = new int[bins];
        for (double value : shown) {
            counts[(int) Math.min(bins - 1, Math.max(0, (value - from) / span * bins))]++;
        }
        XYIntervalSeries series = new XYIntervalSeries("count", false, false);
        for (int i = 0; i < bins; i++) {
            double left = from + span * i / bins;
            double right = from + span * (i + 1) / bins;
            series.add((left + right) / 2, left, right, counts[i], 0, counts[i]);
        }
        XYIntervalSeriesCollection collection = new XYIntervalSeriesCollection();
        collection.addSeries(series);
        return collection;
    }
}
