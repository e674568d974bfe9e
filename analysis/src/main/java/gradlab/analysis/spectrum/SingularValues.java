package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;

/**
 * All singular values of an operator, from its dense matrix.
 *
 * <p>Accuracy: each within a small multiple of k times 1e-16 times the largest, k = min(rows, columns). Cost: k
 * applications and O(rows columns k) operations. Source: Golub and Van Loan, Matrix Computations (golubvanloan2013),
 * section 8.6.
 *
 * @param values k values, descending, not negative
 */
public record SingularValues(Vector values) {
    /**
     * The singular values of an operator.
     *
     * @throws IllegalArgumentException if an entry of its matrix is not finite
     */
    public static SingularValues of(LinearOperator operator) {
        DenseMatrix matrix = DenseMatrix.of(operator);
        return new SingularValues(
                Vector.of(DenseKernels.singularValues(matrix.toArray(), matrix.rows(), matrix.columns())));
    }

    /** The 2-norm; 0 of an empty operator. */
    public double largest() {
        return values.size() == 0 ? 0 : values.get(0);
    }

    /** The min(rows, columns)-th singular value; 0 of an empty operator. */
    public double smallest() {
        return values.size() == 0 ? 0 : values.get(values.size() - 1);
    }
}
