package gradlab.dynamics.feedback;

import java.util.List;
import java.util.Optional;

/**
 * What is to be known of a linear loop.
 *
 * @param loop the loop
 * @param stability whether it is stable, and how that is known
 * @param smallGain the bound that the norms give
 * @param numericalAbscissa the largest eigenvalue of (W + W')/2: in continuous time, below 0 for some small-gain test to succeed
 * @param gain the H-infinity norm
 * @param eigenloci margins
 * @param transients what a disturbance does
 * @param horizon the worst gain over finitely many steps; empty in continuous time, of a system with inputs and outputs of its own, and where numbers leave binary64
 * @param bode the gain by frequency
 * @param closed the system closed by u = -y; empty of a loop that is closed by itself, B = C = I
 * @param notConverged what did not converge, each with what to do about it
 */
public record FeedbackReport(
        LinearLoop loop,
        LoopStability stability,
        SmallGain smallGain,
        double numericalAbscissa,
        HInfinityNorm.Result gain,
        Eigenloci eigenloci,
        Transients transients,
        Optional<HorizonGain> horizon,
        BodeData bode,
        Optional<ClosedLoop> closed,
        List<String> notConverged) {
    /** Copies the list. */
    public FeedbackReport {
        notConverged = List.copyOf(notConverged);
    }
}
