package gradlab.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A Nyquist plot: closed curves in the complex plane on axes of one scale, where each begins, the unit circle, and the critical
 * point.
 *
 * @param id its anchor
 * @param title its title
 * @param what what the curves are, in the plural
 * @param critical the critical point, a whole number
 */
record LociFigure(String id, String title, String what, int critical) {
    private static final int HEIGHT = 540;
    private static final int CIRCLE = 180;
    private static final double ROOM = 1.08;

    Figure draw(List<Locus> loci) {
        XYSeriesCollection curves = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        List<String> names = new ArrayList<>();
        for (Locus locus : loci) {
            int series = add(curves, renderer, locus.real(), locus.imaginary(), locus.name());
            renderer.setSeriesPaint(series, MarkedLines.colour(series));
            renderer.setSeriesStroke(series, new BasicStroke(2.0f));
            names.add(locus.name());
        }
        addCircle(curves, renderer);
        addStarts(curves, renderer, loci);
        addCritical(curves, renderer);
        names.addAll(List.of("unit circle", "at frequency 0", criticalName()));
        double reach = reach(loci);
        XYPlot plot = new XYPlot(curves, axis("real part", reach), axis("imaginary part", reach), renderer);
        String words = String.format(
                Locale.ROOT,
                "Nyquist plot of %d %s in the complex plane, with the unit circle and the %s.",
                loci.size(),
                what,
                criticalName());
        int height = HEIGHT + ChartStyle.LEGEND_LINE * (ChartStyle.legendLines(names) - 1);
        String svg = new SvgDrawing(id, title, words).of(ChartStyle.chart(plot, true), ChartStyle.WIDTH, height);
        return new Figure(id, title, words, List.of(), svg);
    }

    private static double reach(List<Locus> loci) {
        return ROOM
                * loci.stream()
                        .flatMap(locus -> List.of(locus.real(), locus.imaginary()).stream())
                        .flatMap(List::stream)
                        .mapToDouble(Math::abs)
                        .filter(Double::isFinite)
                        .reduce(1, Math::max);
    }

    private static int add(
            XYSeriesCollection curves, XYLineAndShapeRenderer renderer, List<Double> x, List<Double> y, String name) {
        int series = curves.getSeriesCount();
        XYSeries points = new XYSeries(name, false, true);
        for (int i = 0; i < x.size(); i++) {
            points.add(x.get(i), y.get(i));
        }
        curves.addSeries(points);
        renderer.setLegendLine(new Line2D.Double(-12, 0, 12, 0));
        return series;
    }

    private static void addCircle(XYSeriesCollection curves, XYLineAndShapeRenderer renderer) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int k = 0; k <= CIRCLE; k++) {
            x.add(StrictMath.cos(2 * Math.PI * k / CIRCLE));
            y.add(StrictMath.sin(2 * Math.PI * k / CIRCLE));
        }
        int series = add(curves, renderer, x, y, "unit circle");
        float[] dashes = {5, 4};
        renderer.setSeriesPaint(series, Color.GRAY);
        renderer.setSeriesStroke(
                series, new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    }

    private static void addStarts(XYSeriesCollection curves, XYLineAndShapeRenderer renderer, List<Locus> loci) {
        List<Double> x = loci.stream().map(locus -> locus.real().get(0)).toList();
        List<Double> y = loci.stream().map(locus -> locus.imaginary().get(0)).toList();
        int series = add(curves, renderer, x, y, "at frequency 0");
        dots(renderer, series, new Ellipse2D.Double(-3.5, -3.5, 7, 7), ChartStyle.INK);
    }

    private String criticalName() {
        return "critical point " + (critical < 0 ? "\u2212" : "") + Math.abs(critical);
    }

    private void addCritical(XYSeriesCollection curves, XYLineAndShapeRenderer renderer) {
        int series = add(curves, renderer, List.of((double) critical), List.of(0.0), criticalName());
        Path2D cross = new Path2D.Double();
        cross.append(new Line2D.Double(-6, -6, 6, 6), false);
        cross.append(new Line2D.Double(-6, 6, 6, -6), false);
        dots(renderer, series, cross, new Color(0xD5, 0x5E, 0x00));
        renderer.setSeriesOutlineStroke(series, new BasicStroke(2.4f));
        renderer.setSeriesShapesFilled(series, false);
    }

    private static void dots(XYLineAndShapeRenderer renderer, int series, Shape shape, Color colour) {
        renderer.setSeriesLinesVisible(series, false);
        renderer.setSeriesShapesVisible(series, true);
        renderer.setSeriesShape(series, shape);
        renderer.setSeriesPaint(series, colour);
    }

    private static NumberAxis axis(String label, double reach) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRange(false);
        axis.setRange(-reach, reach);
        return axis;
    }
}
