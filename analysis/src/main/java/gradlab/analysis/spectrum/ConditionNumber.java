package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;

/**
 * The condition number {@code sigma_1 / sigma_min}, with sigma_min the min(rows, columns)-th singular value.
 *
 * <p>With e the residual of the singular values, the condition number lies, up to rounding, between
 * {@code (sigma_1 - e) / (sigma_min + e)} and {@code (sigma_1 + e) / (sigma_min - e)}; the second is infinite once sigma_min
 * <= e. It does not change when the matrix is scaled.
 *
 * @param value sigma_1 / sigma_min, infinite if sigma_min is 0; 1 of an empty matrix by convention
 * @param lower at most the condition number
 * @param upper at least the condition number, possibly infinite
 * @param outcome {@link Outcome#DENSE}, or {@link Outcome#SINGULAR} if {@code upper} is infinite
 */
public record ConditionNumber(double value, double lower, double upper, Outcome outcome) {
    /**
     * The condition number of an operator.
     *
     * @throws IllegalArgumentException if an entry of its matrix is not finite
     */
    public static ConditionNumber of(LinearOperator operator) {
        return of(operator, DenseBackend.fixedOrder());
    }

    /** The condition number of an operator, by these kernels. */
    public static ConditionNumber of(LinearOperator operator, DenseBackend backend) {
        Scaling scaling = Scaling.of(operator);
        if (scaling.side() == 0) {
            return new ConditionNumber(1, 1, 1, Outcome.DENSE);
        }
        return of(
                SingularValues.checked(DenseMatrix.of(scaling.rows(), scaling.columns(), scaling.entries()), backend));
    }

    private static ConditionNumber of(SingularValues values) {
        double error = values.residual().orElse(0);
        double largest = values.largest();
        double smallest = values.smallest();
        double lower = Math.max(1, (largest - error) / (smallest + error));
        double upper = smallest > error ? (largest + error) / (smallest - error) : Double.POSITIVE_INFINITY;
        double value = smallest > 0 ? largest / smallest : Double.POSITIVE_INFINITY;
        return new ConditionNumber(
                value,
                Double.isNaN(lower) ? Double.POSITIVE_INFINITY : lower,
                upper,
                upper < Double.POSITIVE_INFINITY ? Outcome.DENSE : Outcome.SINGULAR);
    }
}
