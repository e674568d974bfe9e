package gradlab.analysis.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An exact matrix A = σ M: σ a positive surd, M an integer matrix without a common factor. That form is unique, so that
 * equality is equality of values. It holds every matrix whose non-zero entries are rational multiples of one square
 * root; a matrix with entries 1 and sqrt(2) is not one of them. Matrices may have no rows or no columns.
 */
public final class ExactMatrix {
    private final int columns;
    private final Surd scale;
    private final BigInteger[][] integers;

    private ExactMatrix(int columns, Surd scale, BigInteger[][] integers) {
        this.columns = columns;
        this.scale = scale;
        this.integers = integers;
    }

    /** An entry of a matrix. */
    @FunctionalInterface
    public interface Entry {
        /** The entry in a row and a column, both from 0. */
        Surd at(int row, int column);
    }

    /**
     * The matrix with these rows; no rows give the 0 × 0 matrix.
     *
     * @return empty when non-zero entries are not rational multiples of one another, or beyond {@link WorkBound}
     * @throws IllegalArgumentException if the rows differ in length
     */
    public static Optional<ExactMatrix> of(Surd[][] entries) {
        int columns = entries.length == 0 ? 0 : entries[0].length;
        for (Surd[] row : entries) {
            if (row.length != columns) {
                throw new IllegalArgumentException(
                        "entries must have rows of one length, got " + columns + " and " + row.length);
            }
        }
        return of(entries.length, columns, (i, j) -> entries[i][j]);
    }

