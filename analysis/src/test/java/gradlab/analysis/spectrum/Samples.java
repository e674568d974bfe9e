package gradlab.analysis.spectrum;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.random.RandomStream;

/** Matrices for tests. */
final class Samples {
    private Samples() {}

    static DenseMatrix gaussian(int rows, int columns) {
        return DenseMatrix.of(
                rows, columns, RandomStream.of(rows, "a").split(columns).gaussians(rows * columns));
    }

    /** -1 below, 1 on and on three diagonals above. */
    static DenseMatrix grcar(int n) {
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(i - 1, 0); j < Math.min(i + 4, n); j++) {
                a[i * n + j] = j < i ? -1 : 1;
            }
        }
        return DenseMatrix.of(n, n, a);
    }

    /** [[a, c], [0, a]]. */
    static DenseMatrix jordan(double a, double c) {
        return DenseMatrix.of(2, 2, a, c, 0, a);
    }

    static DenseMatrix times(double factor, DenseMatrix a) {
        double[] entries = a.toArray();
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= factor;
        }
        return DenseMatrix.of(a.rows(), a.columns(), entries);
    }

    static DenseMatrix product(DenseMatrix a, DenseMatrix b) {
        return DenseMatrix.of(Operators.product(a, b));
    }

    static DenseMatrix transpose(DenseMatrix a) {
        return DenseMatrix.of(Operators.transpose(a));
    }
}
