package gradlab.analysis.backend;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.FieldVector;

/** Complex eigenvectors by back substitution in the Schur form (Hipparchus: EJML has no complex ones). */
final class GeneralEigenvectors {
    private GeneralEigenvectors() {}

    static Eigenvectors of(double[] a, int n) {
        int exponent = Dense.exponent(a);
        if (n == 0 || Dense.largest(a) == 0) {
            return ofZero(n);
        }
        EigenDecompositionNonSymmetric eigen = decompose(Dense.scaled(a, -exponent), n);
        double[] real = new double[n];
        double[] imaginary = new double[n];
        for (int i = 0; i < n; i++) {
            real[i] = eigen.getEigenvalue(i).getReal();
            imaginary[i] = eigen.getEigenvalue(i).getImaginary();
        }
        return vectors(eigen, real, imaginary, exponent);
    }

    private static Eigenvectors vectors(
            EigenDecompositionNonSymmetric eigen, double[] real, double[] imaginary, int exponent) {
        int n = real.length;
        int[] order = Order.eigenvalues(real, imaginary);
        double[] x = new double[n * n];
        double[] y = new double[n * n];
        for (int j = 0; j < n; j++) {
            FieldVector<Complex> vector = eigen.getEigenvector(order[j]);
            for (int i = 0; i < n; i++) {
                x[i * n + j] = vector.getEntry(i).getReal();
                y[i * n + j] = vector.getEntry(i).getImaginary();
            }
            normalise(x, y, n, j);
        }
        return new Eigenvectors(
                EigenDecompositions.ordered(real, imaginary, exponent),
                DenseMatrix.of(n, n, x),
                DenseMatrix.of(n, n, y));
    }

    private static EigenDecompositionNonSymmetric decompose(double[] a, int n) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a, i * n, rows[i], 0, n);
        }
        try {
            return new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(rows, false), 0x1p-52);
        } catch (MathRuntimeException e) {
            DecompositionException failure = new DecompositionException("the eigenvalue decomposition", n, n);
            failure.initCause(e);
            throw failure;
        }
    }

    private static void normalise(double[] x, double[] y, int n, int j) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.max(Math.abs(x[i * n + j]), Math.abs(y[i * n + j])));
        }
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
            throw new DecompositionException("the eigenvector computation", n, n);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            x[i * n + j] /= largest;
            y[i * n + j] /= largest;
            sum += x[i * n + j] * x[i * n + j] + y[i * n + j] * y[i * n + j];
        }
        for (int i = 0; i < n; i++) {
            x[i * n + j] /= Math.sqrt(sum);
            y[i * n + j] /= Math.sqrt(sum);
        }
    }

    private static Eigenvectors ofZero(int n) {
        Vector zero = Vector.of(new double[n]);
        return new Eigenvectors(
                new Eigenvalues(zero, zero), DenseMatrix.identity(n), DenseMatrix.of(n, n, new double[n * n]));
    }
}
