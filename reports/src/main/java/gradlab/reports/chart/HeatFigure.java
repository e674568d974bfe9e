package gradlab.reports.chart;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * A map of one positive quantity over steps and layers: a row a layer, the colour the power of ten.
 *
 * @param id its anchor
 * @param title its title
 * @param quantity what the colour is, with its unit
 */
record HeatFigure(String id, String title, String quantity) {
    private static final int COLOURS = 128;
    private static final int ROW = 16;
    private static final int FRAME = 130;
    private static final int MOST_COLUMNS = 240;

    /** The figure of series over the same steps, the first at the bottom. */
    Figure draw(List<Series> series) {
        double[] range = range(series);
        LookupPaintScale colours = colours(range[0], range[1]);
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(colours);
        renderer.setBlockAnchor(RectangleAnchor.CENTER);
        int stride = Math.max(1, series.get(0).size() / MOST_COLUMNS);
        renderer.setBlockWidth(width(series.get(0), stride));
        NumberAxis steps = new NumberAxis("optimiser step");
        steps.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        steps.setAutoRangeIncludesZero(false);
        steps.setLowerMargin(0);
        steps.setUpperMargin(0);
        SymbolAxis layers = new SymbolAxis("", series.stream().map(Series::name).toArray(String[]::new));
        layers.setGridBandsVisible(false);
        XYPlot plot = new XYPlot(points(series, stride), steps, layers, renderer);
        JFreeChart chart = ChartStyle.chart(plot, false);
        chart.addSubtitle(legend(colours, range));
        int height = Math.max(ChartStyle.HEIGHT, FRAME + ROW * series.size());
        String words = "Map of " + quantity + " over optimiser steps and " + series.size() + " layers, between "
                + shown(range[0]) + " and " + shown(range[1]) + ".";
        String svg = new SvgDrawing(id, title, words).of(chart, ChartStyle.WIDTH, height);
        return new Figure(id, title, words, List.of(), svg);
    }

    private static String shown(double power) {
        return String.format(Locale.ROOT, "%.3g", Math.pow(10, power));
    }

    private static double width(Series series, int stride) {
        double span = series.x().get(series.size() - 1) - series.x().get(0);
        return series.size() == 1 ? 1 : stride * span / (series.size() - 1);
    }

    /** The powers of ten that the colours reach over. */
    private static double[] range(List<Series> series) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Series one : series) {
            for (double value : one.drawn().toArray()) {
                least = Math.min(least, Math.log10(value));
                most = Math.max(most, Math.log10(value));
            }
        }
        return least > most ? new double[] {-1, 1} : new double[] {least, Math.max(most, least + 1e-3)};
    }

    private static DefaultXYZDataset points(List<Series> series, int stride) {
        DefaultXYZDataset data = new DefaultXYZDataset();
        for (int row = 0; row < series.size(); row++) {
            Series one = series.get(row);
            int count = (one.size() + stride - 1) / stride;
            double[][] points = new double[3][count];
            for (int i = 0; i < count; i++) {
                points[0][i] = one.x().get(i * stride);
                points[1][i] = row;
                points[2][i] = one.isDrawn(i * stride) ? Math.log10(one.y().get(i * stride)) : Double.NaN;
            }
            data.addSeries(row + " " + one.name(), points);
        }
        return data;
    }

    /** From dark blue over green to yellow, of even steps in lightness; white where nothing can be drawn. */
    private static LookupPaintScale colours(double least, double most) {
        Color[] stops = {
            new Color(0x44, 0x01, 0x54),
            new Color(0x3B, 0x52, 0x8B),
            new Color(0x21, 0x91, 0x8C),
            new Color(0x5E, 0xC9, 0x62),
            new Color(0xFD, 0xE7, 0x25)
        };
        LookupPaintScale scale = new LookupPaintScale(least, most, Color.WHITE);
        for (int i = 0; i < COLOURS; i++) {
            double place = (stops.length - 1) * (double) i / (COLOURS - 1);
            int from = Math.min((int) place, stops.length - 2);
            scale.add(least + (most - least) * i / COLOURS, between(stops[from], stops[from + 1], place - from));
        }
        return scale;
    }

    private static Color between(Color a, Color b, double part) {
        return new Color(
                (int) Math.round(a.getRed() + part * (b.getRed() - a.getRed())),
                (int) Math.round(a.getGreen() + part * (b.getGreen() - a.getGreen())),
                (int) Math.round(a.getBlue() + part * (b.getBlue() - a.getBlue())));
    }

    private PaintScaleLegend legend(LookupPaintScale colours, double[] range) {
        NumberAxis axis = new NumberAxis("power of ten of the " + quantity);
        axis.setTickLabelFont(ChartStyle.TICKS);
        axis.setLabelFont(ChartStyle.TICKS);
        axis.setRange(range[0], range[1]);
        PaintScaleLegend legend = new PaintScaleLegend(colours, axis);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setStripWidth(12);
        legend.setSubdivisionCount(COLOURS);
        legend.setMargin(new RectangleInsets(8, 60, 4, 20));
        legend.setBackgroundPaint(Color.WHITE);
        return legend;
    }
}
