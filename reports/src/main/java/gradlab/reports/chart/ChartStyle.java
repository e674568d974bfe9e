package gradlab.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What all figures look like: white, dark ink, pale grid, a legend below, one size. */
final class ChartStyle {
    static final int WIDTH = 560;
    static final int HEIGHT = 380;
    static final int LEGEND_LINE = 24;
    static final Font TICKS = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    static final Font LABELS = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    static final Color INK = new Color(0x22, 0x22, 0x22);

    private static final int LEGEND_MARK = 68;
    private static final Color GRID = new Color(0xD8, 0xD8, 0xD8);

    private ChartStyle() {}

    /** The chart of a plot, with a legend where asked for. */
    static JFreeChart chart(XYPlot plot, boolean withLegend) {
        dress(plot);
        JFreeChart chart = new JFreeChart(null, LABELS, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 4, 4, 12));
        if (withLegend) {
            chart.addLegend(legend(plot));
        }
        return chart;
    }

    /** Dresses a plot that is part of another. */
    static void dressed(XYPlot plot) {
        dress(plot);
    }

    private static void dress(XYPlot plot) {
        for (ValueAxis axis : new ValueAxis[] {plot.getDomainAxis(), plot.getRangeAxis()}) {
            if (axis != null) {
                dress(axis);
            }
        }
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(INK);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(new BasicStroke(0.8f));
        plot.setRangeGridlineStroke(new BasicStroke(0.8f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
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
    static int legendLines(List<String> names) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        int lines = 1;
        double filled = 0;
        for (String name : names) {
            double width = LEGEND_MARK + TICKS.getStringBounds(name, context).getWidth();
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
