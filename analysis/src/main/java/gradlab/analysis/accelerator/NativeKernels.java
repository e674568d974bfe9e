package gradlab.analysis.accelerator;

import gradlab.analysis.backend.Dense;
import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.backend.StairColumns;
import gradlab.analysis.backend.Svd;
import gradlab.analysis.backend.SymmetricEigen;
import gradlab.analysis.backend.ThinQr;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import java.util.Arrays;
import org.bytedeco.openblas.global.openblas_full;

/**
 * The kernels of OpenBLAS and its LAPACK, on matrices copied off the heap. Arguments are checked and scaled as in
 * {@link gradlab.analysis.backend.DenseKernels}; where LAPACK does not converge or a product overflows, that computes.
 *
 * <p>A matrix that lies row by row is its transpose column by column, which is how LAPACK reads it; the transpose has the
 * same singular values and eigenvalues, and its left singular vectors are the right ones.
 */
final class NativeKernels implements DenseBackend {
    private static final int COLUMN_MAJOR = 102;
    private static final int ROW_MAJOR = 101;
    private static final int NO_TRANSPOSE = 111;

    @Override
    public String label() {
        return "OpenBLAS, one thread";
    }

    @Override
    public double[] multiply(double[] a, double[] b, int m, int k, int n) {
        Dense.check("a", a, m, k);
        Dense.check("b", b, k, n);
        if (m == 0 || k == 0 || n == 0) {
            return new double[Math.multiplyExact(m, n)];
        }
        double[] product;
        try (OffHeap left = OffHeap.of(a);
                OffHeap right = OffHeap.of(b);
                OffHeap result = OffHeap.zeros((long) m * n)) {
            openblas_full.cblas_dgemm(
                    ROW_MAJOR,
                    NO_TRANSPOSE,
                    NO_TRANSPOSE,
                    m,
                    n,
                    k,
                    1,
                    left.pointer(),
                    k,
                    right.pointer(),
                    n,
                    0,
                    result.pointer(),
                    n);
            product = result.toArray();
        }
        for (double entry : product) {
            if (!Double.isFinite(entry)) {
                return DenseBackend.fixedOrder().multiply(a, b, m, k, n);
            }
        }
        return product;
    }

    @Override
    public double[] singularValues(double[] a, int rows, int columns) {
        Dense.check("a", a, rows, columns);
        int rank = Math.min(rows, columns);
        if (rank == 0) {
            return new double[0];
        }
        int exponent = Dense.exponent(a);
        try (OffHeap matrix = OffHeap.of(Dense.scaled(a, -exponent));
                OffHeap values = OffHeap.zeros(rank);
                OffHeap none = OffHeap.zeros(1)) {
            int info = openblas_full.LAPACKE_dgesdd(
                    COLUMN_MAJOR,
                    (byte) 'N',
                    columns,
                    rows,
                    matrix.pointer(),
                    columns,
                    values.pointer(),
                    none.pointer(),
                    columns,
                    none.pointer(),
                    rank);
            return info == 0
                    ? Dense.scaled(values.toArray(), exponent)
                    : DenseBackend.fixedOrder().singularValues(a, rows, columns);
        }
    }

    @Override
    public Svd svd(double[] a, int rows, int columns) {
        Dense.check("a", a, rows, columns);
        int rank = Math.min(rows, columns);
        if (rank == 0) {
            return DenseBackend.fixedOrder().svd(a, rows, columns);
        }
        int exponent = Dense.exponent(a);
        try (OffHeap matrix = OffHeap.of(Dense.scaled(a, -exponent));
                OffHeap values = OffHeap.zeros(rank);
                OffHeap right = OffHeap.zeros((long) columns * rank);
                OffHeap left = OffHeap.zeros((long) rank * rows)) {
            int info = openblas_full.LAPACKE_dgesdd(
                    COLUMN_MAJOR,
                    (byte) 'S',
                    columns,
                    rows,
                    matrix.pointer(),
                    columns,
                    values.pointer(),
                    right.pointer(),
                    columns,
                    left.pointer(),
                    rank);
            if (info != 0) {
                return DenseBackend.fixedOrder().svd(a, rows, columns);
            }
            return new Svd(
                    DenseMatrix.of(rows, rank, left.toArray()),
                    Vector.of(Dense.scaled(values.toArray(), exponent)),
                    DenseMatrix.of(columns, rank, Dense.transpose(right.toArray(), rank, columns)));
        }
    }

