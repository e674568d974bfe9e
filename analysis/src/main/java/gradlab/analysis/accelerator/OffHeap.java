package gradlab.analysis.accelerator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.DoublePointer;

/**
 * Arrays of doubles outside the heap, cut one after the other from one block. Each thread keeps its block for the next
 * call, because fresh memory costs a page fault for every 4 KiB: a quarter of the time of a product of order 512. Blocks
 * above {@link #KEPT} are freed when closed.
 */
final class OffHeap implements AutoCloseable {
    /** Room for a product of matrices of order 1024, 32 MiB. */
    private static final int KEPT = 1 << 22;

    private static final ThreadLocal<Block> BLOCK = ThreadLocal.withInitial(() -> Block.of(1 << 16));

    private final DoublePointer block;
    private final boolean isKept;
    private long used;

    private OffHeap(DoublePointer block, boolean isKept) {
        this.block = block;
        this.isKept = isKept;
    }

    /** A block and the buffer that it belongs to, which is freed with the thread. */
    private record Block(DoubleBuffer buffer, DoublePointer pointer) {
        static Block of(int size) {
            DoubleBuffer buffer = ByteBuffer.allocateDirect(Double.BYTES * size)
                    .order(ByteOrder.nativeOrder())
                    .asDoubleBuffer();
            return new Block(buffer, new DoublePointer(buffer));
        }
    }

    /** Room for arrays of {@code size} entries together; a thread closes one before it opens the next. */
    static OffHeap open(long size) {
        if (size > KEPT) {
            return new OffHeap(new DoublePointer(size), false);
        }
        if (BLOCK.get().buffer().capacity() < size) {
            BLOCK.set(Block.of((int) size));
        }
        return new OffHeap(BLOCK.get().pointer(), true);
    }

    /** An array of this size with whatever was there before. */
    DoublePointer room(long size) {
        DoublePointer array = block.getPointer(used);
        used += size;
        return array;
    }

    /** A copy of an array. */
    DoublePointer copyOf(double[] array) {
        return room(array.length).put(array);
    }

    /** The first entries of an array, back on the heap. */
    static double[] toArray(DoublePointer pointer, int size) {
        double[] array = new double[size];
        pointer.get(array);
        return array;
    }

    @Override
    public void close() {
        if (!isKept) {
            block.deallocate();
        }
    }
}
