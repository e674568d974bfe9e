package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import java.util.Optional;

/**
 * exp(t A) by scaling and squaring (molervanloan2003) of a Taylor polynomial of degree 18 at Frobenius norm at most 1/2, whose remainder is below
 * 1e-22. Squaring multiplies rounding: relative error about n 1e-16 ‖t A‖ for matrices that are not far from normal.
 */
public final class MatrixExponential {
    private static final int DEGREE = 18;
    private static final int MOST_SQUARINGS = 60;

    private MatrixExponential() {}

    /** exp(t A); empty if it has entries that are too large, or t A is above 2^59. */
    public static Optional<DenseMatrix> of(DenseMatrix matrix, double t, DenseBackend backend) {
        int n = matrix.rows();
        double[] a = matrix.toArray();
        double size = Math.abs(t) * Euclidean.norm(a);
        int squarings = size <= 0.5 ? 0 : Math.getExponent(size) + 2;
        if (!(size < Double.POSITIVE_INFINITY) || squarings > MOST_SQUARINGS) {
            return Optional.empty();
        }
        for (int i = 0; i < a.length; i++) {
            a[i] *= Math.scalb(t, -squarings);
        }
        double[] sum = DenseMatrix.identity(n).toArray();
        for (int k = DEGREE; k >= 1; k--) {
            sum = backend.multiply(a, sum, n, n, n);
            for (int i = 0; i < sum.length; i++) {
                sum[i] = sum[i] / k + (i % (n + 1) == 0 ? 1 : 0);
            }
        }
        for (int k = 0; k < squarings && isFinite(sum); k++) {
            sum = backend.multiply(sum, sum, n, n, n);
        }
        return isFinite(sum) ? Optional.of(DenseMatrix.of(n, n, sum)) : Optional.empty();
    }

    private static boolean isFinite(double[] entries) {
        for (double entry : entries) {
            if (!Double.isFinite(entry)) {
                return false;
            }
        }
        return true;
    }
}
