package gradlab.analysis.multiprecision;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.NoValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gauss-Jordan elimination of [A | I] in intervals, each time by the pivot that is surely farthest from 0. */
final class BigElimination {
    private final BigArithmetic numbers;
    private final int n;
    private final List<List<BigInterval>> rows = new ArrayList<>();

    BigElimination(BigArithmetic numbers, Matrix<BigInterval> a) {
        this.numbers = numbers;
        this.n = a.rows();
        numbers.spend(2L * n * n * n);
        for (int i = 0; i < n; i++) {
            List<BigInterval> row = new ArrayList<>(a.row(i));
            for (int j = 0; j < n; j++) {
                row.add(i == j ? BigInterval.ONE : BigInterval.ZERO);
            }
            rows.add(row);
        }
    }

    BigInterval determinant() {
        BigInterval determinant = BigInterval.ONE;
        for (int k = 0; k < n; k++) {
            int pivot = pivotRow(k);
            determinant = pivot == k ? determinant : determinant.negate();
            determinant = numbers.multiply(determinant, rows.get(pivot).get(k));
            eliminate(k, pivot);
        }
        return determinant;
    }

    Matrix<BigInterval> inverse() {
        for (int k = 0; k < n; k++) {
            eliminate(k, pivotRow(k));
        }
        return Matrix.of(n, n, (i, j) -> rows.get(i).get(n + j));
    }

    private int pivotRow(int k) {
        int best = k;
        for (int i = k + 1; i < n; i++) {
            BigFloat size = rows.get(i).get(k).abs().low();
            best = size.compareTo(rows.get(best).get(k).abs().low()) > 0 ? i : best;
        }
        if (rows.get(best).get(k).containsZero()) {
            throw NoValueException.undecided("a matrix that may be singular");
        }
        return best;
    }

    private void eliminate(int k, int pivot) {
        Collections.swap(rows, k, pivot);
        BigInterval head = rows.get(k).get(k);
        rows.get(k).replaceAll(entry -> entry.divide(head));
        for (int i = 0; i < n; i++) {
            if (i != k) {
                subtract(rows.get(i), rows.get(k), rows.get(i).get(k));
            }
        }
    }

    private static void subtract(List<BigInterval> row, List<BigInterval> other, BigInterval factor) {
        for (int j = 0; j < row.size(); j++) {
            row.set(j, row.get(j).subtract(factor.multiply(other.get(j))));
        }
    }
}
