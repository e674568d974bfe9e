package gradlab.analysis.backend;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.RunningProduct;

/**
 * The dense kernels that an analysis is given to compute with; arguments and results as in {@link DenseKernels}.
 *
 * <p>Algorithms take a backend as an argument of their configuration and use {@link #fixedOrder()} unless they are handed
 * another. Nothing on the way to a verdict may hand them another: it would not give the same bits on every machine.
 */
public interface DenseBackend {
    /** What computes, for people to read. */
    String label();

    /** About what the kernels cost for matrices of this smaller side. */
    KernelCost cost(int side);

    /** {@code A B} for A of shape m by k and B of shape k by n. */
    double[] multiply(double[] a, double[] b, int m, int k, int n);

    /** A product that starts as this matrix, for factors of this many rows at most; to be closed. */
    RunningProduct running(DenseMatrix matrix, int mostRows);

    /** The min(rows, columns) singular values, descending. */
    double[] singularValues(double[] a, int rows, int columns);

    /** The thin singular value decomposition. */
    Svd svd(double[] a, int rows, int columns);

    /** The thin QR decomposition of a matrix. */
    ThinQr qr(double[] a, int rows, int columns);

    /** Eigenvalues and orthonormal eigenvectors of a symmetric n by n matrix. */
    SymmetricEigen symmetricEigen(double[] a, int n);

    /** The eigenvalues of a general n by n matrix. */
    Eigenvalues eigenvalues(double[] a, int n);

    /**
     * The first k columns of the identity of order n, to be multiplied step by step.
     *
     * @param w the matrix W of {@link StairColumns#multiply}, n by n, row-major; empty if only {@link StairColumns#replace} is used
     */
    StairColumns stairs(double[] w, int n, int k);

    /** The kernels in plain Java, which give the same bits on every machine. */
    static DenseBackend fixedOrder() {
        return FixedOrder.KERNELS;
    }
}
