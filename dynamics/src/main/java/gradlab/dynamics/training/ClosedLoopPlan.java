package gradlab.dynamics.training;

import gradlab.dynamics.blueprint.Limits;

/**
 * How a trained recurrent network is run free: each forecast is its next input.
 *
 * @param steps over which its exponent is measured
 * @param transientSteps left out before that
 */
public record ClosedLoopPlan(int steps, int transientSteps) {
    /** At most so many steps. */
    public static final int MOST = 1_000_000;

    /** Checks the numbers. */
    public ClosedLoopPlan {
        Limits.check("closed_loop.steps", steps, 1_000, MOST);
        Limits.check("closed_loop.transient", transientSteps, 0, MOST);
    }
}
