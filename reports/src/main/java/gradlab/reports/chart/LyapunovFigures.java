package gradlab.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** The figures of Lyapunov exponents. */
public final class LyapunovFigures {
    private static final int SEEN = 40;
    private static final double DOT = 1.4;
    private static final double RIGHT_ANGLE = 90;

    private LyapunovFigures() {}

    /** Estimates as they ran, minus the last one, with their intervals of 95 % as bands. */
    public static Figure running(List<Band> bands, String time, String unit) {
        YIntervalSeriesCollection curves = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(0.22f);
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            YIntervalSeries curve = new YIntervalSeries(band.name());
            for (int p = 0; p < band.x().size(); p++) {
                double y = band.y().get(p);
                double half = band.halfWidth().get(p);
                curve.add(band.x().get(p), y, y - half, y + half);
            }
            curves.addSeries(curve);
            renderer.setSeriesPaint(i, MarkedLines.colour(i));
            renderer.setSeriesFillPaint(i, MarkedLines.colour(i));
            renderer.setSeriesStroke(i, new BasicStroke(2.2f));
        }
        StringBuilder words = new StringBuilder("Running estimates minus the last ones, with intervals of 95 percent.");
        for (Band band : bands) {
            int last = band.x().size() - 1;
            words.append(String.format(
                    Locale.ROOT,
                    " %s: plus or minus %.2g at the end.",
                    band.name(),
                    band.halfWidth().get(last)));
        }
        String title = "Running estimates of the exponents minus the last ones, intervals of 95 %";
        return draw(
                "running",
                title,
                words.toString(),
                plot(curves, time, "estimate - last one (nat. log " + unit + ")", renderer),
                true);
    }

    /** The exponents with their intervals, in descending order; what is minus infinity is left out and noted. */
    public static Figure spectrum(double[] values, double[] halfWidths, String unit) {
        XYIntervalSeries points = new XYIntervalSeries("exponents");
        int left = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                double half = Double.isFinite(halfWidths[i]) ? halfWidths[i] : 0;
                points.add(i + 1, i + 1, i + 1, values[i], values[i] - half, values[i] + half);
            } else {
                left++;
            }
        }
        XYIntervalSeriesCollection collection = new XYIntervalSeriesCollection();
        collection.addSeries(points);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        double size = values.length <= SEEN ? 7 : 3;
        renderer.setSeriesShape(0, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
        renderer.setSeriesPaint(0, MarkedLines.colour(0));
        XYPlot plot = plot(collection, "index (1 is the largest)", exponent(unit), renderer);
        ((NumberAxis) plot.getDomainAxis()).setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        plot.getDomainAxis().setRange(0.5, values.length + 0.5);
        plot.addRangeMarker(new ValueMarker(0, ChartStyle.INK, new BasicStroke(1f)));
        String words = String.format(
                Locale.ROOT,
                "%d exponents, the largest %.5g, the smallest %.5g; %d are minus infinity.",
                values.length,
                values[0],
                values[values.length - 1],
                left);
        return draw("spectrum", "Lyapunov spectrum", words, plot, false);
    }

    /** Points of an orbit in a plane. */
    public static Figure attractor(double[] x, double[] y, String horizontal, String vertical) {
        XYIntervalSeries points = new XYIntervalSeries("orbit", false, true);
        for (int i = 0; i < x.length; i++) {
            points.add(x[i], x[i], x[i], y[i], y[i], y[i]);
        }
        XYIntervalSeriesCollection collection = new XYIntervalSeriesCollection();
        collection.addSeries(points);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        renderer.setSeriesPaint(0, new Color(0x00, 0x72, 0xB2));
        String words = String.format(
                Locale.ROOT,
                "%d points; %s from %.4g to %.4g, %s from %.4g to %.4g.",
                x.length,
                horizontal,
                Arrays.stream(x).min().orElseThrow(),
                Arrays.stream(x).max().orElseThrow(),
                vertical,
                Arrays.stream(y).min().orElseThrow(),
                Arrays.stream(y).max().orElseThrow());
        return draw("attractor", "The attractor", words, plot(collection, horizontal, vertical, renderer), false);
    }

    /** How many angles fall into each of some equal parts of [0, 90] degrees. */
    public static Figure angles(int[] counts, int unstable, int stable, double least) {
        XYIntervalSeries series = new XYIntervalSeries("count", false, false);
        double width = RIGHT_ANGLE / counts.length;
        for (int i = 0; i < counts.length; i++) {
            series.add((i + 0.5) * width, i * width, (i + 1) * width, counts[i], 0, counts[i]);
        }
        XYIntervalSeriesCollection collection = new XYIntervalSeriesCollection();
        collection.addSeries(series);
        XYPlot plot = plot(
                collection,
                "least angle between growing and shrinking directions (degrees)",
                "states",
                HistogramFigure.renderer());
        plot.getDomainAxis().setRange(0, RIGHT_ANGLE);
        ((NumberAxis) plot.getRangeAxis()).setAutoRangeIncludesZero(true);
        String words = String.format(
                Locale.ROOT,
                "Histogram at %d states of the angle between the span of %d growing and that of %d shrinking covariant"
                        + " vectors; the least is %.3g degrees.",
                Arrays.stream(counts).sum(),
                unstable,
                stable,
                Math.toDegrees(least));
        return draw("angles", "Angle between growing and shrinking directions", words, plot, false);
    }

    private static String exponent(String unit) {
        return "exponent (natural log " + unit + ")";
    }

    private static XYPlot plot(XYDataset data, String horizontal, String vertical, XYItemRenderer renderer) {
        NumberAxis places = new NumberAxis(horizontal);
        places.setAutoRangeIncludesZero(false);
        NumberAxis values = new NumberAxis(vertical);
        values.setAutoRangeIncludesZero(false);
        return new XYPlot(data, places, values, renderer);
    }

    private static Figure draw(String id, String title, String words, XYPlot plot, boolean withLegend) {
        String svg = new SvgDrawing(id, title, words)
                .of(ChartStyle.chart(plot, withLegend), ChartStyle.WIDTH, ChartStyle.HEIGHT);
        return new Figure(id, title, words, List.of(), svg);
    }
}
