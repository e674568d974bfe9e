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

    /** Most products of 32-bit words for one answer: roughly a second of a 3 GHz core. */
    public static final double MAX_WORD_PRODUCTS = 1e9;

    /** What an object an entry takes beside its digits, generously: so 512 × 512 entries at most. */
    private static final int OVERHEAD_BITS = 1 << 10;

    /** A product of short integers costs as much as this many products of words. */
    private static final int OVERHEAD_WORDS = 100;

    /** An inversion costs as much as this many determinants (measured: 6 to 9). */
    private static final int INVERSION = 8;

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

    /** Elimination on both sides of [A | I]: twice the columns, all rows in each step. */
    static boolean admitsInversion(int order, int entryBits) {
        return admitsElimination(INVERSION * order, order, entryBits);
    }

    /** A number to compare with, or a scale: some fractions of twice its length are reduced. */
    static boolean admitsNumber(Surd number) {
        return number.bitLength() <= 2 * MAX_ENTRY_BITS;
    }

    /** A product of two matrices; also, with factor 100, the ten or so sweeps of Jacobi rotations. */
    static boolean admitsProducts(double count, int entryBits) {
        double words = words(entryBits);
        return count * (words * words + OVERHEAD_WORDS) <= MAX_WORD_PRODUCTS;
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
