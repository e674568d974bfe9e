package gradlab.dynamics.system;

import java.util.Arrays;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * The integrator of n + n k equations over strides of one length. A step that is tried and leads to where there is no value is
 * tried again shorter, as one whose error is too large is.
 */
final class FlowSolver {

    /** A stride that needs more than this goes nowhere: with usual strides it is thousands of times the usual. */
    private static final int MOST_EVALUATIONS = 100_000;

    /** Steps below this part of a stride cannot be told from each other. */
    private static final double SHORTEST = 1e-13;

    private static final double SHORTENED = 0.1;

    /** There is no value at a state. */
    static final class Beyond extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient double[] state;

        Beyond(double[] state) {
            super(null, null, false, false);
            this.state = state;
        }

        double[] state() {
            return state;
        }
    }

    private final int columns;
    private final double stride;
    private final FlowWatch watch;
    private final DormandPrince853Integrator integrator;
    private double longest;
    private double reached;
    private double[] there = new double[0];

    FlowSolver(Pace pace, int n, int columns, FlowWatch watch) {
        this.columns = columns;
        this.stride = pace.stride();
        this.watch = watch;
        this.longest = stride / 2;
        double[] floor = Arrays.copyOf(Pace.floor(pace.sizes()), n + n * columns);
        double[] relative = new double[floor.length];
        Arrays.fill(floor, n, floor.length, Pace.TOLERANCE);
        Arrays.fill(relative, Pace.TOLERANCE);
        integrator = new DormandPrince853Integrator(stride * SHORTEST, stride, floor, relative);
        integrator.addStepHandler(interpolator -> {
            double time = interpolator.getCurrentState().getTime();
            double taken = time - interpolator.getPreviousState().getTime();
            longest = Math.max(longest, taken);
            reached = time;
            there = interpolator.getCurrentState().getPrimaryState();
            watch.step(time, taken, there);
        });
    }

    /** k. */
    int columns() {
        return columns;
    }

    /** The state after one stride. The first step is as long as the longest of the stride before. */
    double[] integrate(OrdinaryDifferentialEquation equations, double[] from) {
        double step = Math.min(longest, stride);
        longest = 0;
        reached = 0;
        there = from;
        int left = MOST_EVALUATIONS;
        while (true) {
            integrator.setInitialStepSize(step);
            integrator.setMaxEvaluations(left);
            try {
                return integrator
                        .integrate(equations, new ODEState(reached, there), stride)
                        .getPrimaryState();
            } catch (Beyond e) {
                step = SHORTENED * Math.min(Math.abs(integrator.getCurrentSignedStepsize()), stride - reached);
                if (!(step > stride * SHORTEST) || left <= 2 * integrator.getEvaluations()) {
                    throw e;
                }
            } finally {
                left -= integrator.getEvaluations();
                watch.spent(integrator.getEvaluations());
            }
        }
    }
}
