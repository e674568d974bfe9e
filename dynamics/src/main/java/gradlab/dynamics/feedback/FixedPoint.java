package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.Euclidean;
import gradlab.analysis.spectrum.SpectralNorm;
import gradlab.analysis.survey.RecurrentMap;

/**
 * A state that a recurrent cell under a constant input leads to itself: steps from h = 0 first, which find a stable one, then
 * Newton's method, (I - J) d = F(h) - h, which finds one nearby whether it is stable or not.
 *
 * @param state the state
 * @param jacobian the derivative of a step by the state there
 * @param residual ‖F(h) - h‖
 * @param isFound whether the residual is at most 1e-10 (1 + ‖h‖)
 * @param gain the norm of the Jacobian
 * @param spectralRadius that of the Jacobian: below 1, the cell returns after a small disturbance
 */
public record FixedPoint(
        Vector state, DenseMatrix jacobian, double residual, boolean isFound, double gain, double spectralRadius) {
    private static final int STEPS = 200;
    private static final int NEWTON = 30;
    private static final double SMALL = 1e-10;
    private static final double SETTLED = 1e-13;
    private static final double LOST = 1e100;

    /** A state, where a step leads from it, and how far that is. */
    private record Iterate(Vector state, Vector next, LinearOperator jacobian, double residual) {
        static Iterate at(RecurrentMap map, double[] x, double[] state) {
            RecurrentMap.Moved moved = map.at(x, state);
            double[] difference = moved.state().toArray();
            for (int i = 0; i < difference.length; i++) {
                difference[i] -= state[i];
            }
            return new Iterate(Vector.of(state), moved.state(), moved.jacobian(), Euclidean.norm(difference));
        }
    }

    /** Of a cell under zero input. */
    public static FixedPoint of(RecurrentMap map, DenseBackend backend) {
        double[] x = new double[map.inputs()];
        Iterate point = Iterate.at(map, x, new double[map.size()]);
        for (int k = 0; k < STEPS && point.residual > SETTLED; k++) {
            point = Iterate.at(map, x, point.next.toArray());
        }
        Iterate best = point;
        for (int k = 0; k < NEWTON && point.residual > SETTLED && point.residual < LOST; k++) {
            point = Iterate.at(map, x, newton(point, backend));
            best = point.residual < best.residual ? point : best;
        }
        return of(best, backend);
    }

    private static FixedPoint of(Iterate point, DenseBackend backend) {
        DenseMatrix jacobian = DenseMatrix.of(point.jacobian);
        return new FixedPoint(
                point.state,
                jacobian,
                point.residual,
                point.residual <= SMALL * (1 + Euclidean.norm(point.state.toArray())),
                SpectralNorm.withDefaults().of(jacobian).value(),
                backend.eigenvalues(jacobian.toArray(), jacobian.rows()).modulus(0));
    }

    /** The next state of Newton's method, or of the cell where there is none. */
    private static double[] newton(Iterate point, DenseBackend backend) {
        int n = point.state.size();
        double[] right = new double[n];
        double[] matrix = DenseMatrix.of(point.jacobian).toArray();
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (i % (n + 1) == 0 ? 1 : 0) - matrix[i];
        }
        for (int i = 0; i < n; i++) {
            right[i] = point.next.get(i) - point.state.get(i);
        }
        double[] moved = LinearEquations.solve(backend, matrix, right, n, 1);
        for (int i = 0; i < n; i++) {
            moved[i] += point.state.get(i);
            if (!Double.isFinite(moved[i])) {
                return point.next.toArray();
            }
        }
        return moved;
    }
}
