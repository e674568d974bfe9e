package gradlab.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/**
 * Lines that are told apart by colour (Okabe and Ito's, safe for colour-blind readers), dashes and marks, so that
 * they survive grey printing. Long series are marked here and there only; a lone point always is.
 */
final class MarkedLines extends XYLineAndShapeRenderer {

    private static final int MARKS = 10;
    private static final int FEW = 30;

    private static final List<Color> COLOURS = List.of(
            new Color(0x00, 0x72, 0xB2),
            new Color(0xD5, 0x5E, 0x00),
            new Color(0x00, 0x9E, 0x73),
            new Color(0xCC, 0x79, 0xA7),
            new Color(0xE6, 0x9F, 0x00),
            new Color(0x56, 0xB4, 0xE9),
            Color.BLACK);

    private static final float[][] DASHES = {
        {}, {9, 4}, {2, 3}, {10, 4, 2, 4}, {16, 5},
    };

    private final List<Series> drawn;

    MarkedLines(List<Series> series) {
        super(true, true);
        this.drawn = List.copyOf(series);
        setDrawSeriesLineAsPath(true);
        setLegendItemLabelGenerator((dataset, i) -> drawn.get(i).name());
        setLegendLine(new Line2D.Double(-17, 0, 17, 0));
        for (int i = 0; i < series.size(); i++) {
            setSeriesPaint(i, colour(i));
            setSeriesStroke(i, stroke(i));
            setSeriesShape(i, mark(i));
            setSeriesShapesFilled(i, i % 2 == 0);
            setSeriesFillPaint(i, colour(i));
            setSeriesOutlineStroke(i, new BasicStroke(1.6f));
        }
    }

    static Color colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }

    private static BasicStroke stroke(int series) {
        float[] dash = DASHES[series % DASHES.length];
        return dash.length == 0
                ? new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private static Shape mark(int series) {
        return switch (series % 4) {
            case 0 -> new Ellipse2D.Double(-4, -4, 8, 8);
            case 1 -> new Rectangle2D.Double(-3.8, -3.8, 7.6, 7.6);
            case 2 -> polygon(0, -5, 4.6, 3.6, -4.6, 3.6);
            default -> polygon(0, -5.2, 4.6, 0, 0, 5.2, -4.6, 0);
        };
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    @Override
    public boolean getItemShapeVisible(int series, int item) {
        Series points = drawn.get(series);
        int every = points.size() <= FEW ? 1 : points.size() / MARKS;
        return item == 0 || item % every == series % every || isLone(points, item);
    }

    private static boolean isLone(Series points, int item) {
        boolean nothingBehind = item == points.size() - 1 || !points.isDrawn(item + 1);
        return nothingBehind && !points.isDrawn(item - 1);
    }
}
