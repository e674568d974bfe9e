package gradlab.analysis.spectrum;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;

/**
 * The matrix {@code A / 2^exponent} of an operator, with largest entry in [1, 2) (or the zero matrix with exponent 0).
 * Nobody changes the entries.
 */
final class Scaling {
    private final double[] entries;
    private final int rows;
    private final int columns;
    private final int exponent;

    private Scaling(double[] entries, int rows, int columns, int exponent) {
        this.entries = entries;
        this.rows = rows;
        this.columns = columns;
        this.exponent = exponent;
    }

    /**
     * The scaled matrix of an operator.
     *
     * @throws IllegalArgumentException if an entry of the matrix is not finite
     */
    static Scaling of(LinearOperator operator) {
        DenseMatrix matrix = DenseMatrix.of(operator);
        double[] entries = matrix.toArray();
        double largest = 0;
        for (int i = 0; i < entries.length; i++) {
            if (!Double.isFinite(entries[i])) {
                throw new IllegalArgumentException("operator must have finite entries, but [" + i / matrix.columns()
                        + ", " + i % matrix.columns() + "] was " + entries[i]);
            }
            largest = Math.max(largest, Math.abs(entries[i]));
        }
        int exponent = exponent(largest);
        for (int i = 0; i < entries.length; i++) {
            entries[i] = scalb(entries[i], -exponent);
        }
        return new Scaling(entries, matrix.rows(), matrix.columns(), exponent);
    }

    /** Of a square matrix. */
    static Scaling ofSquare(LinearOperator operator) {
        requireSquare(operator);
        return of(operator);
    }

    static void requireSquare(LinearOperator operator) {
        if (operator.rows() != operator.columns()) {
            throw new IllegalArgumentException(
                    "operator must be square, was " + operator.rows() + " x " + operator.columns());
        }
    }

    /** The exponent that brings a finite number, subnormal or not, to [1, 2); 0 of 0. */
    static int exponent(double x) {
        if (x == 0) {
            return 0;
        }
        int exponent = Math.getExponent(x);
        return exponent >= Double.MIN_EXPONENT ? exponent : Math.getExponent(x * 0x1p60) - 60;
    }

    /** {@code x 2^power} for |power| <= 2046, in two steps so that scaling up a subnormal number is exact. */
    static double scalb(double x, int power) {
        int half = power / 2;
        return Math.scalb(Math.scalb(x, half), power - half);
    }

    /** A number of the scaled matrix as one of the original: times 2^exponent. */
    double unscaled(double value) {
        return scalb(value, exponent);
    }

    /** The entries row by row, all finite, not to be changed. */
    double[] entries() {
        return entries;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    int exponent() {
        return exponent;
    }

    int side() {
        return Math.min(rows, columns);
    }
}