    /**
     * The matrix of these entries, each asked for once.
     *
     * @return empty when non-zero entries are not rational multiples of one another, or beyond {@link WorkBound}
     * @throws IllegalArgumentException if rows or columns is negative
     */
    public static Optional<ExactMatrix> of(int rows, int columns, Entry entry) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException(
                    "rows and columns must not be negative, got " + rows + " and " + columns);
        }
        return WorkBound.admitsMatrix(rows, columns, 1)
                ? CommonScale.of(rows, columns, entry).flatMap(c -> scaled(columns, c.scale(), c.integers()))
                : Optional.empty();
    }

    /** The matrix scale · integers in its unique form, within the bounds. */
    private static Optional<ExactMatrix> scaled(int columns, Surd scale, BigInteger[][] integers) {
        BigInteger content = IntegerMatrix.content(integers);
        if (content.signum() == 0 || scale.signum() == 0) {
            BigInteger[][] zeros = IntegerMatrix.of(integers.length, columns, (i, j) -> BigInteger.ZERO);
            return Optional.of(new ExactMatrix(columns, Surd.ONE, zeros));
        }
        BigInteger divisor = scale.signum() < 0 ? content.negate() : content;
        Surd factor = scale.multiply(Surd.of(new BigFraction(divisor)));
        BigInteger[][] primitive = IntegerMatrix.of(integers.length, columns, (i, j) -> integers[i][j].divide(divisor));
        return WorkBound.admitsMatrix(integers.length, columns, IntegerMatrix.bits(primitive))
                ? Optional.of(new ExactMatrix(columns, factor, primitive))
                : Optional.empty();
    }

    /** Number of rows. */
    public int rows() {
        return integers.length;
    }

    /** Number of columns. */
    public int columns() {
        return columns;
    }

    /**
     * The entry in a row and a column, both from 0.
     *
     * @throws IllegalArgumentException if there is no such row or column
     */
    public Surd entry(int row, int column) {
        if (row < 0 || row >= rows() || column < 0 || column >= columns) {
            throw new IllegalArgumentException("row and column must be below " + rows() + " and " + columns
                    + " and not negative, got " + row + " and " + column);
        }
        return scale.multiply(Surd.of(new BigFraction(integers[row][column])));
    }

    /** The factor σ > 0 of A = σ M. */
    Surd scale() {
        return scale;
    }

    /** The integers M of A = σ M; shared, not to be changed. */
    BigInteger[][] integers() {
        return integers;
    }

    /** The product A B; empty beyond {@link WorkBound}. */
    public Optional<ExactMatrix> multiply(ExactMatrix b) {
        requireEqual("rows of the right factor", b.rows(), "columns of the left", columns);
        int bits = Math.max(IntegerMatrix.bits(integers), IntegerMatrix.bits(b.integers));
        return WorkBound.admitsProducts((double) rows() * columns * b.columns, bits)
                ? scaled(b.columns, scale.multiply(b.scale), IntegerMatrix.multiply(integers, b.integers, b.columns))
                : Optional.empty();
    }

    /** The multiple c A; empty beyond {@link WorkBound}. */
    public Optional<ExactMatrix> multiply(Surd c) {
        return scaled(columns, scale.multiply(c), integers);
    }

    /** The sum A + B; empty where its entries are no surds (sqrt(2) I + I), or beyond {@link WorkBound}. */
    public Optional<ExactMatrix> add(ExactMatrix b) {
        requireEqual("rows of the second summand", b.rows(), "rows of the first", rows());
        requireEqual("columns of the second summand", b.columns, "columns of the first", columns);
        if (isZero() || b.isZero()) {
            return Optional.of(isZero() ? b : this);
        }
        return b.scale.divide(scale).rational().flatMap(ratio -> {
            BigInteger p = ratio.getNumerator();
            BigInteger q = ratio.getDenominator();
            BigInteger[][] sum = IntegerMatrix.of(
                    rows(), columns, (i, j) -> q.multiply(integers[i][j]).add(p.multiply(b.integers[i][j])));
            return scaled(columns, scale.divide(Surd.of(new BigFraction(q))), sum);
        });
    }

    /** The difference A - B under the condition of {@link #add}. */
    public Optional<ExactMatrix> subtract(ExactMatrix b) {
        return b.multiply(Surd.of(-1)).flatMap(this::add);
    }

    /** The transpose A'. */
    public ExactMatrix transpose() {
        return new ExactMatrix(rows(), scale, IntegerMatrix.transpose(integers, columns));
    }

    /** The determinant of a square matrix, by fraction-free elimination; empty beyond {@link WorkBound}. */
    public Optional<Surd> determinant() {
        int n = requireSquare();
        return admitsElimination() && (double) n * scale.bitLength() <= Surd.MAX_POWER_BITS
                ? Optional.of(power(scale, n).multiply(Surd.of(new BigFraction(Elimination.determinant(integers)))))
                : Optional.empty();
    }

    private static Surd power(Surd base, int exponent) {
        return exponent == 0 ? Surd.ONE : base.pow(exponent);
    }

    /**
     * The inverse of a square matrix.
     *
     * @return empty when the matrix is singular ({@link #rank} tells), or beyond {@link WorkBound}
     */
    public Optional<ExactMatrix> inverse() {
        if (!WorkBound.admitsInversion(requireSquare(), IntegerMatrix.bits(integers))) {
            return Optional.empty();
        }
        return Elimination.inverting(integers).flatMap(elimination -> {
            Surd divisor = scale.multiply(Surd.of(new BigFraction(elimination.pivot())));
            return scaled(columns, divisor.reciprocal(), elimination.inverseTimesPivot());
        });
    }

    /** The rank; empty beyond {@link WorkBound}. */
    public OptionalInt rank() {
        return admitsElimination() ? OptionalInt.of(Elimination.rank(integers, columns)) : OptionalInt.empty();
    }

    private boolean admitsElimination() {
        return WorkBound.admitsElimination(rows(), columns, IntegerMatrix.bits(integers));
    }

    /** The trace of a square matrix. */
    public Surd trace() {
        requireSquare();
        return scale.multiply(Surd.of(new BigFraction(IntegerMatrix.trace(integers))));
    }

    /** The largest absolute column sum. */
    public Surd norm1() {
        return transpose().norminf();
    }

    /** The largest absolute row sum. */
    public Surd norminf() {
        BigInteger largest = Arrays.stream(integers)
                .map(row -> Arrays.stream(row).map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::add))
                .reduce(BigInteger.ZERO, BigInteger::max);
        return scale.multiply(Surd.of(new BigFraction(largest)));
    }

    /** The root of the sum of squares of all entries. */
    public Surd frobenius() {
        BigInteger squares = Arrays.stream(integers)
                .flatMap(Arrays::stream)
                .map(entry -> entry.multiply(entry))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return scale.multiply(Surd.sqrt(new BigFraction(squares)));
    }

    /** Whether all entries are 0 (also when there are none). */
    public boolean isZero() {
        return IntegerMatrix.vanishes(integers, (i, j) -> true);
    }

    /** Whether A = A'. */
    public boolean isSymmetric() {
        return rows() == columns && equals(transpose());
    }

    /** Whether all entries on one side of the main diagonal are 0. */
    public boolean isTriangular() {
        return IntegerMatrix.vanishes(integers, (i, j) -> i > j) || IntegerMatrix.vanishes(integers, (i, j) -> i < j);
    }

    /** Whether some power of a square matrix is 0; empty beyond {@link WorkBound}. */
    public Optional<Boolean> isNilpotent() {
        int n = requireSquare();
        if (n > WorkBound.MAX_SIZE) {
            return Optional.empty();
        }
        if (!ModularDeterminant.powerVanishes(integers)) {
            return Optional.of(false);
        }
        Optional<ExactMatrix> power = Optional.of(this);
        for (int exponent = 1; exponent < n; exponent *= 2) {
            power = power.flatMap(a -> a.multiply(a));
        }
        return power.map(ExactMatrix::isZero);
    }

    int requireSquare() {
        requireEqual("rows", rows(), "columns", columns);
        return columns;
    }

    private static void requireEqual(String name, int value, String other, int expected) {
        if (value != expected) {
            throw new IllegalArgumentException(name + " must equal " + other + " (" + expected + "), got " + value);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExactMatrix b
                && columns == b.columns
                && scale.equals(b.scale)
                && Arrays.deepEquals(integers, b.integers);
    }

    @Override
    public int hashCode() {
        return 31 * scale.hashCode() + Arrays.deepHashCode(integers);
    }

    /** For example {@code sqrt(2)*[[1, 0], [0, 3]]}. */
    @Override
    public String toString() {
        return scale + "*" + Arrays.deepToString(integers);
    }
}
