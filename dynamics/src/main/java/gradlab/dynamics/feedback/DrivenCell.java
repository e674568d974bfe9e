package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.survey.RecurrentMap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A recurrent cell along a recorded input, from the state 0, linearised at each of the last steps.
 *
 * @param recorded how many steps the record has
 * @param steps how many of the last ones are linearised
 * @param last the Jacobian of the last step
 * @param loop what the Jacobians do together
 */
public record DrivenCell(int recorded, int steps, DenseMatrix last, TimeVaryingLoop loop) {

    /**
     * Drives a cell.
     *
     * @param most at most so many Jacobians are kept; fewer where these would not fit
     * @return empty where a state or a derivative is not finite
     * @throws IllegalArgumentException if there is no input
     */
    public static Optional<DrivenCell> of(RecurrentMap map, List<Vector> inputs, int most, DenseBackend backend) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("inputs must not be empty");
        }
        long square = (long) map.size() * map.size();
        int kept = (int) Math.max(1, Math.min(Math.min(most, inputs.size()), TimeVaryingLoop.LARGEST / square));
        Deque<LinearOperator> jacobians = new ArrayDeque<>();
        double[] state = new double[map.size()];
        for (Vector input : inputs) {
            RecurrentMap.Moved moved = map.at(input.toArray(), state);
            state = moved.state().toArray();
            jacobians.addLast(moved.jacobian());
            if (jacobians.size() > kept) {
                jacobians.removeFirst();
            }
            if (!isFinite(state)) {
                return Optional.empty();
            }
        }
        List<DenseMatrix> all = jacobians.stream().map(DenseMatrix::of).toList();
        return !all.stream().allMatch(jacobian -> isFinite(jacobian.toArray()))
                ? Optional.empty()
                : Optional.of(new DrivenCell(
                        inputs.size(), all.size(), all.get(all.size() - 1), TimeVaryingLoop.of(all, backend)));
    }

    private static boolean isFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}
