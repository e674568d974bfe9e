package gradlab.analysis.interval;

import static gradlab.analysis.interval.Rounding.addDown;
import static gradlab.analysis.interval.Rounding.addUp;

import java.util.Arrays;

/**
 * An immutable matrix of intervals: the set of all real matrices whose entries lie in the entries. Any number of rows or
 * columns may be 0. Entries may be unbounded but not empty.
 */
public final class IntervalMatrix {
    private final int rows;
    private final int columns;
    private final double[] lower;
    private final double[] upper;

    private IntervalMatrix(int rows, int columns, double[] lower, double[] upper) {
        this.rows = rows;
        this.columns = columns;
        this.lower = lower;
        this.upper = upper;
    }

    /** What stands in one row and column, counted from 0. */
    @FunctionalInterface
    public interface Entries {
        /** The entry in the given row and column. */
        Interval at(int row, int column);
    }

    /**
     * The point matrix with these rows.
     *
     * @throws IllegalArgumentException if rows differ in length or an entry is not finite
     */
    public static IntervalMatrix of(double[][] entries) {
        int columns = entries.length == 0 ? 0 : entries[0].length;
        for (double[] row : entries) {
            if (row.length != columns) {
                throw new IllegalArgumentException(
                        "entries: rows must have equal lengths, were " + columns + " and " + row.length);
            }
        }
        return of(entries.length, columns, (i, j) -> Interval.of(entries[i][j]));
    }

    /**
     * The point matrix with these entries, row after row.
     *
     * @throws IllegalArgumentException unless there are rows * columns of them, all finite
     */
    public static IntervalMatrix of(int rows, int columns, double[] rowMajor) {
        requireShape(rows, columns);
        if (rowMajor.length != rows * columns) {
            throw new IllegalArgumentException(
                    "rowMajor: must have rows * columns = " + rows * columns + " entries, had " + rowMajor.length);
        }
        return of(rows, columns, (i, j) -> Interval.of(rowMajor[i * columns + j]));
    }

    /**
     * The matrix whose entries the function gives.
     *
     * @throws IllegalArgumentException if rows or columns are negative or too many, or an entry is empty
     */
    public static IntervalMatrix of(int rows, int columns, Entries entries) {
        requireShape(rows, columns);
        double[] lower = new double[rows * columns];
        double[] upper = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                Interval entry = entries.at(i, j);
                if (entry.isEmpty()) {
                    throw new IllegalArgumentException("entries: must not be empty, was in row " + i + ", column " + j);
                }
                lower[i * columns + j] = entry.lower();
                upper[i * columns + j] = entry.upper();
            }
        }
        return new IntervalMatrix(rows, columns, lower, upper);
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /**
     * The entry in a row and column, counted from 0.
     *
     * @throws IllegalArgumentException if there is no such row or column
     */
    public Interval get(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IllegalArgumentException(
                    "row, column: must be inside " + rows + " x " + columns + ", was " + row + ", " + column);
        }
        return new Interval(lower[row * columns + column], upper[row * columns + column]);
    }

    /**
     * The set of all products A B, each entry a sum of products rounded outwards step by step (exact in particular while
     * all partial sums are doubles).
     *
     * @throws IllegalArgumentException unless the other has as many rows as this has columns
     */
    public IntervalMatrix multiply(IntervalMatrix other) {
        if (columns != other.rows) {
            throw new IllegalArgumentException(
                    "other: must have " + columns + " rows to be multiplied from the left, had " + other.rows);
        }
        double[] low = new double[rows * other.columns];
        double[] high = new double[rows * other.columns];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                addMultiple(get(i, k), other, k, low, high, i * other.columns);
            }
        }
        return new IntervalMatrix(rows, other.columns, low, high);
    }

    /** Adds factor times row k of the other matrix to the row of sums that starts at {@code start}. */
    private static void addMultiple(
            Interval factor, IntervalMatrix other, int k, double[] low, double[] high, int start) {
        for (int j = 0; j < other.columns; j++) {
            int source = k * other.columns + j;
            low[start + j] = addDown(
                    low[start + j],
                    Products.lowerProduct(factor.lower(), factor.upper(), other.lower[source], other.upper[source]));
            high[start + j] = addUp(
                    high[start + j],
                    -Products.lowerProduct(-factor.upper(), -factor.lower(), other.lower[source], other.upper[source]));
        }
    }

    /** The set of all transposes. */
    public IntervalMatrix transpose() {
        return of(columns, rows, (i, j) -> get(j, i));
    }

    /**
     * The set of all A + B.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public IntervalMatrix add(IntervalMatrix other) {
        requireSameShape(other);
        return of(rows, columns, (i, j) -> get(i, j).add(other.get(i, j)));
    }

    /**
     * The set of all A - B.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public IntervalMatrix subtract(IntervalMatrix other) {
        requireSameShape(other);
        return of(rows, columns, (i, j) -> get(i, j).subtract(other.get(i, j)));
    }

    /**
     * The set of all products of a number in {@code factor} with a matrix in this.
     *
     * @throws IllegalArgumentException if the factor is empty
     */
    public IntervalMatrix scale(Interval factor) {
        return of(rows, columns, (i, j) -> get(i, j).multiply(factor));
    }

    /** The midpoints of the entries, finite, row after row. */
    public double[] midpoints() {
        double[] midpoints = new double[lower.length];
        Arrays.setAll(midpoints, k -> new Interval(lower[k], upper[k]).midpoint());
        return midpoints;
    }

    /** Upper bounds of the distances from the midpoints to the ends of the entries, row after row; 0 for points. */
    public double[] radii() {
        double[] midpoints = midpoints();
        double[] radii = new double[lower.length];
        Arrays.setAll(radii, k -> Math.max(addUp(upper[k], -midpoints[k]), addUp(midpoints[k], -lower[k])));
        return radii;
    }

    /** Whether every entry is a point. */
    public boolean isPoint() {
        return Arrays.equals(lower, upper);
    }

    /** Whether every end of every entry is finite. */
    public boolean isFinite() {
        return Arrays.stream(lower).allMatch(Double::isFinite)
                && Arrays.stream(upper).allMatch(Double::isFinite);
    }

    private void requireSameShape(IntervalMatrix other) {
        if (rows != other.rows || columns != other.columns) {
            throw new IllegalArgumentException(
                    "other: must be " + rows + " x " + columns + ", was " + other.rows + " x " + other.columns);
        }
    }

    private static void requireShape(int rows, int columns) {
        if (rows < 0 || columns < 0 || (long) rows * columns > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException(
                    "rows, columns: must not be negative or beyond 2^30 entries, were " + rows + ", " + columns);
        }
    }
}
