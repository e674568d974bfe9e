package gradlab.analysis.exact;

/**
 * How much work an exact answer may cost. Limits count digits and steps, never seconds, so that the same question is
 * answered, or not, on every machine. Beyond them the answer is empty.
 */
public final class WorkBound {
    /** Largest order of a matrix that is eliminated (for a rectangular one: of its smaller side). */
    public static final int MAX_SIZE = 64;

    /**
     * Largest entry of a matrix over its common scale. Binary64 numbers span 2098 bits, so that this holds every matrix
     * of them and products of seven such matrices.
     */
    public static final int MAX_ENTRY_BITS = 1 << 14;

    /** Largest size of a whole matrix: 2^28 bits take 32 MB. */
    public static final long MAX_TOTAL_BITS = 1L << 28;

    /** Most products of 32-bit words for one answer: roughly ten seconds of a 3 GHz core. */
    public static final double MAX_WORD_PRODUCTS = 1e10;

    /** What an object an entry takes beside its digits, generously: so 512 × 512 entries at most. */
    private static final int OVERHEAD_BITS = 1 << 10;

    private WorkBound() {}

    static boolean admitsMatrix(long rows, long columns, long entryBits) {
        double bits = (double) rows * columns * Math.max(entryBits, OVERHEAD_BITS);
        return entryBits <= MAX_ENTRY_BITS && bits <= MAX_TOTAL_BITS;
    }

    /**
     * Fraction-free elimination. Step k of r updates (m - k)(n - k) entries, which are minors of about k·bits digits:
     * the sum of (m - k)(n - k)(k·words)² over k is about m n r (r·words)²/30, and an update is three products.
     */
    static boolean admitsElimination(int rows, int columns, int entryBits) {
        double order = Math.min(rows, columns);
        double longest = order * words(entryBits);
        return order <= MAX_SIZE && 0.1 * rows * columns * order * longest * longest <= MAX_WORD_PRODUCTS;
    }

    /** A product of two matrices; also, with factor 100, the ten or so sweeps of Jacobi rotations. */
    static boolean admitsProducts(double count, int entryBits) {
        double words = words(entryBits);
        return count * words * words <= MAX_WORD_PRODUCTS;
    }

    /** The smaller of A'A and AA'. */
    static boolean admitsGram(ExactMatrix a) {
        double small = Math.min(a.rows(), a.columns());
        return small <= MAX_SIZE && admitsProducts(small * a.rows() * a.columns(), IntegerMatrix.bits(a.integers()));
    }

    private static double words(int bits) {
        return bits / 32.0 + 1.0;
    }
}
