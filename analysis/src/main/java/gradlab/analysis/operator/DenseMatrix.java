package gradlab.analysis.operator;

import java.util.Arrays;

/**
 * An immutable dense matrix, stored row by row. {@code A x} sums each row in four interleaved partial sums, {@code A' y}
 * in ascending row: both orders are fixed, so the bits are the same on any machine.
 */
public final class DenseMatrix implements LinearOperator {
    private final int rows;
    private final int columns;
    private final double[] entries;

    private DenseMatrix(int rows, int columns, double[] entries) {
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    /** A matrix with a copy of these entries, row by row. */
    public static DenseMatrix of(int rows, int columns, double... entries) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException("shape must not be negative, was " + rows + " x " + columns);
        }
        if ((long) rows * columns != entries.length) {
            throw new IllegalArgumentException("entries of a " + rows + " x " + columns + " matrix must number "
                    + (long) rows * columns + ", were " + entries.length);
        }
        return new DenseMatrix(rows, columns, entries.clone());
    }

    /** The n by n identity. */
    public static DenseMatrix identity(int n) {
        double[] entries = new double[Math.multiplyExact(n, n)];
        for (int i = 0; i < n; i++) {
            entries[i * n + i] = 1;
        }
        return new DenseMatrix(n, n, entries);
    }

    /** The matrix of {@code operator}, by one application to each unit vector of its smaller side. */
    public static DenseMatrix of(LinearOperator operator) {
        if (operator instanceof DenseMatrix matrix) {
            return matrix;
        }
        int rows = operator.rows();
        int columns = operator.columns();
        double[] entries = new double[Math.multiplyExact(rows, columns)];
        if (columns <= rows) {
            fillByColumns(operator, entries);
        } else {
            fillByRows(operator, entries);
        }
        return new DenseMatrix(rows, columns, entries);
    }

    private static void fillByColumns(LinearOperator operator, double[] entries) {
        int columns = operator.columns();
        double[] unit = new double[columns];
        double[] column = new double[operator.rows()];
        for (int j = 0; j < columns; j++) {
            unit[j] = 1;
            operator.apply(unit, column);
            unit[j] = 0;
            for (int i = 0; i < column.length; i++) {
                entries[i * columns + j] = column[i];
            }
        }
    }

    private static void fillByRows(LinearOperator operator, double[] entries) {
        double[] unit = new double[operator.rows()];
        double[] row = new double[operator.columns()];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = 1;
            operator.applyTranspose(unit, row);
            unit[i] = 0;
            System.arraycopy(row, 0, entries, i * row.length, row.length);
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    /** The entry in row {@code i} and column {@code j}, from 0. */
    public double get(int i, int j) {
        return entries[i * columns + j];
    }

    /** The entries row by row, not to be changed. */
    double[] entries() {
        return entries;
    }

    /** The entries row by row in a new array. */
    public double[] toArray() {
        return entries.clone();
    }

    @Override
    public void apply(double[] x, double[] into) {
        Checks.lengths("x", x, columns, into, rows);
        for (int i = 0; i < rows; i++) {
            into[i] = rowTimes(i * columns, x);
        }
    }

    private double rowTimes(int row, double[] x) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 4 <= columns; j += 4) {
            s0 += entries[row + j] * x[j];
            s1 += entries[row + j + 1] * x[j + 1];
            s2 += entries[row + j + 2] * x[j + 2];
            s3 += entries[row + j + 3] * x[j + 3];
        }
        for (; j < columns; j++) {
            s0 += entries[row + j] * x[j];
        }
        return (s0 + s1) + (s2 + s3);
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        Checks.lengths("y", y, rows, into, columns);
        Arrays.fill(into, 0);
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
            addFourRows(i * columns, y[i], y[i + 1], y[i + 2], y[i + 3], into);
        }
        for (; i < rows; i++) {
            double factor = y[i];
            for (int j = 0; j < columns; j++) {
                into[j] += entries[i * columns + j] * factor;
            }
        }
    }

    private void addFourRows(int row, double y0, double y1, double y2, double y3, double[] into) {
        int second = row + columns;
        int third = second + columns;
        int fourth = third + columns;
        for (int j = 0; j < into.length; j++) {
            into[j] = (((into[j] + entries[row + j] * y0) + entries[second + j] * y1) + entries[third + j] * y2)
                    + entries[fourth + j] * y3;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DenseMatrix matrix
                && rows == matrix.rows
                && columns == matrix.columns
                && Arrays.equals(entries, matrix.entries);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return rows + " x " + columns + " " + Arrays.toString(entries);
    }
}
