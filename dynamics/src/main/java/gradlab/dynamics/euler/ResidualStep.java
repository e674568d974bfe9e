package gradlab.dynamics.euler;

import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;

/**
 * A residual layer x + h f(x) at the point that reaches it, as one step of x' = f(x).
 *
 * @param name what to call it
 * @param kind what its branch computes
 * @param step h, positive
 * @param field f
 * @param at the point x
 * @param jacobian J, the Jacobian of f there
 * @param differentiable whether J is more than a convention: x is not at a kink
 * @param continues whether it begins where the layer before it in the list ends, with nothing between
 */
public record ResidualStep(
        String name,
        String kind,
        double step,
        VectorField field,
        Vector at,
        LinearOperator jacobian,
        boolean differentiable,
        boolean continues) {
    /** Checks step and sizes. */
    public ResidualStep {
        if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("step must be positive and finite, was " + step);
        }
        int n = field.dimension();
        if (at.size() != n || jacobian.rows() != n || jacobian.columns() != n) {
            throw new IllegalArgumentException("at and jacobian must have the dimension " + n + " of the field, had "
                    + at.size() + " and " + jacobian.rows() + " x " + jacobian.columns());
        }
    }

    /** n. */
    public int dimension() {
        return field.dimension();
    }

    /** A step of x' = f(x) at a point. */
    public static ResidualStep of(String name, String kind, VectorField field, double h, double[] at) {
        return new ResidualStep(
                name, kind, h, field, Vector.of(at), field.jacobian().apply(at), true, true);
    }
}
