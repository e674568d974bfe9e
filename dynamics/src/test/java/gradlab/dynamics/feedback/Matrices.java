package gradlab.dynamics.feedback;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Operators;

/** Matrices that tests share. */
final class Matrices {
    private Matrices() {}

    static DenseMatrix jordan(int n, double a, double c) {
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            entries[i * n + i] = a;
            if (i + 1 < n) {
                entries[i * n + i + 1] = c;
            }
        }
        return DenseMatrix.of(n, n, entries);
    }

    /** -1 below the diagonal, 1 on it and on three diagonals above. */
    static DenseMatrix grcar(int n) {
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - 1); j <= Math.min(n - 1, i + 3); j++) {
                entries[i * n + j] = j < i ? -1 : 1;
            }
        }
        return DenseMatrix.of(n, n, entries);
    }

    static DenseMatrix scaled(double c, DenseMatrix matrix) {
        return DenseMatrix.of(Operators.scaled(c, matrix));
    }

    static DenseMatrix shifted(DenseMatrix matrix, double c) {
        return DenseMatrix.of(Operators.shifted(matrix, c));
    }
}
