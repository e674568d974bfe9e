package gradlab.analysis.backend;

import gradlab.analysis.operator.DenseMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/** EJML's Householder QR decomposition, scaled. */
final class QrFactor {
    private QrFactor() {}

    static ThinQr of(double[] a, int rows, int columns) {
        int rank = Math.min(rows, columns);
        if (rank == 0) {
            return new ThinQr(DenseMatrix.of(rows, 0), DenseMatrix.of(0, columns));
        }
        int exponent = Dense.exponent(a);
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(rows, columns);
        if (!qr.decompose(Dense.matrix(Dense.scaled(a, -exponent), rows, columns))) {
            throw new DecompositionException("the QR decomposition", rows, columns);
        }
        double[] r = Dense.scaled(qr.getR(null, true).data, exponent);
        return new ThinQr(DenseMatrix.of(rows, rank, qr.getQ(null, true).data), DenseMatrix.of(rank, columns, r));
    }
}
