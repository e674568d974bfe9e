package gradlab.dynamics.system;

import java.util.function.UnaryOperator;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * The flow of an autonomous differential equation x' = f(x), as near to the true one as binary64 allows: what fixed-step methods
 * are measured against. Dormand and Prince's method of order 8 with adaptive steps (hairer1993); the error of a step is held
 * below the tolerance times the state, so the error of the result is a small multiple of that times the growth on the way.
 */
public final class ReferenceFlow {
    private static final int MOST_EVALUATIONS = 2_000_000;
    /** Below this part of the time a step is too short to be told from none. */
    private static final double SHORTEST = 1e-14;

    private final double tolerance;
    private final int evaluations;

    private ReferenceFlow(double tolerance, int evaluations) {
        this.tolerance = tolerance;
        this.evaluations = evaluations;
    }

    /** Relative tolerance 1e-13, at most two million evaluations of f. */
    public static ReferenceFlow withDefaults() {
        return new ReferenceFlow(1e-13, MOST_EVALUATIONS);
    }

    /** The tolerance of a step, relative to the entries and to 1e-3 times the norm of the starting state. */
    public ReferenceFlow withTolerance(double relative) {
        if (!(relative >= 1e-15 && relative <= 1e-2)) {
            throw new IllegalArgumentException("tolerance must be from 1e-15 to 1e-2, was " + relative);
        }
        return new ReferenceFlow(relative, evaluations);
    }

    /** Gives up after this many evaluations of f. */
    public ReferenceFlow withMaxEvaluations(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("maxEvaluations must be at least 1, was " + most);
        }
        return new ReferenceFlow(tolerance, most);
    }

    /** The tolerance of a step. */
    public double tolerance() {
        return tolerance;
    }

    /**
     * The state at a time, from a state at time 0.
     *
     * @param f the derivative; it must not keep or change its argument
     * @param from a finite state, at least one number
     * @param time not negative
     * @throws OrbitException if the state leaves the numbers or the steps become too short
     */
    public double[] of(UnaryOperator<double[]> f, double[] from, double time) {
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("time must be finite and not negative, was " + time);
        }
        if (time == 0) {
            return from.clone();
        }
        double largest = 0;
        for (double entry : from) {
            largest = Math.max(largest, Math.abs(entry));
        }
        double absolute = Math.max(tolerance * 1e-3 * largest, Double.MIN_NORMAL);
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(SHORTEST * time, time, absolute, tolerance);
        integrator.setMaxEvaluations(evaluations);
        try {
            return finite(
                    integrator
                            .integrate(equation(f, from.length), new ODEState(0, from), time)
                            .getPrimaryState(),
                    time);
        } catch (MathRuntimeException e) {
            throw new OrbitException("the flow cannot be followed to time " + time + ": " + e.getMessage());
        }
    }

    private static OrdinaryDifferentialEquation equation(UnaryOperator<double[]> f, int dimension) {
        return new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return dimension;
            }

            @Override
            public double[] computeDerivatives(double t, double[] x) {
                return finite(f.apply(x), t);
            }
        };
    }

    private static double[] finite(double[] x, double time) {
        for (double entry : x) {
            if (!Double.isFinite(entry)) {
                throw new OrbitException("the flow leaves the numbers near time " + time);
            }
        }
        return x;
    }
}
