package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import java.util.Optional;

/**
 * Bounds of the H-infinity norm of G(z) = (z I - W)^-1 by norms of powers. G is the sum of W^k z^-(k+1), so each W^k is a mean of
 * G over the circle and ‖W^k‖ <= ‖G‖, and ‖G‖ <= (the sum of ‖W^k‖ over k < m)/(1 - ‖W^m‖) where ‖W^m‖ < 1. Far apart in general,
 * but good to rounding whatever the scales in W.
 *
 * @param largest the largest ‖W^k‖
 * @param sum the upper bound
 */
record PowerSum(double largest, double sum) {
    private static final double ENOUGH = StrictMath.log(0.5);
    private static final double ROUNDING = 1 + 1e-8;

    /** Of a map; empty if its powers do not fall below 1/2 within the budget. */
    static Optional<PowerSum> of(DenseMatrix matrix, DenseBackend backend) {
        ScaledPower step = ScaledPower.of(matrix);
        ScaledPower power = step;
        double sum = 1;
        double largest = 1;
        int most = TransientResponse.budget(matrix.rows());
        for (int k = 1; k <= most; k++) {
            double logNorm = power.logNorm();
            double norm = StrictMath.exp(logNorm);
            if (logNorm <= ENOUGH) {
                return Optional.of(new PowerSum(largest, sum / (1 - norm) * ROUNDING));
            }
            sum += norm;
            largest = Math.max(largest, norm);
            power = power.times(step, backend);
        }
        return Optional.empty();
    }
}
