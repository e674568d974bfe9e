package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.ShapeException;
import java.util.List;
import java.util.stream.IntStream;

/** What stands beyond the ends of an axis. */
public enum Padding {
    /** Zeros. */
    ZERO {
        @Override
        int place(int i, int length) {
            return i < 0 || i >= length ? Selection.ZERO : i;
        }
    },
    /** The entries from the other end on. */
    CIRCULAR {
        @Override
        int place(int i, int length) {
            return Math.floorMod(i, length);
        }
    },
    /** The entries mirrored at the end, which is not repeated itself. */
    REFLECT {
        @Override
        int place(int i, int length) {
            if (length == 1) {
                return 0;
            }
            int inPeriod = Math.floorMod(i, 2 * (length - 1));
            return Math.min(inPeriod, 2 * (length - 1) - inPeriod);
        }
    },
    /** The entry at the end again and again. */
    EDGE {
        @Override
        int place(int i, int length) {
            return Math.max(0, Math.min(i, length - 1));
        }
    };

    /** The place that stands at i, which may lie beyond the ends, on an axis of at least one entry (but for ZERO). */
    abstract int place(int i, int length);

    /**
     * {@code before[d]} more entries before and {@code after[d]} after those along each axis d; negative numbers take
     * entries away.
     *
     * @throws ShapeException if a length would be negative, or there is nothing to continue
     */
    public Selection of(Shape shape, int[] before, int[] after) {
        if (before.length != shape.rank() || after.length != shape.rank()) {
            throw new ShapeException(
                    "paddings for " + before.length + " and " + after.length + " axes", "one an axis of " + shape);
        }
        int[][] places = new int[shape.rank()][];
        for (int d = 0; d < places.length; d++) {
            places[d] = places(shape.length(d), before[d], after[d]);
        }
        return Rearranging.byAxes(shape, List.of(places));
    }

    private int[] places(int length, int before, int after) {
        int total = Math.addExact(Math.addExact(length, before), after);
        if (total < 0 || total > Shape.MOST_ENTRIES || (length == 0 && total > 0 && this != ZERO)) {
            throw new ShapeException(
                    "an axis of length " + length + " padded by " + before + " and " + after,
                    "a length of at least 0 and something to repeat");
        }
        return IntStream.range(0, total).map(i -> place(i - before, length)).toArray();
    }
}
