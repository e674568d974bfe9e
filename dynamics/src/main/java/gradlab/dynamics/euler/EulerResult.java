package gradlab.dynamics.euler;

import java.util.List;
import java.util.Optional;

/**
 * All that is known of a network as a Forward Euler solver.
 *
 * @param stability the layers and their steps
 * @param order how the stack approaches its flow as it becomes deeper; empty where it was too large and not asked for
 * @param blowUp a stable equation that its solver blows up: the layer that sets the largest step, linearised
 * @param blowUpReason why there is none, else empty
 * @param designs of a single matrix, the stable designs with the same weights
 */
public record EulerResult(
        StackStability stability,
        Optional<OrderStudy.Result> order,
        Optional<BlowUp> blowUp,
        String blowUpReason,
        List<DesignRow> designs) {
    /** Copies the list. */
    public EulerResult {
        designs = List.copyOf(designs);
    }
}
