package gradlab.analysis.backend;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/** EJML's Cholesky factorisation, scaled by an even power of two. */
final class CholeskyFactor {
    private CholeskyFactor() {}

    static Optional<double[]> of(double[] a, int n) {
        int half = Math.floorDiv(Dense.exponent(a), 2);
        double[] scaled = Dense.symmetricPart(a, n, -2 * half);
        if (n == 0) {
            return Optional.of(scaled);
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
        if (!cholesky.decompose(Dense.matrix(scaled, n, n))) {
            return Optional.empty();
        }
        double[] lower = Dense.scaled(cholesky.getT(null).data, half);
        for (int i = 0; i < n; i++) {
            if (!(lower[i * n + i] > 0)) {
                return Optional.empty();
            }
        }
        return Optional.of(lower);
    }
}
