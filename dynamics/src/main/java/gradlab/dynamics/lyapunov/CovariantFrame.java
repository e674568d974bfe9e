package gradlab.dynamics.lyapunov;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;

/**
 * The covariant vectors at one state.
 *
 * @param state x
 * @param vectors n × k, columns v_j of length 1, each mapped by the Jacobian at x along the one of the next state
 * @param growth ln |J v_j|, over the stride that begins at x
 */
public record CovariantFrame(Vector state, DenseMatrix vectors, Vector growth) {

    /** The angle between the lines along v_i and v_j, from 0 to pi/2; near 0 where the dynamics is close to tangency. */
    public double angle(int i, int j) {
        double product = 0;
        for (int row = 0; row < vectors.rows(); row++) {
            product += vectors.get(row, i) * vectors.get(row, j);
        }
        return StrictMath.acos(Math.min(1, Math.abs(product)));
    }
}
