package gradlab.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A phase diagram: cells coloured by the growth factor on a logarithmic scale that is white at 1, blue where gradients vanish,
 * orange where they explode; the boundary as a line, a point marked.
 *
 * @param id its anchor
 * @param title its title
 */
record PhaseDiagramFigure(String id, String title) {
    private static final int HEIGHT = 470;
    private static final Color VANISHING = new Color(0x00, 0x72, 0xB2);
    private static final Color EXPLODING = new Color(0xD5, 0x5E, 0x00);
    private static final double FADED = 0.85;

    Figure draw(PhaseGrid grid) {
        XYPlot plot = new XYPlot(
                cells(grid),
                axis("weight variance σw² (times 1/n)", grid.weights()),
                axis("bias variance σb²", grid.biases()),
                renderer(grid));
        plot.setDataset(1, lines(grid));
        plot.setRenderer(1, overlay());
        plot.setDatasetRenderingOrder(org.jfree.chart.plot.DatasetRenderingOrder.FORWARD);
        JFreeChart chart = ChartStyle.chart(plot, false);
        chart.addSubtitle(scale());
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        String words = String.format(
                Locale.ROOT,
                "Growth factor of squared gradients a layer over weight variance and bias variance; it is 1 on the line, from"
                        + " weight variance %.4g at bias variance %.3g to %.4g at %.3g.",
                grid.boundary().get(0).get(0),
                grid.boundary().get(0).get(1),
                grid.boundary().get(grid.boundary().size() - 1).get(0),
                grid.boundary().get(grid.boundary().size() - 1).get(1));
        return new Figure(
                id, title, words, List.of(), new SvgDrawing(id, title, words).of(chart, ChartStyle.WIDTH, HEIGHT));
    }

    private static DefaultXYZDataset cells(PhaseGrid grid) {
        int count = grid.weights().size() * grid.biases().size();
        double[][] data = new double[3][count];
        int k = 0;
        for (int i = 0; i < grid.biases().size(); i++) {
            for (int j = 0; j < grid.weights().size(); j++) {
                data[0][k] = grid.weights().get(j);
                data[1][k] = grid.biases().get(i);
                data[2][k++] = Math.max(
                        Scale.LOW,
                        Math.min(Scale.HIGH, Math.log(grid.growth().get(i).get(j)) / Math.log(2)));
            }
        }
        DefaultXYZDataset dataset = new DefaultXYZDataset();
        dataset.addSeries("growth", data);
        return dataset;
    }

    private static XYBlockRenderer renderer(PhaseGrid grid) {
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setBlockWidth(step(grid.weights()) * 1.02);
        renderer.setBlockHeight(step(grid.biases()) * 1.02);
        renderer.setPaintScale(new Scale());
        return renderer;
    }

    private static double step(List<Double> places) {
        return places.get(1) - places.get(0);
    }

    private static XYSeriesCollection lines(PhaseGrid grid) {
        XYSeries line = new XYSeries("boundary", false, true);
        grid.boundary().forEach(p -> line.add(p.get(0), p.get(1)));
        XYSeries marked = new XYSeries("here", false, true);
        if (!grid.marked().isEmpty()) {
            marked.add(grid.marked().get(0), grid.marked().get(1));
        }
        XYSeriesCollection collection = new XYSeriesCollection(line);
        collection.addSeries(marked);
        return collection;
    }

    private static XYLineAndShapeRenderer overlay() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, Color.BLACK);
        renderer.setSeriesStroke(0, new BasicStroke(2.2f));
        renderer.setSeriesLinesVisible(1, false);
        renderer.setSeriesShapesVisible(1, true);
        renderer.setSeriesShape(1, new Ellipse2D.Double(-5, -5, 10, 10));
        renderer.setSeriesPaint(1, Color.BLACK);
        return renderer;
    }

    private static NumberAxis axis(String label, List<Double> places) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRange(false);
        axis.setRange(places.get(0), places.get(places.size() - 1));
        return axis;
    }

    private static PaintScaleLegend scale() {
        NumberAxis axis = new NumberAxis("log₂ of the growth of squared gradients a layer (line: 0)");
        axis.setTickLabelFont(ChartStyle.TICKS);
        axis.setLabelFont(ChartStyle.TICKS);
        axis.setTickLabelPaint(ChartStyle.INK);
        axis.setLabelPaint(ChartStyle.INK);
        PaintScaleLegend legend = new PaintScaleLegend(new Scale(), axis);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setBackgroundPaint(Color.WHITE);
        legend.setStripWidth(14);
        legend.setMargin(new RectangleInsets(6, 60, 4, 12));
        legend.setSubdivisionCount(60);
        return legend;
    }

    /** White at 0, blue below, orange above. */
    private static final class Scale implements PaintScale {
        static final double LOW = -2;
        static final double HIGH = 2;

        @Override
        public double getLowerBound() {
            return LOW;
        }

        @Override
        public double getUpperBound() {
            return HIGH;
        }

        @Override
        public Color getPaint(double value) {
            double share = FADED * Math.min(1, Math.abs(value) / HIGH);
            Color full = value < 0 ? VANISHING : EXPLODING;
            return new Color(mixed(full.getRed(), share), mixed(full.getGreen(), share), mixed(full.getBlue(), share));
        }

        private static int mixed(int component, double share) {
            return (int) Math.round(255 + share * (component - 255));
        }
    }
}
