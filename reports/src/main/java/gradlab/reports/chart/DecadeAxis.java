package gradlab.reports.chart;

import java.awt.Graphics2D;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.LogTick;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis of decimal logarithms, labelled with powers of ten. Whole decades, so that every positive number of the
 * binary format has its place, the smallest too.
 */
final class DecadeAxis extends NumberAxis {

    private static final int MOST_LABELS = 8;
    private static final int MOST_DECADES_WITH_PARTS = 5;
    private static final double MARGIN = 0.02;
    private static final double HEADROOM = 0.075;
    private static final int[] STEPS = {1, 2, 5, 10, 20, 50, 100, 200};

    /** Below so many decades parts of them are labelled too. */
    private static final double NARROW = 2.2;

    private final int lowest;
    private final int highest;
    private boolean narrow;

    private DecadeAxis(String label, int lowest, int highest, int labels) {
        super(label);
        this.lowest = lowest;
        this.highest = highest;
        setAutoRange(false);
        double height = highest - lowest;
        setRange(lowest - MARGIN * height, highest + (MARGIN + HEADROOM * labels) * height);
    }

    /** The axis whose decades take in all points that can be drawn, with room above for lines of labels. */
    static DecadeAxis around(String label, List<Series> series, int labels) {
        double[] logarithms =
                series.stream().flatMapToDouble(Series::drawn).map(Math::log10).toArray();
        double least = Arrays.stream(logarithms).min().orElse(0);
        double most = Arrays.stream(logarithms).max().orElse(0);
        return spanning(label, least, most, labels);
    }

    /** The axis whose decades take in these logarithms, with room at its end for lines of labels. */
    static DecadeAxis spanning(String label, double least, double most, int labels) {
        int lowest = (int) Math.floor(least);
        return new DecadeAxis(label, lowest, Math.max(lowest + 1, (int) Math.ceil(most)), labels);
    }

    /** The axis between two logarithms, which need not be whole. */
    static DecadeAxis within(String label, double from, double to) {
        DecadeAxis axis = spanning(label, from, to, 0);
        axis.setRange(from, to);
        axis.narrow = to - from < NARROW;
        return axis;
    }

    @Override
    @SuppressWarnings("rawtypes")
    protected List refreshTicksVertical(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        return ticks(TextAnchor.CENTER_RIGHT);
    }

    @Override
    @SuppressWarnings("rawtypes")
    protected List refreshTicksHorizontal(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        return ticks(TextAnchor.TOP_CENTER);
    }

    private List<LogTick> ticks(TextAnchor anchor) {
        int step = step();
        List<LogTick> ticks = new ArrayList<>();
        for (int decade = lowest; decade <= highest; decade++) {
            boolean labelled = Math.floorMod(decade, step) == 0;
            ticks.add(labelled ? major(decade, anchor) : minor(decade));
            for (int part = 2; part < 10 && decade < highest && highest - lowest <= MOST_DECADES_WITH_PARTS; part++) {
                boolean named = narrow && (part == 2 || part == 5);
                ticks.add(named ? part(decade, part, anchor) : minor(decade + Math.log10(part)));
            }
        }
        return ticks;
    }

    private int step() {
        for (int step : STEPS) {
            if ((highest - lowest) / step < MOST_LABELS) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private LogTick major(int decade, TextAnchor anchor) {
        AttributedString label = new AttributedString("10" + (decade < 0 ? "\u2212" : "") + Math.abs(decade));
        int length = label.getIterator().getEndIndex();
        label.addAttributes(getTickLabelFont().getAttributes(), 0, length);
        label.addAttribute(TextAttribute.SUPERSCRIPT, TextAttribute.SUPERSCRIPT_SUPER, 2, length);
        return new LogTick(TickType.MAJOR, decade, label, anchor);
    }

    private LogTick part(int decade, int part, TextAnchor anchor) {
        AttributedString label = new AttributedString(String.valueOf((float) (part * Math.pow(10, decade))));
        label.addAttributes(
                getTickLabelFont().getAttributes(), 0, label.getIterator().getEndIndex());
        return new LogTick(TickType.MAJOR, decade + Math.log10(part), label, anchor);
    }

    private static LogTick minor(double logarithm) {
        return new LogTick(TickType.MINOR, logarithm, null, TextAnchor.CENTER_RIGHT);
    }
}
