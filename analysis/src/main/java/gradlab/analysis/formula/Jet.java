package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Matrix;
import java.util.List;

/**
 * A point and tangent vectors at it.
 *
 * @param value the point, of length n
 * @param tangents one tangent vector a column, n x k
 * @param <N> the numbers
 */
public record Jet<N>(List<N> value, Matrix<N> tangents) {
    /** Copies the value. */
    public Jet {
        value = List.copyOf(value);
    }
}
