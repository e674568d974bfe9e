package gradlab.analysis.backend;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** EJML's eigenvalue decompositions, scaled and ordered. */
final class EigenDecompositions {
    private EigenDecompositions() {}

    static SymmetricEigen symmetric(double[] a, int n) {
        if (n == 0) {
            return new SymmetricEigen(Vector.of(), DenseMatrix.of(0, 0));
        }
        int exponent = Dense.exponent(a);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(Dense.matrix(Dense.symmetricPart(a, n, -exponent), n, n))) {
            throw new DecompositionException("the symmetric eigenvalue decomposition", n, n);
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = eigen.getEigenvalue(i).getReal();
        }
        int[] order = Order.descending(values);
        return ordered(eigen, values, order, exponent);
    }

    private static SymmetricEigen ordered(
            EigenDecomposition_F64<DMatrixRMaj> eigen, double[] values, int[] order, int exponent) {
        int n = values.length;
        double[] ordered = new double[n];
        double[] vectors = new double[n * n];
        for (int j = 0; j < n; j++) {
            ordered[j] = Math.scalb(values[order[j]], exponent);
            DMatrixRMaj vector = eigen.getEigenVector(order[j]);
            for (int i = 0; i < n; i++) {
                vectors[i * n + j] = vector.data[i];
            }
        }
        return new SymmetricEigen(Vector.of(ordered), DenseMatrix.of(n, n, vectors));
    }

    static Eigenvalues general(double[] a, int n) {
        if (n == 0) {
            return new Eigenvalues(Vector.of(), Vector.of());
        }
        int exponent = Dense.exponent(a);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, false);
        if (!eigen.decompose(Dense.matrix(Dense.scaled(a, -exponent), n, n))) {
            return GeneralEigenvectors.of(a, n).eigenvalues();
        }
        double[] real = new double[n];
        double[] imaginary = new double[n];
        for (int i = 0; i < n; i++) {
            Complex_F64 value = eigen.getEigenvalue(i);
            real[i] = value.getReal();
            imaginary[i] = value.getImaginary();
        }
        return ordered(real, imaginary, exponent);
    }

    static Eigenvalues ordered(double[] real, double[] imaginary, int exponent) {
        int n = real.length;
        int[] order = Order.eigenvalues(real, imaginary);
        double[] orderedReal = new double[n];
        double[] orderedImaginary = new double[n];
        for (int i = 0; i < n; i++) {
            orderedReal[i] = Math.scalb(real[order[i]], exponent);
            orderedImaginary[i] = Math.scalb(imaginary[order[i]], exponent);
        }
        return new Eigenvalues(Vector.of(orderedReal), Vector.of(orderedImaginary));
    }
}
