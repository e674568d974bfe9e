package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.ShapeException;

/**
 * Where each entry of a new tensor comes from: one entry of one of some sources, or 0. Transposing, slicing, gathering,
 * padding, stretching, concatenating and cutting into patches are selections; all are linear, with entries 0 and 1.
 *
 * <p>The arrays belong to the selection once handed over; nobody writes to them any more.
 */
public final class Selection {
    /** The index of an entry that is 0 whatever the sources hold. */
    public static final int ZERO = -1;

    private final Shape shape;
    private final int[] source;
    private final int[] index;

    private Selection(Shape shape, int[] source, int[] index) {
        this.shape = shape;
        this.source = source;
        this.index = index;
    }

    /** From one source: entry e of the result is entry {@code index[e]} of it, or 0 for {@link #ZERO}. */
    public static Selection of(Shape shape, int[] index) {
        return new Selection(checked(shape, index), new int[0], index);
    }

    /** From several sources: entry e of the result is entry {@code index[e]} of source {@code source[e]}. */
    public static Selection of(Shape shape, int[] source, int[] index) {
        if (source.length != index.length) {
            throw new IllegalArgumentException(
                    "source must be as long as index, " + index.length + ", was " + source.length);
        }
        return new Selection(checked(shape, index), source, index);
    }

    private static Shape checked(Shape shape, int[] index) {
        if (shape.size() != index.length) {
            throw new ShapeException(index.length + " entries for shape " + shape, shape.size() + " entries");
        }
        return shape;
    }

    /** The same entries in the same order in another shape of the same size. */
    public Selection as(Shape another) {
        return new Selection(checked(another, index), source, index);
    }

    /** The shape of the result. */
    public Shape shape() {
        return shape;
    }

    /** The number of entries of the result. */
    public int size() {
        return index.length;
    }

    /** From which source entry e comes. */
    public int source(int e) {
        return source.length == 0 ? 0 : source[e];
    }

    /** From which place in its source entry e comes, or {@link #ZERO}. */
    public int index(int e) {
        return index[e];
    }
}
