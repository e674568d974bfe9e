package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.ShapeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The lengths of a tensor along its axes, the last one running fastest in memory. No axes at all is the shape of a
 * number. Axes may be counted from the end: -1 is the last.
 *
 * @param lengths the length along each axis, none negative
 */
public record Shape(List<Integer> lengths) {
    /** The most entries that one tensor may have. */
    public static final int MOST_ENTRIES = 1 << 28;

    /**
     * Copies the lengths.
     *
     * @throws ShapeException if a length is negative or there are more than {@link #MOST_ENTRIES} entries
     */
    public Shape {
        lengths = List.copyOf(lengths);
        long size = 1;
        for (int length : lengths) {
            if (length < 0) {
                throw new ShapeException("a length of " + length, "lengths of at least 0");
            }
            size = Math.min(size, MOST_ENTRIES) * length;
        }
        if (size > MOST_ENTRIES) {
            throw new ShapeException("a tensor of shape " + text(lengths), "at most " + MOST_ENTRIES + " entries");
        }
    }

    /** The shape with these lengths. */
    public static Shape of(int... lengths) {
        return new Shape(Arrays.stream(lengths).boxed().toList());
    }

    /** The number of axes. */
    public int rank() {
        return lengths.size();
    }

    /** The number of entries. */
    public int size() {
        return size(0, rank());
    }

    /** The number of entries along the axes from {@code from} to before {@code to}; 1 for none. */
    public int size(int from, int to) {
        int size = 1;
        for (int axis = from; axis < to; axis++) {
            size *= lengths.get(axis);
        }
        return size;
    }

    /** The length along an axis. */
    public int length(int axis) {
        return lengths.get(axis(axis));
    }

    /**
     * The axis counted from the front.
     *
     * @throws ShapeException if there is no such axis
     */
    public int axis(int axis) {
        if (axis < -rank() || axis >= rank()) {
            throw new ShapeException("axis " + axis + " of a tensor of shape " + this, "an axis that it has");
        }
        return axis < 0 ? axis + rank() : axis;
    }

    /** Which axes are among these, counted from the front. */
    public boolean[] among(int... axes) {
        boolean[] among = new boolean[rank()];
        for (int axis : axes) {
            among[axis(axis)] = true;
        }
        return among;
    }

    /** All axes, in order. */
    public int[] axes() {
        return IntStream.range(0, rank()).toArray();
    }

    /** This shape with another length along one axis. */
    public Shape with(int axis, int length) {
        List<Integer> changed = new ArrayList<>(lengths);
        changed.set(axis(axis), length);
        return new Shape(changed);
    }

    /** This shape with length 1 along these axes: that of a reduction over them. */
    public Shape reduced(int... axes) {
        boolean[] among = among(axes);
        return new Shape(IntStream.range(0, rank())
                .mapToObj(axis -> among[axis] ? 1 : lengths.get(axis))
                .toList());
    }

    /** This shape without these axes. */
    public Shape without(int... axes) {
        boolean[] among = among(axes);
        return new Shape(IntStream.range(0, rank())
                .filter(axis -> !among[axis])
                .mapToObj(lengths::get)
                .toList());
    }

    /** How far apart neighbours along each axis lie. */
    public int[] strides() {
        int[] strides = new int[rank()];
        int stride = 1;
        for (int axis = rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= lengths.get(axis);
        }
        return strides;
    }

    /** The indices of an entry along the axes, the entries counted in their order. */
    public int[] indices(int entry) {
        int[] indices = new int[rank()];
        int rest = entry;
        for (int axis = rank() - 1; axis >= 0; axis--) {
            indices[axis] = rest % lengths.get(axis);
            rest /= lengths.get(axis);
        }
        return indices;
    }

    /**
     * The shape to which tensors of these two shapes are stretched when they are combined: aligned at the last axis, a
     * length of 1 (or no axis) stretches to the other's.
     *
     * @throws ShapeException if they do not fit
     */
    public Shape broadcast(Shape other) {
        int rank = Math.max(rank(), other.rank());
        List<Integer> result = new ArrayList<>(rank);
        for (int fromEnd = rank; fromEnd >= 1; fromEnd--) {
            int a = fromEnd > rank() ? 1 : length(-fromEnd);
            int b = fromEnd > other.rank() ? 1 : other.length(-fromEnd);
            if (a != b && a != 1 && b != 1) {
                throw new ShapeException("tensors of shapes " + this + " and " + other, "lengths that are equal or 1");
            }
            result.add(a == 1 ? b : a);
        }
        return new Shape(result);
    }

    private static String text(List<Integer> lengths) {
        return lengths.stream().map(String::valueOf).collect(Collectors.joining(" x ", "[", "]"));
    }

    @Override
    public String toString() {
        return text(lengths);
    }
}
