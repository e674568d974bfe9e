package gradlab.analysis.accelerator;

import gradlab.analysis.backend.Dense;
import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.backend.KernelCost;
import gradlab.analysis.backend.StairColumns;
import gradlab.analysis.backend.Svd;
import gradlab.analysis.backend.SymmetricEigen;
import gradlab.analysis.backend.ThinQr;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.RunningProduct;
import gradlab.analysis.operator.Vector;
import org.bytedeco.javacpp.DoublePointer;
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
    public KernelCost cost(int side) {
        return KernelCost.NATIVE;
    }

    @Override
    public double[] multiply(double[] a, double[] b, int m, int k, int n) {
        Dense.checkShape("a", a, m, k);
        Dense.checkShape("b", b, k, n);
        int size = Math.multiplyExact(m, n);
        if (m == 0 || k == 0 || n == 0) {
            return DenseBackend.fixedOrder().multiply(a, b, m, k, n);
        }
        try (OffHeap heap = OffHeap.open((long) a.length + b.length + size)) {
            DoublePointer result = heap.room(size);
            DoublePointer left = heap.copyOf(a);
            DoublePointer right = a == b ? left : heap.copyOf(b);
            openblas_full.cblas_dgemm(
                    ROW_MAJOR, NO_TRANSPOSE, NO_TRANSPOSE, m, n, k, 1, left, k, right, n, 0, result, n);
            // An entry of a factor that is not finite makes a row or a column of the product so, and then this sum.
            return Double.isFinite(openblas_full.cblas_dasum(size, result, 1))
                    ? OffHeap.toArray(result, size)
                    : DenseBackend.fixedOrder().multiply(a, b, m, k, n);
        }
    }

    @Override
    public RunningProduct running(DenseMatrix matrix, int mostRows) {
        return new NativeProduct(matrix, mostRows);
    }

    @Override
    public double[] singularValues(double[] a, int rows, int columns) {
        Dense.check("a", a, rows, columns);
        int rank = Math.min(rows, columns);
        if (rank == 0) {
            return new double[0];
        }
        int exponent = Dense.exponent(a);
        try (OffHeap heap = OffHeap.open((long) a.length + rank + 1)) {
            DoublePointer values = heap.room(rank);
            DoublePointer none = heap.room(1);
            int info = openblas_full.LAPACKE_dgesdd(
                    COLUMN_MAJOR,
                    (byte) 'N',
                    columns,
                    rows,
                    heap.copyOf(Dense.scaled(a, -exponent)),
                    columns,
                    values,
                    none,
                    columns,
                    none,
                    rank);
            return info == 0
                    ? Dense.scaled(OffHeap.toArray(values, rank), exponent)
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
        try (OffHeap heap = OffHeap.open(a.length + rank * (1L + columns + rows))) {
            DoublePointer values = heap.room(rank);
            DoublePointer right = heap.room((long) columns * rank);
            DoublePointer left = heap.room((long) rank * rows);
            int info = openblas_full.LAPACKE_dgesdd(
                    COLUMN_MAJOR,
                    (byte) 'S',
                    columns,
                    rows,
                    heap.copyOf(Dense.scaled(a, -exponent)),
                    columns,
                    values,
                    right,
                    columns,
                    left,
                    rank);
            if (info != 0) {
                return DenseBackend.fixedOrder().svd(a, rows, columns);
            }
            return new Svd(
                    DenseMatrix.of(rows, rank, OffHeap.toArray(left, rows * rank)),
                    Vector.of(Dense.scaled(OffHeap.toArray(values, rank), exponent)),
                    DenseMatrix.of(
                            columns, rank, Dense.transpose(OffHeap.toArray(right, columns * rank), rank, columns)));
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
        try (OffHeap heap = OffHeap.open((long) a.length + rank)) {
            DoublePointer matrix = heap.copyOf(scaled);
            DoublePointer tau = heap.room(rank);
            openblas_full.LAPACKE_dgeqrf(COLUMN_MAJOR, rows, columns, matrix, rows, tau);
            double[] r = new double[rank * columns];
            double[] factored = OffHeap.toArray(matrix, a.length);
            for (int j = 0; j < columns; j++) {
                for (int i = 0; i <= Math.min(j, rank - 1); i++) {
                    r[i * columns + j] = factored[j * rows + i];
                }
            }
            openblas_full.LAPACKE_dorgqr(COLUMN_MAJOR, rows, rank, rank, matrix, rows, tau);
            double[] q = Dense.transpose(OffHeap.toArray(matrix, rows * rank), rank, rows);
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
        try (OffHeap heap = OffHeap.open((long) a.length + n)) {
            DoublePointer matrix = heap.copyOf(Dense.symmetricPart(a, n, -exponent));
            DoublePointer values = heap.room(n);
            int info = openblas_full.LAPACKE_dsyevd(COLUMN_MAJOR, (byte) 'V', (byte) 'U', n, matrix, n, values);
            if (info != 0) {
                return DenseBackend.fixedOrder().symmetricEigen(a, n);
            }
            double[] ascending = Dense.scaled(OffHeap.toArray(values, n), exponent);
            double[] rows = OffHeap.toArray(matrix, a.length);
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
        try (OffHeap heap = OffHeap.open(a.length + 2L * n + 1)) {
            DoublePointer real = heap.room(n);
            DoublePointer imaginary = heap.room(n);
            DoublePointer none = heap.room(1);
            int info = openblas_full.LAPACKE_dgeev(
                    COLUMN_MAJOR,
                    (byte) 'N',
                    (byte) 'N',
                    n,
                    heap.copyOf(Dense.scaled(a, -exponent)),
                    n,
                    real,
                    imaginary,
                    none,
                    n,
                    none,
                    n);
            return info == 0
                    ? Eigenvalues.of(OffHeap.toArray(real, n), OffHeap.toArray(imaginary, n), exponent)
                    : DenseBackend.fixedOrder().eigenvalues(a, n);
        }
    }

    @Override
    public StairColumns stairs(double[] w, int n, int k) {
        Dense.checkStairs(w, n, k);
        return new NativeStairs(w, n, k);
    }
}
