package gradlab.analysis.backend;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.FieldVector;

/**
 * Complex eigenvectors by back substitution in the Schur form (Hipparchus: EJML has no complex ones). Matrices whose
 * entries span forty orders of magnitude sometimes defeat one deflation threshold, so each answer is checked against the
 * definition and the next threshold is tried.
 */
final class GeneralEigenvectors {
    private static final double[] THRESHOLDS = {0x1p-52, 0x1p-49, 0x1p-54, 1e-12};
    private static final double TOLERANCE = 1e-12;

    private GeneralEigenvectors() {}

    static Eigenvectors of(double[] a, int n) {
        if (n == 0 || Dense.largest(a) == 0) {
            return ofZero(n);
        }
        int exponent = Dense.exponent(a);
        double[] scaled = Dense.scaled(a, -exponent);
        for (double threshold : THRESHOLDS) {
            Optional<Eigenvectors> eigen = attempt(scaled, n, threshold);
            if (eigen.isPresent()) {
                Eigenvalues values = eigen.get().eigenvalues();
                return new Eigenvectors(
                        EigenDecompositions.ordered(
                                values.real().toArray(), values.imaginary().toArray(), exponent),
                        eigen.get().real(),
                        eigen.get().imaginary());
            }
        }
        throw new DecompositionException("the decomposition into eigenvectors", n, n);
    }

    private static Optional<Eigenvectors> attempt(double[] a, int n, double threshold) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a, i * n, rows[i], 0, n);
        }
        try {
            return ordered(a, new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(rows, false), threshold));
        } catch (MathRuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Eigenvectors> ordered(double[] a, EigenDecompositionNonSymmetric eigen) {
        Complex[] values = eigen.getEigenvalues();
        int n = values.length;
        double[] real = new double[n];
        double[] imaginary = new double[n];
        for (int i = 0; i < n; i++) {
            real[i] = values[i].getReal();
            imaginary[i] = values[i].getImaginary();
        }
        int[] order = Order.eigenvalues(real, imaginary);
        double[] x = new double[n * n];
        double[] y = new double[n * n];
        for (int j = 0; j < n; j++) {
            copyNormalised(eigen.getEigenvector(order[j]), x, y, j);
            if (!(residual(a, n, j, values[order[j]], x, y) <= TOLERANCE)) {
                return Optional.empty();
            }
        }
        Eigenvalues ordered = EigenDecompositions.ordered(real, imaginary, 0);
        return Optional.of(new Eigenvectors(ordered, DenseMatrix.of(n, n, x), DenseMatrix.of(n, n, y)));
    }

    private static void copyNormalised(FieldVector<Complex> vector, double[] x, double[] y, int j) {
        int n = vector.getDimension();
        double largest = 0;
        for (Complex entry : vector.toArray()) {
            largest = Math.max(largest, Math.max(Math.abs(entry.getReal()), Math.abs(entry.getImaginary())));
        }
        double sum = 0;
        for (Complex entry : vector.toArray()) {
            double re = entry.getReal() / largest;
            double im = entry.getImaginary() / largest;
            sum += re * re + im * im;
        }
        for (int i = 0; i < n; i++) {
            x[i * n + j] = vector.getEntry(i).getReal() / largest / Math.sqrt(sum);
            y[i * n + j] = vector.getEntry(i).getImaginary() / largest / Math.sqrt(sum);
        }
    }

    /** The largest entry of {@code A z - lambda z} for column j, divided by n; NaN if z is no vector. */
    private static double residual(double[] a, int n, int j, Complex lambda, double[] x, double[] y) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double re = lambda.getImaginary() * y[i * n + j] - lambda.getReal() * x[i * n + j];
            double im = -lambda.getImaginary() * x[i * n + j] - lambda.getReal() * y[i * n + j];
            for (int l = 0; l < n; l++) {
                re += a[i * n + l] * x[l * n + j];
                im += a[i * n + l] * y[l * n + j];
            }
            largest = Math.max(largest, Math.max(Math.abs(re), Math.abs(im)));
        }
        return largest / n;
    }

    private static Eigenvectors ofZero(int n) {
        Vector zero = Vector.of(new double[n]);
        return new Eigenvectors(
                new Eigenvalues(zero, zero), DenseMatrix.identity(n), DenseMatrix.of(n, n, new double[n * n]));
    }
}
