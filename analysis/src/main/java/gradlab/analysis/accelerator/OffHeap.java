package gradlab.analysis.accelerator;

import org.bytedeco.javacpp.DoublePointer;

/** An array of doubles outside the heap, freed when closed. */
final class OffHeap implements AutoCloseable {
    private final DoublePointer pointer;
    private final int size;

    private OffHeap(DoublePointer pointer, int size) {
        this.pointer = pointer;
        this.size = size;
    }

    /** A copy of an array. */
    static OffHeap of(double[] array) {
        return new OffHeap(new DoublePointer(array), array.length);
    }

    static OffHeap zeros(long size) {
        DoublePointer pointer = new DoublePointer(size);
        pointer.zero();
        return new OffHeap(pointer, Math.toIntExact(size));
    }

    DoublePointer pointer() {
        return pointer;
    }

    /** The numbers from this one on; it lives as long as the whole. */
    DoublePointer from(long index) {
        return index == 0 ? pointer : pointer.getPointer(index);
    }

    double[] toArray() {
        double[] array = new double[size];
        pointer.get(array);
        return array;
    }

    @Override
    public void close() {
        pointer.deallocate();
    }
}
