package gradlab.analysis.model;

import gradlab.analysis.source.SourceException;
import java.util.ArrayList;
import java.util.List;

/** Sizes that a stranger's file announces, checked before anything is made of them. */
public final class TensorShape {

    /** As many indices as NumPy allows. */
    private static final int MOST_INDICES = 64;

    private TensorShape() {}

    /**
     * The sizes, each an {@code int}, and their product with the width one, too.
     *
     * @param what what a message calls the tensor
     * @throws SourceException if they are negative, too many or too large
     */
    public static List<Integer> of(String file, String what, List<Long> sizes, int width) {
        if (sizes.size() > MOST_INDICES) {
            throw SourceException.in(
                    file, what + " with " + sizes.size() + " indices", "at most " + MOST_INDICES + " indices");
        }
        List<Integer> shape = new ArrayList<>();
        long count = width;
        for (long size : sizes) {
            if (size < 0 || size > Integer.MAX_VALUE) {
                throw SourceException.in(file, what + " with the size " + size, "sizes from 0 to " + Integer.MAX_VALUE);
            }
            shape.add((int) size);
            // A size of 0 makes the tensor empty, but its strides are still counted.
            count *= Math.max(1, size);
            if (count > Integer.MAX_VALUE) {
                throw SourceException.in(
                        file, what + " of shape " + sizes, "a tensor of at most " + Integer.MAX_VALUE + " bytes");
            }
        }
        return shape;
    }

    /** The product of the sizes. */
    public static long count(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }
}
