package gradlab.dynamics.system;

import java.util.Arrays;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/** The integrator of n + n k equations over strides of one length. */
final class FlowSolver {

    /** A stride that needs more than this goes nowhere: with usual strides it is thousands of times the usual. */
    static final int MOST_EVALUATIONS = 100_000;

    /** Steps below this part of a stride cannot be told from each other. */
    private static final double SHORTEST = 1e-13;

    private final int columns;
    private final double stride;
    private final FlowWatch watch;
    private final DormandPrince853Integrator integrator;
    private double step;

    FlowSolver(Pace pace, int n, int columns, FlowWatch watch) {
        this.columns = columns;
        this.stride = pace.stride();
        this.watch = watch;
        this.step = stride / 2;
        double[] floor = Arrays.copyOf(Pace.floor(pace.sizes()), n + n * columns);
        double[] relative = new double[floor.length];
        Arrays.fill(floor, n, floor.length, Pace.TOLERANCE);
        Arrays.fill(relative, Pace.TOLERANCE);
        integrator = new DormandPrince853Integrator(stride * SHORTEST, stride, floor, relative);
        integrator.setMaxEvaluations(MOST_EVALUATIONS);
        integrator.addStepHandler(interpolator -> {
            double time = interpolator.getCurrentState().getTime();
            double taken = time - interpolator.getPreviousState().getTime();
            step = Math.max(step, taken);
            watch.step(time, taken, interpolator.getCurrentState().getPrimaryState());
        });
    }

    /** k. */
    int columns() {
        return columns;
    }

    /** The state after one stride. The first step is as long as the longest of the stride before. */
    double[] integrate(OrdinaryDifferentialEquation equations, ODEState from, double[] state) {
        integrator.setInitialStepSize(Math.min(step, stride));
        step = 0;
        try {
            return integrator.integrate(equations, from, stride).getPrimaryState();
        } finally {
            watch.spent(integrator.getEvaluations());
        }
    }
}
