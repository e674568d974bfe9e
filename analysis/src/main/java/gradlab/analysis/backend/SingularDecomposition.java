package gradlab.analysis.backend;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** EJML's implicit QR singular value decomposition, scaled and put in descending order (EJML promises no order). */
final class SingularDecomposition {
    private SingularDecomposition() {}

    static double[] values(double[] a, int rows, int columns) {
        int exponent = Dense.exponent(a);
        double[] values = decompose(a, rows, columns, exponent, false).getSingularValues();
        double[] descending = Arrays.copyOf(values, Math.min(rows, columns));
        return ordered(descending, Order.descending(descending), exponent);
    }

    static Svd full(double[] a, int rows, int columns) {
        int size = Math.min(rows, columns);
        int exponent = Dense.exponent(a);
        if (size == 0) {
            return new Svd(DenseMatrix.of(rows, 0), Vector.of(), DenseMatrix.of(columns, 0));
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd = decompose(a, rows, columns, exponent, true);
        double[] values = Arrays.copyOf(svd.getSingularValues(), size);
        int[] order = Order.descending(values);
        double[] u = Order.columns(svd.getU(null, false).data, rows, size, order);
        double[] v = Order.columns(svd.getV(null, false).data, columns, size, order);
        return new Svd(
                DenseMatrix.of(rows, size, u),
                Vector.of(ordered(values, order, exponent)),
                DenseMatrix.of(columns, size, v));
    }

    private static double[] ordered(double[] values, int[] order, int exponent) {
        double[] ordered = new double[values.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = Math.scalb(values[order[i]], exponent);
        }
        return ordered;
    }

    private static SingularValueDecomposition_F64<DMatrixRMaj> decompose(
            double[] a, int rows, int columns, int exponent, boolean vectors) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(rows, columns, vectors, vectors, true);
        DMatrixRMaj scaled = Dense.matrix(Dense.scaled(a, -exponent), rows, columns);
        if (!svd.decompose(scaled)) {
            throw new DecompositionException("the singular value decomposition", rows, columns);
        }
        return svd;
    }
}
