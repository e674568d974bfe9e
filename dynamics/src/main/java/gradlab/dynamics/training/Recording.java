package gradlab.dynamics.training;

import gradlab.dynamics.blueprint.Limits;

/**
 * What is kept of a run: at the steps 0, k, 2k, ... and at the last, k = 0 for never.
 *
 * @param every k of loss, accuracy and norms, at least 1
 * @param updates whether the norms of updates and the rate are among these
 * @param activations k of the statistics of each layer's output
 * @param jacobian k of Jacobian norms
 * @param spectrum k of the singular values of the Jacobian of the whole network
 * @param lyapunov k of the finite-time Lyapunov exponents of recurrent layers
 * @param recurrent k of the spectral radii and norms of recurrent weights
 * @param attention k of the logits and weights of attention
 * @param sharpness k of the largest eigenvalue of the Hessian
 */
public record Recording(
        int every,
        boolean updates,
        int activations,
        int jacobian,
        int spectrum,
        int lyapunov,
        int recurrent,
        int attention,
        int sharpness) {
    /** Checks the intervals. */
    public Recording {
        Limits.check("every", every, 1, Limits.STEPS);
        Limits.check("activations", activations, 0, Limits.STEPS);
        Limits.check("jacobian", jacobian, 0, Limits.STEPS);
        Limits.check("spectrum", spectrum, 0, Limits.STEPS);
        Limits.check("lyapunov", lyapunov, 0, Limits.STEPS);
        Limits.check("recurrent", recurrent, 0, Limits.STEPS);
        Limits.check("attention", attention, 0, Limits.STEPS);
        Limits.check("sharpness", sharpness, 0, Limits.STEPS);
    }

    /** Whether something with this interval is due. */
    static boolean due(int interval, int step, int steps) {
        return interval > 0 && (step % interval == 0 || step == steps - 1);
    }
}
