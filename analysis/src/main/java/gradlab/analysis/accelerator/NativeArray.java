package gradlab.analysis.accelerator;

import org.bytedeco.javacpp.DoublePointer;

/** An array of doubles outside the heap that lives longer than one call, freed when closed. */
final class NativeArray implements AutoCloseable {
    private final DoublePointer pointer;

    private NativeArray(DoublePointer pointer) {
        this.pointer = pointer;
    }

    /** A copy of an array. */
    static NativeArray of(double[] array) {
        return new NativeArray(new DoublePointer(array));
    }

    static NativeArray zeros(long size) {
        DoublePointer pointer = new DoublePointer(size);
        pointer.zero();
        return new NativeArray(pointer);
    }

    DoublePointer pointer() {
        return pointer;
    }

    /** The numbers from this one on; it lives as long as the whole. */
    DoublePointer from(long index) {
        return index == 0 ? pointer : pointer.getPointer(index);
    }

    @Override
    public void close() {
        pointer.deallocate();
    }
}
