package gradlab.analysis.backend;

/**
 * Products over batches of vectors, row-major and unchecked, added to what is there: what layers train with. An array may be longer than
 * its matrix, which stands at the start. Only {@link
 * #fixedOrder()} gives the same bits on every machine.
 */
public interface BatchKernels {
    /** What computes, for people to read. */
    String label();

    /** A store for matrices that are used several times. */
    MatrixStore open();

    /** An array whose entries may be anything, for what belongs to one pass. */
    default double[] room(int length) {
        return new double[length];
    }

    /** Adds A B to C: A is m by k, B is k by n. */
    default void addProduct(double[] a, double[] b, double[] c, int m, int k, int n) {
        try (MatrixStore store = open()) {
            MatrixStore.Held result = store.of(c, m * n);
            store.addProduct(store.of(a, m * k), 0, false, store.of(b, k * n), false, result, 0, m, k, n);
            result.get(0, c, 0, m * n);
        }
    }

    /** Adds A B' to C: A is m by k, B is n by k. */
    default void addTimesTransposed(double[] a, double[] b, double[] c, int m, int k, int n) {
        try (MatrixStore store = open()) {
            MatrixStore.Held result = store.of(c, m * n);
            store.addProduct(store.of(a, m * k), 0, false, store.of(b, k * n), true, result, 0, m, k, n);
            result.get(0, c, 0, m * n);
        }
    }

    /** Adds A' B to the m by n matrix in {@code c} from {@code atC} on: A is k by m, B is k by n. */
    default void addTransposedTimes(double[] a, double[] b, double[] c, int atC, int m, int k, int n) {
        try (MatrixStore store = open()) {
            MatrixStore.Held result = store.zeros(m * n);
            result.set(0, c, atC, m * n);
            store.addProduct(store.of(a, m * k), 0, true, store.of(b, k * n), false, result, 0, m, k, n);
            result.get(0, c, atC, m * n);
        }
    }

    /** Plain Java, every sum in ascending order: the same bits on every machine. */
    static BatchKernels fixedOrder() {
        return FixedOrderBatches.KERNELS;
    }
}
