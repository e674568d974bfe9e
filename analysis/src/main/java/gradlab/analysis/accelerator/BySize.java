package gradlab.analysis.accelerator;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.backend.KernelCost;
import gradlab.analysis.backend.StairColumns;
import gradlab.analysis.backend.Svd;
import gradlab.analysis.backend.SymmetricEigen;
import gradlab.analysis.backend.ThinQr;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.RunningProduct;

/** Plain Java for matrices with a side below {@code nativeFrom}, native kernels from there on where they load. */
record BySize(int nativeFrom) implements DenseBackend {

    private DenseBackend of(int side) {
        return side < nativeFrom
                ? DenseBackend.fixedOrder()
                : Accelerator.nativeKernels().orElse(DenseBackend.fixedOrder());
    }

    @Override
    public String label() {
        return "Java below " + nativeFrom + ", from there " + of(nativeFrom).label();
    }

    @Override
    public KernelCost cost(int side) {
        return of(side).cost(side);
    }

    @Override
    public double[] multiply(double[] a, double[] b, int m, int k, int n) {
        return of(Math.min(m, Math.min(k, n))).multiply(a, b, m, k, n);
    }

    @Override
    public RunningProduct running(DenseMatrix matrix, int mostRows) {
        return of(Math.min(matrix.columns(), mostRows)).running(matrix, mostRows);
    }

    @Override
    public double[] singularValues(double[] a, int rows, int columns) {
        return of(Math.min(rows, columns)).singularValues(a, rows, columns);
    }

    @Override
    public Svd svd(double[] a, int rows, int columns) {
        return of(Math.min(rows, columns)).svd(a, rows, columns);
    }

    @Override
    public ThinQr qr(double[] a, int rows, int columns) {
        return of(Math.min(rows, columns)).qr(a, rows, columns);
    }

    @Override
    public SymmetricEigen symmetricEigen(double[] a, int n) {
        return of(n).symmetricEigen(a, n);
    }

    @Override
    public Eigenvalues eigenvalues(double[] a, int n) {
        return of(n).eigenvalues(a, n);
    }

    @Override
    public StairColumns stairs(double[] w, int n, int k) {
        return of(n).stairs(w, n, k);
    }
}
