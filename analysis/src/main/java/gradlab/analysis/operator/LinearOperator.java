package gradlab.analysis.operator;

/**
 * A real linear map given by its action {@code y = A x} and that of its transpose {@code x = A' y}; A has {@code rows()}
 * rows and {@code columns()} columns.
 *
 * <p>Implementations are immutable and may be used by several threads at once. They must satisfy
 * {@code <A x, y> = <x, A' y>} up to rounding. Adding one takes a line in the table of the operator laws.
 */
public interface LinearOperator {
    /** The length of {@code A x}. */
    int rows();

    /** The length of {@code x}. */
    int columns();

    /**
     * Overwrites {@code into} with {@code A x}.
     *
     * @param x length {@link #columns()}, not changed
     * @param into length {@link #rows()}, another array than {@code x}
     */
    void apply(double[] x, double[] into);

    /**
     * Overwrites {@code into} with {@code A' y}.
     *
     * @param y length {@link #rows()}, not changed
     * @param into length {@link #columns()}, another array than {@code y}
     */
    void applyTranspose(double[] y, double[] into);

    /**
     * About how many multiplications one product with A or its transpose takes, for choosing between algorithms; as many
     * as a dense matrix of this shape unless the operator knows better.
     */
    default long work() {
        return (long) rows() * columns();
    }

    /** {@code A x} in a new array. */
    default double[] apply(double[] x) {
        double[] into = new double[rows()];
        apply(x, into);
        return into;
    }

    /** {@code A' y} in a new array. */
    default double[] applyTranspose(double[] y) {
        double[] into = new double[columns()];
        applyTranspose(y, into);
        return into;
    }
}
