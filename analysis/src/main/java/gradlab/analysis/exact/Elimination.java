package gradlab.analysis.exact;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Fraction-free Gauss-Jordan elimination (bareiss1968): after k steps every entry is a minor of order k or k + 1 of the
 * integers one began with, so that each division by the last pivot is exact and no entry exceeds Hadamard's bound.
 */
final class Elimination {
    private final BigInteger[][] rows;
    private final int columns;
    private BigInteger pivot = BigInteger.ONE;
    private int sign = 1;

    private Elimination(BigInteger[][] matrix, int columns) {
        this.rows = IntegerMatrix.of(matrix.length, columns, (i, j) -> matrix[i][j]);
        this.columns = columns;
    }

    static int rank(BigInteger[][] matrix, int columns) {
        return new Elimination(matrix, columns).run(columns, false);
    }

    static BigInteger determinant(BigInteger[][] square) {
        Elimination elimination = new Elimination(square, square.length);
        int rank = elimination.run(square.length, false);
        if (rank < square.length) {
            return BigInteger.ZERO;
        }
        return elimination.sign < 0 ? elimination.pivot.negate() : elimination.pivot;
    }

    /** Turns [A | I] into [d I | d inverse(A)], d = ±det A; empty for a singular A. */
    static Optional<Elimination> inverting(BigInteger[][] square) {
        int n = square.length;
        BigInteger[][] bordered = IntegerMatrix.of(
                n, 2 * n, (i, j) -> j < n ? square[i][j] : j - n == i ? BigInteger.ONE : BigInteger.ZERO);
        Elimination elimination = new Elimination(bordered, 2 * n);
        return elimination.run(n, true) == n ? Optional.of(elimination) : Optional.empty();
    }

    /** After {@link #inverting}: the number d. */
    BigInteger pivot() {
        return pivot;
    }

    /** After {@link #inverting}: the integer matrix d inverse(A). */
    BigInteger[][] inverseTimesPivot() {
        return IntegerMatrix.of(rows.length, rows.length, (i, j) -> rows[i][rows.length + j]);
    }

    /** Eliminates the first {@code width} columns, below the pivots or on both sides of them; returns the rank. */
    private int run(int width, boolean bothSides) {
        int rank = 0;
        for (int column = 0; column < width && rank < rows.length; column++) {
            if (bringUp(rank, column)) {
                eliminate(rank, column, bothSides);
                rank++;
            }
        }
        return rank;
    }

    private boolean bringUp(int rank, int column) {
        int row = rank;
        while (row < rows.length && rows[row][column].signum() == 0) {
            row++;
        }
        if (row == rows.length) {
            return false;
        }
        BigInteger[] found = rows[row];
        rows[row] = rows[rank];
        rows[rank] = found;
        sign = row == rank ? sign : -sign;
        return true;
    }

    private void eliminate(int rank, int column, boolean bothSides) {
        BigInteger next = rows[rank][column];
        for (int i = bothSides ? 0 : rank + 1; i < rows.length; i++) {
            BigInteger factor = rows[i][column];
            for (int j = bothSides ? 0 : column; j < columns && i != rank; j++) {
                BigInteger entry = next.multiply(rows[i][j]).subtract(factor.multiply(rows[rank][j]));
                rows[i][j] = entry.divide(pivot);
            }
        }
        pivot = next;
    }
}
