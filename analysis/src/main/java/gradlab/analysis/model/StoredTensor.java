package gradlab.analysis.model;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A tensor as a file stores it: it stays in the stored width until its values are asked for, which makes a new array
 * each time. Immutable.
 */
public final class StoredTensor {
    private final String name;
    private final List<Integer> shape;
    private final ElementType type;
    private final ByteBuffer bytes;
    private final boolean firstIndexFastest;

    private StoredTensor(
            String name, List<Integer> shape, ElementType type, ByteBuffer bytes, boolean firstIndexFastest) {
        this.name = name;
        this.shape = List.copyOf(shape);
        this.type = type;
        this.bytes = bytes.slice().asReadOnlyBuffer().order(bytes.order());
        this.firstIndexFastest = firstIndexFastest;
        if (count(shape) * type.width() != bytes.remaining()) {
            throw new IllegalArgumentException(
                    "bytes must number " + count(shape) * type.width() + ", were " + bytes.remaining());
        }
    }

    /**
     * A tensor whose last index runs fastest.
     *
     * @param bytes its numbers, from the position to the limit, in the buffer's byte order; whoever gives them must not write them
     */
    public static StoredTensor of(String name, List<Integer> shape, ElementType type, ByteBuffer bytes) {
        return new StoredTensor(name, shape, type, bytes, false);
    }

    /** The same for a tensor whose first index runs fastest, as Fortran stores it. */
    static StoredTensor firstIndexFastest(String name, List<Integer> shape, ElementType type, ByteBuffer bytes) {
        return new StoredTensor(name, shape, type, bytes, true);
    }

    /** The product of a shape's sizes. */
    private static long count(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** The name in the file; empty where the format has none. */
    public String name() {
        return name;
    }

    /** The sizes; empty for a single number. */
    public List<Integer> shape() {
        return shape;
    }

    /** The shape as a message shows it: {@code 3 x 4}. */
    public String shapeText() {
        return shape.isEmpty()
                ? "one number"
                : shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }

    /** How each number is stored. */
    public ElementType type() {
        return type;
    }

    /** How many numbers there are. */
    public int count() {
        return bytes.remaining() / type.width();
    }

    /** Its numbers as doubles in a new array, the last index running fastest. */
    public double[] toDoubles() {
        double[] values = new double[count()];
        Places places = new Places();
        for (int i = 0; i < values.length; i++) {
            values[places.next()] = type.doubleAt(bytes, i * type.width());
        }
        return values;
    }

    /**
     * Its integers in a new array, the last index running fastest.
     *
     * @throws IllegalArgumentException if the type has fractions
     */
    public long[] toLongs() {
        long[] values = new long[count()];
        Places places = new Places();
        for (int i = 0; i < values.length; i++) {
            values[places.next()] = type.longAt(bytes, i * type.width());
        }
        return values;
    }

    /** The same tensor under another name. */
    public StoredTensor named(String other) {
        return new StoredTensor(other, shape, type, bytes, firstIndexFastest);
    }

    @Override
    public String toString() {
        return name + ": " + shapeText() + " of " + type;
    }

    /** Where the stored numbers belong, one after the other: an odometer whose first wheel runs fastest. */
    private final class Places {
        private final List<Integer> wheel = new ArrayList<>(Collections.nCopies(shape.size(), 0));
        private final int[] stride = new int[shape.size()];
        private int place;
        private int plain;

        Places() {
            int step = 1;
            for (int d = shape.size() - 1; d >= 0; d--) {
                stride[d] = step;
                step *= Math.max(1, shape.get(d));
            }
        }

        int next() {
            if (!firstIndexFastest) {
                return plain++;
            }
            int here = place;
            for (int d = 0; d < stride.length; d++) {
                int turned = wheel.get(d) + 1;
                place += stride[d];
                if (turned < shape.get(d)) {
                    wheel.set(d, turned);
                    break;
                }
                place -= stride[d] * turned;
                wheel.set(d, 0);
            }
            return here;
        }
    }
}
