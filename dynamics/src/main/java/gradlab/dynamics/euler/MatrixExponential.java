package gradlab.dynamics.euler;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.spectrum.Euclidean;

/**
 * e^A by scaling and squaring (molervanloan2003): A is halved until its Frobenius norm is at most 1/2, the Taylor sum to degree
 * 14 is then exact to rounding, and the result squared as often. The relative error grows with the number of squarings and
 * with how far A is from normal; for norms up to some hundreds it stays near 1e-12.
 */
final class MatrixExponential {
    private static final int DEGREE = 14;

    private MatrixExponential() {}

    static DenseMatrix of(DenseMatrix a, double time, DenseBackend backend) {
        int n = a.rows();
        double[] scaled = a.toArray();
        double norm = Euclidean.norm(scaled) * Math.abs(time);
        int halvings = norm > 0.5 ? Math.getExponent(norm) + 2 : 0;
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.scalb(scaled[i] * time, -halvings);
        }
        double[] sum = DenseMatrix.identity(n).toArray();
        for (int k = DEGREE; k >= 1; k--) {
            sum = backend.multiply(scaled, sum, n, n, n);
            for (int i = 0; i < sum.length; i++) {
                sum[i] = sum[i] / k + (i % (n + 1) == 0 ? 1 : 0);
            }
        }
        for (int i = 0; i < halvings; i++) {
            sum = backend.multiply(sum, sum, n, n, n);
        }
        return DenseMatrix.of(n, n, sum);
    }
}
