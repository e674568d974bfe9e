package gradlab.analysis.backend;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.hessenberg.HessenbergSimilarDecomposition_DDRM;

/** EJML's reduction to Hessenberg form, scaled. */
final class HessenbergForm {
    private HessenbergForm() {}

    static double[] of(double[] a, int n) {
        if (n < 3) {
            return a.clone();
        }
        int exponent = Dense.exponent(a);
        HessenbergSimilarDecomposition_DDRM reduction = new HessenbergSimilarDecomposition_DDRM(n);
        if (!reduction.decompose(Dense.matrix(Dense.scaled(a, -exponent), n, n))) {
            throw new DecompositionException("the reduction to Hessenberg form", n, n);
        }
        DMatrixRMaj h = reduction.getH(null);
        return Dense.scaled(h.data, exponent);
    }
}
