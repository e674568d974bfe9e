package gradlab.analysis.backend;

import java.util.Optional;

/**
 * Products and decompositions of dense matrices given as row-major {@code double[]} arrays with their shape.
 *
 * <p>Arguments are never changed. Every matrix must be finite; a NaN or an infinity is an
 * {@link IllegalArgumentException} that names the entry. A matrix may be empty. Decompositions work on the matrix scaled
 * by a power of two to largest entry near 1 and scale back, so entries of 1e300 or 1e-300 are no trouble; a result that is
 * itself above the largest double is infinite, never NaN. All kernels cost O(n^3) time and run in one thread in a fixed
 * order. Sources: Golub and Van Loan, Matrix Computations (golubvanloan2013), chapters 4, 7 and 8.
 */
public final class DenseKernels {
    private DenseKernels() {}

    /**
     * The min(rows, columns) singular values, descending.
     *
     * @throws DecompositionException if the iteration does not converge
     */
    public static double[] singularValues(double[] a, int rows, int columns) {
        Dense.check("a", a, rows, columns);
        return SingularDecomposition.values(a, rows, columns);
    }

    /**
     * The thin singular value decomposition.
     *
     * @throws DecompositionException if the iteration does not converge
     */
    public static Svd svd(double[] a, int rows, int columns) {
        Dense.check("a", a, rows, columns);
        return SingularDecomposition.full(a, rows, columns);
    }

    /** The thin QR decomposition by Householder reflections. */
    public static ThinQr qr(double[] a, int rows, int columns) {
        Dense.check("a", a, rows, columns);
        return QrFactor.of(a, rows, columns);
    }

    /**
     * An upper Hessenberg matrix (zeros below the first subdiagonal) that is orthogonally similar to the n by n matrix
     * within a small multiple of n times 1e-16 times its norm: it has the singular values of every A - z I.
     */
    public static double[] hessenberg(double[] a, int n) {
        Dense.check("a", a, n, n);
        return HessenbergForm.of(a, n);
    }

    /**
     * Eigenvalues and orthonormal eigenvectors of a symmetric n by n matrix; triangles that differ by rounding (1e-10 of
     * the largest entry) are averaged.
     *
     * @throws IllegalArgumentException if the matrix is not symmetric or not finite
     * @throws DecompositionException if the iteration does not converge
     */
    public static SymmetricEigen symmetricEigen(double[] a, int n) {
        Dense.check("a", a, n, n);
        return EigenDecompositions.symmetric(a, n);
    }

    /**
     * The eigenvalues of a general n by n matrix. Each is exact for a matrix within a small multiple of n times 1e-16
     * times the norm of {@code a}; of a defective matrix they may therefore be off by the n-th root of that.
     *
     * @throws DecompositionException if the iteration does not converge
     */
    public static Eigenvalues eigenvalues(double[] a, int n) {
        Dense.check("a", a, n, n);
        return EigenDecompositions.general(a, n);
    }

    /**
     * The eigenvalues with right eigenvectors of a general n by n matrix.
     *
     * @throws DecompositionException if the iteration does not converge
     */
    public static Eigenvectors eigenvectors(double[] a, int n) {
        Dense.check("a", a, n, n);
        return GeneralEigenvectors.of(a, n);
    }

    /**
     * The lower triangular L with {@code A = L L'} and a positive diagonal, row-major with zeros above, or empty if the
     * matrix is not positive definite to rounding.
     *
     * @throws IllegalArgumentException if the matrix is not symmetric or not finite
     */
    public static Optional<double[]> cholesky(double[] a, int n) {
        Dense.check("a", a, n, n);
        return CholeskyFactor.of(a, n);
    }

    /** {@code A B} for A of shape m by k and B of shape k by n; each entry is summed in ascending k. */
    public static double[] multiply(double[] a, double[] b, int m, int k, int n) {
        Dense.check("a", a, m, k);
        Dense.check("b", b, k, n);
        return Products.multiply(a, b, m, k, n);
    }

    /** {@code A'} of an A of shape rows by columns, in a new array. */
    public static double[] transpose(double[] a, int rows, int columns) {
        Dense.check("a", a, rows, columns);
        return Dense.transpose(a, rows, columns);
    }

    /** Columns of the identity that go through matrix after matrix, as in {@link DenseBackend#stairs}. */
    public static StairColumns stairs(double[] w, int n, int k) {
        Dense.checkStairs(w, n, k);
        return new StairsInJava(w.clone(), n, k);
    }
}
