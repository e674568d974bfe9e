package gradlab.analysis.operator;

/**
 * A product of matrices that grows on the left, kept wherever the kernels that compute it like it best. For one thread; to be
 * closed.
 */
public interface RunningProduct extends AutoCloseable {
    /** Makes P the product A P, A with this many rows, row by row. */
    void multiplyBy(double[] a, int rows);

    /** Multiplies each row of P by its entry of a vector. */
    void scaleRows(Vector by);

    /** Multiplies P by a number. */
    void scale(double by);

    /** The sum of the absolute values of all entries of P. */
    double magnitude();

    /** P, row by row, in a new array. */
    double[] entries();

    /** Frees what it is kept in. */
    @Override
    void close();

    /** Starts products. */
    @FunctionalInterface
    interface Start {
        /** The product that is this matrix so far, and has room for as many rows as are ever needed. */
        RunningProduct from(DenseMatrix matrix, int mostRows);
    }
}
