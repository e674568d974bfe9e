package gradlab.dynamics.training;

import gradlab.analysis.operator.Vector;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Everything that the rest of a run depends on, between two steps. Arrays are handed over, not copied: nobody may write to
 * them.
 *
 * @param step how many steps were made
 * @param updates how many of them changed the parameters
 * @param parameters the parameters
 * @param states what the optimiser carries
 * @param buffers what layers carry
 * @param scale what the loss is multiplied by
 * @param patience good steps since the scale changed
 * @param waiting the row of the last step, not yet recorded
 * @param series what was recorded
 */
public record Snapshot(
        int step,
        int updates,
        Vector parameters,
        List<double[]> states,
        SortedMap<String, double[]> buffers,
        double scale,
        int patience,
        Waiting waiting,
        Map<String, Series> series) {

    /**
     * A row that waits: what is recorded of it depends on whether the next step is finite.
     *
     * @param step its step, -1 for none
     * @param due whether its scalars are recorded in any case
     * @param extras what is recorded in any case
     * @param scalars what is recorded if it is due, or the last finite one
     */
    public record Waiting(int step, boolean due, Map<String, Double> extras, Map<String, Double> scalars) {}
}
