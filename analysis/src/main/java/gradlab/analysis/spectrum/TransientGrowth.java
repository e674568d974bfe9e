package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.LinearOperator;

/**
 * The largest norm among all powers, {@code max over k >= 0 of ‖A^k‖}.
 *
 * <p>Powers are formed one by one until {@code ‖A^m‖ <= 1}. Then no later one matters: k = j m + i with i < m gives
 * ‖A^k‖ <= ‖A^m‖^j ‖A^i‖ <= ‖A^i‖. So the maximum over k < m is the maximum over all k, up to rounding (relative error about
 * k n 1e-16 times the condition of the chain). Cost: a product a power and a decomposition where the Frobenius norm could
 * beat the largest so far.
 */
public final class TransientGrowth {
    /** A norm above 1 by no more than this times the power is 1 to rounding, as of orthogonal matrices. */
    private static final double ROUNDING = 1e-13;

    private static final double EXPLODED = 1e200;

    private final int maxPower;
    private final DenseBackend backend;

    private TransientGrowth(int maxPower, DenseBackend backend) {
        this.maxPower = maxPower;
        this.backend = backend;
    }

    /** At most 10,000 powers. */
    public static TransientGrowth withDefaults() {
        return new TransientGrowth(10_000, DenseBackend.fixedOrder());
    }

    /** Looks at powers up to this one. */
    public TransientGrowth withMaxPower(int power) {
        if (power < 1) {
            throw new IllegalArgumentException("maxPower must be at least 1, was " + power);
        }
        return new TransientGrowth(power, backend);
    }

    /** Computes with these kernels. */
    public TransientGrowth withBackend(DenseBackend other) {
        return new TransientGrowth(maxPower, other);
    }

    /**
     * The largest norm of a power, where and how surely.
     *
     * @param value the largest of the norms looked at, ‖A^0‖ = 1 included (0 of an empty matrix)
     * @param power the first k that attains it
     * @param powers how many powers were looked at
     * @param outcome CONVERGED: no later power is larger; UNBOUNDED: the norms passed 1e200 and grow; MAX_STEPS: ‖A^k‖ was
     *     above 1 throughout, a later power may be larger
     */
    public record Result(double value, int power, int powers, Outcome outcome) {}

    /**
     * The transient growth of a square operator.
     *
     * @throws IllegalArgumentException if the operator is not square or an entry is not finite
     */
    public Result of(LinearOperator operator) {
        Scaling scaling = Scaling.ofSquare(operator);
        int n = scaling.rows();
        if (n == 0) {
            return new Result(0, 0, 0, Outcome.CONVERGED);
        }
        if (scaling.exponent() > 600) {
            return new Result(1, 0, 0, Outcome.UNBOUNDED);
        }
        double[] a = scaling.entries().clone();
        for (int i = 0; i < a.length; i++) {
            a[i] = scaling.unscaled(a[i]);
        }
        double[] power = a;
        double largest = 1;
        int at = 0;
        for (int k = 1; k <= maxPower; k++) {
            double frobenius = Euclidean.norm(power);
            if (!(frobenius <= EXPLODED)) {
                return new Result(largest, at, k, Outcome.UNBOUNDED);
            }
            double norm = frobenius <= 1 ? frobenius : backend.singularValues(power, n, n)[0];
            if (norm > largest * (1 + ROUNDING * k)) {
                largest = norm;
                at = k;
            }
            if (norm <= 1 + ROUNDING * k) {
                return new Result(largest, at, k, Outcome.CONVERGED);
            }
            power = backend.multiply(power, a, n, n, n);
        }
        return new Result(largest, at, maxPower, Outcome.MAX_STEPS);
    }
}
