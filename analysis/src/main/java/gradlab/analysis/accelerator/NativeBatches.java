package gradlab.analysis.accelerator;

import gradlab.analysis.backend.BatchKernels;
import gradlab.analysis.backend.MatrixStore;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas_full;

/** Products over batches by OpenBLAS, on matrices outside the heap. */
final class NativeBatches implements BatchKernels {
    private static final int ROW_MAJOR = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;

    @Override
    public String label() {
        return "OpenBLAS, one thread";
    }

    @Override
    public MatrixStore open() {
        return new OutsideTheHeap();
    }

    private static final class OutsideTheHeap implements MatrixStore {
        private final List<DoublePointer> pointers = new ArrayList<>();

        @Override
        public Held zeros(int size) {
            Block block = new Block(raw(size));
            block.clear(0, size);
            return block;
        }

        @Override
        public Held room(int size) {
            return new Block(raw(size));
        }

        @Override
        public Held of(double[] entries, int length) {
            Block block = new Block(raw(length));
            block.set(0, entries, 0, length);
            return block;
        }

        private DoublePointer raw(int size) {
            DoublePointer pointer = new DoublePointer((long) Math.max(1, size));
            pointers.add(pointer);
            return pointer;
        }

        @Override
        public void addProduct(
                Held a, int atA, boolean transposeA, Held b, boolean transposeB, Held c, int atC, int m, int k, int n) {
            openblas_full.cblas_dgemm(
                    ROW_MAJOR,
                    transposeA ? TRANSPOSED : PLAIN,
                    transposeB ? TRANSPOSED : PLAIN,
                    m,
                    n,
                    k,
                    1,
                    ((Block) a).from(atA),
                    transposeA ? m : k,
                    ((Block) b).from(0),
                    transposeB ? k : n,
                    1,
                    ((Block) c).from(atC),
                    n);
        }

        @Override
        public void close() {
            pointers.forEach(DoublePointer::deallocate);
        }
    }

    private static final class Block implements MatrixStore.Held {
        private final DoublePointer pointer;

        Block(DoublePointer pointer) {
            this.pointer = pointer;
        }

        DoublePointer from(int at) {
            return at == 0 ? pointer.position(0) : pointer.getPointer(at);
        }

        @Override
        public void set(int at, double[] from, int start, int length) {
            pointer.position(at).put(from, start, length);
            pointer.position(0);
        }

        @Override
        public void get(int at, double[] into, int start, int length) {
            pointer.position(at).get(into, start, length);
            pointer.position(0);
        }

        @Override
        public void clear(int at, int length) {
            if (length > 0) {
                DoublePointer.memset(pointer.getPointer(at), 0, (long) length * Double.BYTES);
            }
        }
    }
}
