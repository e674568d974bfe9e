package gradlab.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
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

    private static final int WIDTH = 560;
    private static final int HEIGHT = 380;
    private static final int LEGEND_LINE = 24;
    private static final int LEGEND_MARK = 68;
    private static final Font TICKS = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    private static final Font LABELS = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    private static final Color INK = new Color(0x22, 0x22, 0x22);
    private static final Color GRID = new Color(0xD8, 0xD8, 0xD8);

    Figure draw(List<Series> series) {
        if (series.isEmpty()) {
            throw new IllegalArgumentException("series must not be empty");
        }
        JFreeChart chart = new JFreeChart(null, LABELS, plot(series), false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 4, 4, 12));
        chart.addLegend(legend(chart.getXYPlot()));
        FigureWords words = new FigureWords(this, series);
        SvgDrawing drawing = new SvgDrawing(id, title, words.description());
        return new Figure(
                id,
                title,
                words.description(),
                words.notes(),
                drawing.of(chart, WIDTH, HEIGHT + LEGEND_LINE * (legendLines(series) - 1)));
    }

    private XYPlot plot(List<Series> series) {
        DecadeAxis decades = DecadeAxis.around(vertical, series, FirstNonFinite.count(series));
        XYPlot plot = new XYPlot(points(series), places(), decades, new MarkedLines(series));
        dress(plot.getDomainAxis());
        dress(decades);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(INK);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(new BasicStroke(0.8f));
        plot.setRangeGridlineStroke(new BasicStroke(0.8f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        FirstNonFinite.mark(plot, series, place, TICKS);
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

    private static void dress(ValueAxis axis) {
        axis.setTickLabelFont(TICKS);
        axis.setLabelFont(LABELS);
        axis.setTickLabelPaint(INK);
        axis.setLabelPaint(INK);
        axis.setTickMarkPaint(INK);
        axis.setAxisLinePaint(INK);
    }

    /** How many lines the legend takes, so that they do not come out of the plot's height. */
    private static int legendLines(List<Series> series) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        int lines = 1;
        double filled = 0;
        for (Series one : series) {
            double width =
                    LEGEND_MARK + TICKS.getStringBounds(one.name(), context).getWidth();
            boolean fits = filled + width <= WIDTH;
            lines += fits || filled == 0 ? 0 : 1;
            filled = fits ? filled + width : width;
        }
        return lines;
    }

    private static LegendTitle legend(XYPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(TICKS);
        legend.setItemPaint(INK);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemLabelPadding(new RectangleInsets(3, 6, 3, 14));
        return legend;
    }
}
