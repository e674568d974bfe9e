package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.Euclidean;
import gradlab.analysis.survey.RecurrentMap;

/**
 * A state that a recurrent cell under a constant input leads to itself: steps from h = 0 first, which find a stable one, then
 * Newton's method, (I - J) d = F(h) - h, which finds one nearby whether it is stable or not.
 *
 * @param state the state
 * @param jacobian the derivative of a step by the state there
 * @param residual ‖F(h) - h‖
 * @param isFound whether the residual is at most 1e-10 (1 + ‖h‖)
 */
public record FixedPoint(Vector state, LinearOperator jacobian, double residual, boolean isFound) {
    private static final int STEPS = 200;
    private static final int NEWTON = 30;
    private static final double SMALL = 1e-10;

    /** Of a cell under zero input. */
    public static FixedPoint of(RecurrentMap map, DenseBackend backend) {
        double[] x = new double[map.inputs()];
        FixedPoint point = at(map, x, new double[map.size()]);
        for (int k = 0; k < STEPS && point.residual > 1e-3 * SMALL; k++) {
            point = at(map, x, map.at(x, point.state.toArray()).state().toArray());
        }
        FixedPoint best = point;
        for (int k = 0; k < NEWTON && point.residual > 1e-3 * SMALL && point.residual < 1e100; k++) {
            point = at(map, x, point.newton(map, x, backend));
            best = point.residual < best.residual ? point : best;
        }
        return best;
    }

    private static FixedPoint at(RecurrentMap map, double[] x, double[] state) {
        RecurrentMap.Moved moved = map.at(x, state);
        double[] difference = moved.state().toArray();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= state[i];
        }
        double residual = Euclidean.norm(difference);
        boolean isFound = residual <= SMALL * (1 + Euclidean.norm(state));
        return new FixedPoint(Vector.of(state), moved.jacobian(), residual, isFound);
    }

    private double[] newton(RecurrentMap map, double[] x, DenseBackend backend) {
        int n = state.size();
        double[] next = map.at(x, state.toArray()).state().toArray();
        double[] right = new double[n];
        double[] matrix = DenseMatrix.of(jacobian).toArray();
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (i % (n + 1) == 0 ? 1 : 0) - matrix[i];
        }
        for (int i = 0; i < n; i++) {
            right[i] = next[i] - state.get(i);
        }
        double[] step = LinearEquations.solve(backend, matrix, right, n, 1);
        double[] moved = state.toArray();
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(step[i])) {
                return next;
            }
            moved[i] += step[i];
        }
        return moved;
    }
}
