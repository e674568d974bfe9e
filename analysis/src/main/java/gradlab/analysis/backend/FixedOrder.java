package gradlab.analysis.backend;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.RunningProduct;

/** {@link DenseKernels} as a backend. */
enum FixedOrder implements DenseBackend {
    KERNELS;

    @Override
    public String label() {
        return "Java, in fixed order (EJML, Hipparchus)";
    }

    @Override
    public KernelCost cost(int side) {
        return KernelCost.JAVA;
    }

    @Override
    public double[] multiply(double[] a, double[] b, int m, int k, int n) {
        return DenseKernels.multiply(a, b, m, k, n);
    }

    @Override
    public RunningProduct running(DenseMatrix matrix, int mostRows) {
        return new HeapProduct(matrix, mostRows);
    }

    @Override
    public double[] singularValues(double[] a, int rows, int columns) {
        return DenseKernels.singularValues(a, rows, columns);
    }

    @Override
    public Svd svd(double[] a, int rows, int columns) {
        return DenseKernels.svd(a, rows, columns);
    }

    @Override
    public ThinQr qr(double[] a, int rows, int columns) {
        return DenseKernels.qr(a, rows, columns);
    }

    @Override
    public SymmetricEigen symmetricEigen(double[] a, int n) {
        return DenseKernels.symmetricEigen(a, n);
    }

    @Override
    public Eigenvalues eigenvalues(double[] a, int n) {
        return DenseKernels.eigenvalues(a, n);
    }

    @Override
    public StairColumns stairs(double[] w, int n, int k) {
        return DenseKernels.stairs(w, n, k);
    }
}
