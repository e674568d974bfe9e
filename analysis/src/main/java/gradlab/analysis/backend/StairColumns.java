package gradlab.analysis.backend;

/**
 * k columns of n numbers, V, that go through matrix after matrix and are taken apart on the way: X = V' U with U upper
 * triangular, V := V'. The triangles telescope over a product of many matrices, so the sums of ln |u_jj| say how the volumes of
 * the first 1, 2, ..., k columns grow (Bauer's Treppeniteration, bauer1957), and V never over- or underflows.
 *
 * <p>V' is the lower trapezoidal factor of Gaussian elimination with partial pivoting, its rows in their own order: entries at
 * most 1 in modulus, and a triangle, so that the next product costs half. Rows of X that are scaled by anything keep their
 * relative accuracy, which a Householder QR decomposition does not give. Growth of the pivots is bounded in theory by 2^(n-1)
 * only; where it exceeds {@link #MOST_GROWTH} that one step takes X apart by QR instead. Cost of a step: 1.67 n³ operations for
 * k = n, with a QR decomposition 4.67 n³.
 *
 * <p>The complete pivoting of {@code analysis.spectrum} serves another end: singular values of a few matrices with exponents
 * beyond binary64. For one thread; to be closed, for the columns may lie outside the heap.
 */
public interface StairColumns extends AutoCloseable {

    /** Growth of entries in one elimination above which QR is taken: it costs four digits of sixteen, of a thousand-step mean. */
    double MOST_GROWTH = 1e4;

    /** n. */
    int rows();

    /** k, from 1 to n. */
    int columns();

    /**
     * V := V' of X.
     *
     * @param x X, n × k, row-major; overwritten by V'
     * @param diagonal k numbers, overwritten by |u_jj|; 0 where column j depends on those before it, not finite where X is not
     */
    void replace(double[] x, double[] diagonal);

    /**
     * V := V' of X = diag(s) W V with the matrix W that these columns were made with.
     *
     * @param scales s, n numbers
     * @param diagonal as in {@link #replace}
     */
    void multiply(double[] scales, double[] diagonal);

    /** V, n × k, row-major. */
    void read(double[] into);

    /** |r_jj| of V = Q R: what the columns, counted as volumes, have beyond the product of the |u_jj|. */
    double[] lengths();

    /** |r_jj| of W V = Q R. */
    double[] lengthsMultiplied();

    /** The largest growth of entries seen in an elimination: largest |u_ij| over largest |x_ij|, where that is above 1. */
    double growth();

    /** How many steps were taken by QR for their growth. */
    long fallbacks();

    @Override
    void close();
}