    @Override
    public ThinQr qr(double[] a, int rows, int columns) {
        Dense.check("a", a, rows, columns);
        int rank = Math.min(rows, columns);
        if (rank == 0) {
            return DenseBackend.fixedOrder().qr(a, rows, columns);
        }
        int exponent = Dense.exponent(a);
        double[] scaled = Dense.transpose(Dense.scaled(a, -exponent), rows, columns);
        try (OffHeap matrix = OffHeap.of(scaled);
                OffHeap tau = OffHeap.zeros(rank)) {
            openblas_full.LAPACKE_dgeqrf(COLUMN_MAJOR, rows, columns, matrix.pointer(), rows, tau.pointer());
            double[] r = new double[rank * columns];
            double[] factored = matrix.toArray();
            for (int j = 0; j < columns; j++) {
                for (int i = 0; i <= Math.min(j, rank - 1); i++) {
                    r[i * columns + j] = factored[j * rows + i];
                }
            }
            openblas_full.LAPACKE_dorgqr(COLUMN_MAJOR, rows, rank, rank, matrix.pointer(), rows, tau.pointer());
            double[] q = Dense.transpose(Arrays.copyOf(matrix.toArray(), rows * rank), rank, rows);
            return new ThinQr(DenseMatrix.of(rows, rank, q), DenseMatrix.of(rank, columns, Dense.scaled(r, exponent)));
        }
    }

    @Override
    public SymmetricEigen symmetricEigen(double[] a, int n) {
        Dense.check("a", a, n, n);
        if (n == 0) {
            return DenseBackend.fixedOrder().symmetricEigen(a, n);
        }
        int exponent = Dense.exponent(a);
        try (OffHeap matrix = OffHeap.of(Dense.symmetricPart(a, n, -exponent));
                OffHeap values = OffHeap.zeros(n)) {
            int info = openblas_full.LAPACKE_dsyevd(
                    COLUMN_MAJOR, (byte) 'V', (byte) 'U', n, matrix.pointer(), n, values.pointer());
            if (info != 0) {
                return DenseBackend.fixedOrder().symmetricEigen(a, n);
            }
            double[] ascending = Dense.scaled(values.toArray(), exponent);
            double[] rows = matrix.toArray();
            double[] descending = new double[n];
            double[] vectors = new double[n * n];
            for (int j = 0; j < n; j++) {
                descending[j] = ascending[n - 1 - j];
                for (int i = 0; i < n; i++) {
                    vectors[i * n + j] = rows[(n - 1 - j) * n + i];
                }
            }
            return new SymmetricEigen(Vector.of(descending), DenseMatrix.of(n, n, vectors));
        }
    }

    @Override
    public Eigenvalues eigenvalues(double[] a, int n) {
        Dense.check("a", a, n, n);
        if (n == 0) {
            return DenseBackend.fixedOrder().eigenvalues(a, n);
        }
        int exponent = Dense.exponent(a);
        try (OffHeap matrix = OffHeap.of(Dense.scaled(a, -exponent));
                OffHeap real = OffHeap.zeros(n);
                OffHeap imaginary = OffHeap.zeros(n);
                OffHeap none = OffHeap.zeros(1)) {
            int info = openblas_full.LAPACKE_dgeev(
                    COLUMN_MAJOR,
                    (byte) 'N',
                    (byte) 'N',
                    n,
                    matrix.pointer(),
                    n,
                    real.pointer(),
                    imaginary.pointer(),
                    none.pointer(),
                    n,
                    none.pointer(),
                    n);
            return info == 0
                    ? Eigenvalues.of(real.toArray(), imaginary.toArray(), exponent)
                    : DenseBackend.fixedOrder().eigenvalues(a, n);
        }
    }

    @Override
    public StairColumns stairs(double[] w, int n, int k) {
        Dense.checkStairs(w, n, k);
        return new NativeStairs(w, n, k);
    }
}
