package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.Outcome;

/**
 * How large a disturbance of a loop can become before it dies out: the largest ‖W^k‖ over all k, with the unit disturbance that
 * becomes so large.
 *
 * <p>Powers are formed one by one until ‖W^m‖ <= 1; no later one matters then, since k = j m + i gives ‖W^k‖ <= ‖W^m‖^j ‖W^i‖.
 * Relative error about k n 1e-16 times the condition of the chain. At most 20,000 powers and 1.6e11 operations.
 *
 * @param logLargest natural logarithm of the largest norm, the one of W^0 = I included
 * @param at the first k that attains it
 * @param worstStart the unit vector h with ‖W^k h‖ = ‖W^k‖ at that k
 * @param steps how many powers were looked at
 * @param outcome CONVERGED: no later power is larger; MAX_STEPS: a later one may be; UNBOUNDED: the loop is unstable
 */
record TransientResponse(double logLargest, int at, Vector worstStart, int steps, Outcome outcome) {
    private static final double OPERATIONS = 4e9;
    /** The search for the largest norm may take so many times that. */
    private static final int PATIENCE = 40;

    private static final int MOST_STEPS = 20_000;
    private static final int LEAST_STEPS = 64;
    /** A norm above 1 by no more than this times the power is 1 to rounding, as of orthogonal matrices. */
    private static final double ROUNDING = 1e-13;

    /** How many powers of a matrix of order n are formed for a figure, or for a number that is known without them. */
    static int budget(int n) {
        return (int) Math.max(LEAST_STEPS, Math.min(MOST_STEPS, OPERATIONS / 2 / n / n / n));
    }

    /**
     * The transient response of a map.
     *
     * @param isUnstable whether the loop is known to be unstable: then powers are looked at up to {@code horizon} alone
     */
    static TransientResponse of(DenseMatrix matrix, boolean isUnstable, int horizon, DenseBackend backend) {
        int n = matrix.rows();
        int most = isUnstable ? Math.min(horizon, budget(n)) : Math.min(MOST_STEPS, PATIENCE * budget(n));
        ScaledPower step = ScaledPower.of(matrix);
        ScaledPower power = step;
        ScaledPower largest = ScaledPower.identity(n);
        double logLargest = 0;
        int at = 0;
        for (int k = 1; k <= most; k++) {
            double logNorm = power.logFrobenius() <= 0 ? power.logFrobenius() : power.logNorm();
            if (logNorm > logLargest + ROUNDING * k) {
                logLargest = logNorm;
                largest = power;
                at = k;
            }
            if (logNorm <= ROUNDING * k && !isUnstable) {
                return new TransientResponse(logLargest, at, largest.mostStretched(), k, Outcome.CONVERGED);
            }
            power = k < most ? power.times(step, backend) : power;
        }
        return new TransientResponse(
                logLargest, at, largest.mostStretched(), most, isUnstable ? Outcome.UNBOUNDED : Outcome.MAX_STEPS);
    }
}
