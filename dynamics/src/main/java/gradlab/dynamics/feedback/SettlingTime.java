package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * After how many steps every disturbance has fallen to 2 % of its size for good, between two bounds: the smallest K with
 * ‖W^k‖ <= 0.02 for all k >= K.
 *
 * <p>With M the largest norm of a power, ‖W^k‖ M <= 0.02 says that k steps are enough, and ‖W^k‖ > 0.02 that they are not. k is
 * doubled and then bisected with the powers kept, some 2 log2 K products. For normal matrices the bounds meet; otherwise, if
 * there is time for every power up to the upper bound, these settle it.
 *
 * @param lower at least so many steps
 * @param upper at most so many
 */
public record SettlingTime(long lower, long upper) {
    /** What counts as settled, as control engineering has it. */
    public static final double SETTLED = 0.02;

    private static final int MOST_DOUBLINGS = 50;

    /** Of a stable map whose powers have at most this norm; empty if 2^50 steps do not do, to rounding. */
    static Optional<SettlingTime> of(DenseMatrix matrix, double logLargest, DenseBackend backend) {
        double enough = StrictMath.log(SETTLED) - Math.max(0, logLargest);
        double few = StrictMath.log(SETTLED);
        List<ScaledPower> doubled = new ArrayList<>(List.of(ScaledPower.of(matrix)));
        long lower = 1;
        double logNorm = doubled.get(0).logNorm();
        while (logNorm > enough) {
            int j = doubled.size() - 1;
            lower = logNorm > few ? Math.max(lower, (1L << j) + 1) : lower;
            if (j >= MOST_DOUBLINGS) {
                return Optional.empty();
            }
            doubled.add(doubled.get(j).times(doubled.get(j), backend));
            logNorm = doubled.get(j + 1).logNorm();
        }
        SettlingTime bounds = bisected(doubled, lower, enough, few, backend);
        boolean isShort = bounds.upper <= TransientResponse.budget(matrix.rows());
        return Optional.of(
                isShort && bounds.lower < bounds.upper ? bounds.walked(doubled.get(0), few, backend) : bounds);
    }

    /** The exact number: no power from the upper bound on counts, so the last one below it that does is found. */
    private SettlingTime walked(ScaledPower step, double few, DenseBackend backend) {
        ScaledPower power = step;
        long last = 0;
        for (long k = 1; k < upper; k++) {
            boolean isLarge = power.logFrobenius() > few && power.logNorm() > few;
            last = isLarge ? k : last;
            power = k + 1 < upper ? power.times(step, backend) : power;
        }
        return new SettlingTime(last + 1, last + 1);
    }

    private static SettlingTime bisected(
            List<ScaledPower> doubled, long found, double enough, double few, DenseBackend backend) {
        int top = doubled.size() - 1;
        if (top == 0) {
            return new SettlingTime(1, 1);
        }
        long lower = found;
        long upper = 1L << top;
        long place = 1L << (top - 1);
        ScaledPower power = doubled.get(top - 1);
        for (int j = top - 2; j >= 0; j--) {
            ScaledPower next = power.times(doubled.get(j), backend);
            long at = place + (1L << j);
            double logNorm = next.logNorm();
            if (logNorm <= enough) {
                upper = at;
            } else {
                power = next;
                place = at;
                lower = logNorm > few ? Math.max(lower, at + 1) : lower;
            }
        }
        return new SettlingTime(Math.min(lower, upper), upper);
    }
}
