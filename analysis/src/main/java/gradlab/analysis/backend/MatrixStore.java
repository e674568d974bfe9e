package gradlab.analysis.backend;

/**
 * Row-major matrices held where they are multiplied, so that one that is used many times is handed over once. For one
 * thread; what it holds is gone when it is closed.
 */
public interface MatrixStore extends AutoCloseable {
    /** So many zeros. */
    Held zeros(int size);

    /** So many entries that may be anything. */
    default Held room(int size) {
        return zeros(size);
    }

    /** A copy of an array. */
    default Held of(double[] entries) {
        return of(entries, entries.length);
    }

    /** A copy of the start of an array. */
    default Held of(double[] entries, int length) {
        Held held = zeros(length);
        held.set(0, entries, 0, length);
        return held;
    }

    /**
     * Adds {@code op(A) op(B)}, m by k times k by n, to C from {@code atC} on.
     *
     * @param a A from {@code atA} on; k by m if it is transposed
     * @param b B from the start; n by k if it is transposed
     */
    void addProduct(
            Held a, int atA, boolean transposeA, Held b, boolean transposeB, Held c, int atC, int m, int k, int n);

    @Override
    void close();

    /** A matrix of the store. */
    interface Held {
        /** Copies entries in. */
        void set(int at, double[] from, int start, int length);

        /** Copies entries out. */
        void get(int at, double[] into, int start, int length);

        /** Makes entries zero. */
        void clear(int at, int length);
    }
}
