package gradlab.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Marks the place from which a series is not finite, and other places. */
final class FirstNonFinite {

    private static final double LINE_HEIGHT = 18;

    private FirstNonFinite() {}

    /** How many series are to be marked. */
    static int count(List<Series> all) {
        return (int) all.stream().filter(s -> s.firstNonFinite().isPresent()).count();
    }

    static void mark(XYPlot plot, List<Series> all, String place, Font font) {
        double middle = plot.getDomainAxis().getRange().getCentralValue();
        int marked = 0;
        for (int i = 0; i < all.size(); i++) {
            Series series = all.get(i);
            if (series.firstNonFinite().isPresent()) {
                double x = series.x().get(series.firstNonFinite().getAsInt());
                ValueMarker marker = marker(i, x, place, font);
                putLabel(marker, x > middle, marked++);
                plot.addDomainMarker(marker);
            }
        }
    }

    /** Marks places in ink, below the labels of {@code before} marks. */
    static void mark(XYPlot plot, List<Mark> marks, int before, Font font) {
        double middle = plot.getDomainAxis().getRange().getCentralValue();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            ValueMarker marker = marker(mark.place(), mark.label(), ChartStyle.INK, font);
            putLabel(marker, mark.place() > middle, before + i);
            plot.addDomainMarker(marker);
        }
    }

    private static ValueMarker marker(int series, double x, String place, Font font) {
        String label = "first non-finite: " + place + " " + place(x);
        ValueMarker marker = marker(x, label, MarkedLines.colour(series), font);
        marker.setLabelPaint(MarkedLines.colour(series).darker());
        return marker;
    }

    private static ValueMarker marker(double x, String label, Color colour, Font font) {
        float[] dots = {1.5f, 3};
        ValueMarker marker = new ValueMarker(
                x, colour, new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, dots, 0));
        marker.setLabel(label);
        marker.setLabelBackgroundColor(Color.WHITE);
        marker.setLabelFont(font);
        marker.setLabelPaint(colour);
        return marker;
    }

    /** Inside the plot on whichever side has room, each label on a line of its own. */
    private static void putLabel(ValueMarker marker, boolean toTheLeft, int line) {
        marker.setLabelAnchor(toTheLeft ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(toTheLeft ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        marker.setLabelOffset(new RectangleInsets(5 + LINE_HEIGHT * line, 5, 5, 5));
    }

    /** A place on the axis as a reader writes it. */
    static String place(double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
    }
}
