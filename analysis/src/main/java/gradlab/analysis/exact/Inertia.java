package gradlab.analysis.exact;

import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * How many eigenvalues of a symmetric integer matrix are positive, zero and negative, exactly. By Sylvester's law of
 * inertia (hornjohnson2013, theorem 4.5.8) congruence keeps the three numbers; the congruence is a fraction-free LDL' (bareiss1968) with pivots from the
 * diagonal, whose k-th pivot p_k is a principal minor of order k and contributes the sign of p_k p_(k-1). When the
 * diagonal of the rest is zero and an entry a is not, adding one row and column to another gives the pivot 2a.
 *
 * @param positive number of positive eigenvalues
 * @param zero number of zero eigenvalues
 * @param negative number of negative eigenvalues
 */
record Inertia(int positive, int zero, int negative) {

    /** The inertia; cost: n³/6 updates with minors. */
    static Inertia of(BigInteger[][] symmetric) {
        return new Work(symmetric).inertia();
    }

    /** The nullity of a positive semidefinite matrix; empty, early, for one with a negative eigenvalue. */
    static OptionalInt nullityIfSemidefinite(BigInteger[][] symmetric) {
        return new Work(symmetric).nullityIfSemidefinite();
    }

    /** The matrix being eliminated; rows and columns before {@code step} are done. */
    private static final class Work {
        private final BigInteger[][] rest;
        private final int order;
        private BigInteger pivot = BigInteger.ONE;
        private int step;

        Work(BigInteger[][] symmetric) {
            order = symmetric.length;
            rest = IntegerMatrix.of(order, order, (i, j) -> symmetric[i][j]);
        }

        Inertia inertia() {
            int positive = 0;
            while (choosePivot(true)) {
                positive += rest[step][step].signum() == pivot.signum() ? 1 : 0;
                eliminate();
            }
            return new Inertia(positive, order - step, step - positive);
        }

        OptionalInt nullityIfSemidefinite() {
            while (!showsNegative() && choosePivot(false)) {
                eliminate();
            }
            return showsNegative() ? OptionalInt.empty() : OptionalInt.of(order - step);
        }

        /** All pivots so far are positive: a negative diagonal entry, or a zero one in a row that is not zero. */
        private boolean showsNegative() {
            for (int i = step; i < order; i++) {
                int sign = rest[i][i].signum();
                if (sign < 0 || (sign == 0 && firstNonZero(i) < order)) {
                    return true;
                }
            }
            return false;
        }

        private int firstNonZero(int row) {
            int column = step;
            while (column < order && rest[row][column].signum() == 0) {
                column++;
            }
            return column;
        }

        /** Brings a non-zero diagonal entry to the front; false when there is none (and none can be made). */
        private boolean choosePivot(boolean make) {
            for (int i = step; i < order; i++) {
                if (rest[i][i].signum() != 0) {
                    swap(i);
                    return true;
                }
            }
            for (int i = step; make && i < order; i++) {
                int other = firstNonZero(i);
                if (other < order) {
                    addRowAndColumn(other, i);
                    swap(i);
                    return true;
                }
            }
            return false;
        }

        private void addRowAndColumn(int from, int to) {
            for (int j = step; j < order; j++) {
                rest[to][j] = rest[to][j].add(rest[from][j]);
            }
            for (int j = step; j < order; j++) {
                rest[j][to] = rest[j][to].add(rest[j][from]);
            }
        }

        private void swap(int with) {
            BigInteger[] row = rest[with];
            rest[with] = rest[step];
            rest[step] = row;
            for (int i = step; i < order; i++) {
                BigInteger entry = rest[i][with];
                rest[i][with] = rest[i][step];
                rest[i][step] = entry;
            }
        }

        private void eliminate() {
            BigInteger next = rest[step][step];
            for (int i = step + 1; i < order; i++) {
                for (int j = step + 1; j <= i; j++) {
                    BigInteger entry = next.multiply(rest[i][j]);
                    entry = entry.subtract(rest[i][step].multiply(rest[step][j]))
                            .divide(pivot);
                    rest[i][j] = entry;
                    rest[j][i] = entry;
                }
            }
            pivot = next;
            step++;
        }
    }
}
