package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.model.ElementType;
import gradlab.analysis.tensor.Broadcast;
import gradlab.analysis.tensor.Selection;
import gradlab.analysis.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * A tensor of whole numbers or truth values: shapes, indices and conditions, which are known as soon as they are computed
 * and have no derivatives. Immutable; arithmetic wraps as its type does.
 */
public final class IntegerTensor {
    private final ElementType type;
    private final Shape shape;
    private final long[] entries;

    private IntegerTensor(ElementType type, Shape shape, long[] entries) {
        this.type = type;
        this.shape = shape;
        this.entries = entries;
        if (type.isFloat()) {
            throw new IllegalArgumentException("type must be of whole numbers, was " + type);
        }
        if (shape.size() != entries.length) {
            throw new ShapeException(entries.length + " entries for shape " + shape, shape.size() + " entries");
        }
    }

    /** A tensor of these entries, each wrapped into the type's range. */
    public static IntegerTensor of(ElementType type, Shape shape, long... entries) {
        return new IntegerTensor(
                type, shape, Arrays.stream(entries).map(v -> wrap(type, v)).toArray());
    }

    /** A list of 64-bit numbers. */
    public static IntegerTensor list(long... entries) {
        return of(ElementType.I64, Shape.of(entries.length), entries);
    }

    /** Truth values. */
    public static IntegerTensor truths(Shape shape, boolean[] values) {
        long[] entries = new long[values.length];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = values[i] ? 1 : 0;
        }
        return new IntegerTensor(ElementType.BOOL, shape, entries);
    }

    private static long wrap(ElementType type, long value) {
        return switch (type) {
            case I8 -> (byte) value;
            case U8 -> value & 0xff;
            case I16 -> (short) value;
            case U16 -> value & 0xffff;
            case I32 -> (int) value;
            case U32 -> value & 0xffffffffL;
            case BOOL -> value == 0 ? 0 : 1;
            default -> value;
        };
    }

    /** The type of the entries. */
    public ElementType type() {
        return type;
    }

    /** The shape. */
    public Shape shape() {
        return shape;
    }

    /** The number of entries. */
    public int size() {
        return entries.length;
    }

    /** Entry {@code i}, the last axis running fastest. */
    public long get(int i) {
        if (i < 0 || i >= entries.length) {
            throw new ShapeException(entries.length + " entries", "more than " + i);
        }
        return entries[i];
    }

    /** All entries in a new array. */
    public long[] toArray() {
        return entries.clone();
    }

    /** The entries as ints, which they must be. */
    int[] toInts() {
        int[] ints = new int[entries.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = Math.toIntExact(entries[i]);
        }
        return ints;
    }

    /** The entries as doubles. */
    double[] toDoubles() {
        return Arrays.stream(entries).mapToDouble(this::toDouble).toArray();
    }

    private double toDouble(long entry) {
        return type == ElementType.U64 && entry < 0 ? 2.0 * ((entry >>> 1) | (entry & 1)) : entry;
    }

    /** The only entry. */
    long only() {
        if (entries.length != 1) {
            throw new ShapeException("a tensor of shape " + shape, "one number");
        }
        return entries[0];
    }

    /** Less than zero, zero, or more, as a is below, equal to or above b. */
    int compare(long a, long b) {
        return type == ElementType.U64 ? Long.compareUnsigned(a, b) : Long.compare(a, b);
    }

    IntegerTensor reshape(Shape other) {
        return new IntegerTensor(type, other, entries);
    }

    IntegerTensor as(ElementType other) {
        return of(other, shape, entries);
    }

    IntegerTensor map(LongUnaryOperator f) {
        return of(type, shape, Arrays.stream(entries).map(f).toArray());
    }

    /** f of each pair, both stretched. */
    IntegerTensor combine(ElementType result, IntegerTensor other, LongBinaryOperator f) {
        Shape joint = shape.broadcast(other.shape);
        int[] mine = new Broadcast(shape, joint).sources();
        int[] theirs = new Broadcast(other.shape, joint).sources();
        long[] values = new long[joint.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = f.applyAsLong(entries[mine[i]], other.entries[theirs[i]]);
        }
        return of(result, joint, values);
    }

    /** Entries picked from tensors of one type. */
    static IntegerTensor select(List<IntegerTensor> sources, Selection selection) {
        long[] values = new long[selection.size()];
        for (int e = 0; e < values.length; e++) {
            int index = selection.index(e);
            values[e] = index == Selection.ZERO ? 0 : sources.get(selection.source(e)).entries[index];
        }
        return new IntegerTensor(sources.get(0).type, selection.shape(), values);
    }

    @Override
    public String toString() {
        return type + " " + shape + " " + Arrays.toString(entries);
    }
}
