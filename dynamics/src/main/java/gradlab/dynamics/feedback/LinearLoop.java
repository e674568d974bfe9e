package gradlab.dynamics.feedback;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.spectrum.Euclidean;
import gradlab.dynamics.system.Clock;

/**
 * A linear recurrent network as a closed loop. In steps: h(t+1) = W h(t) + B u(t), y = C h, the state fed back through W and
 * one delay. In continuous time: x' = W x + B u, y = C x. Its transfer function from u to y is G(z) = C (z I - W)^-1 B, with s
 * in place of z for a flow; a direct path D from u to y adds itself: y = C x + D u, G(z) + D.
 *
 * @param state W, n x n with n at least 1
 * @param input B, n x inputs
 * @param output C, outputs x n
 * @param feedthrough D, outputs x inputs
 * @param clock whether W is a map of a step or the generator of a flow
 */
public record LinearLoop(
        DenseMatrix state, DenseMatrix input, DenseMatrix output, DenseMatrix feedthrough, Clock clock) {
    /** Checks that shapes fit and numbers are finite. */
    public LinearLoop {
        int n = state.rows();
        if (n < 1 || state.columns() != n) {
            throw new IllegalArgumentException(
                    "state must be square and not empty, was " + n + " x " + state.columns());
        }
        if (input.rows() != n || output.columns() != n || input.columns() < 1 || output.rows() < 1) {
            throw new IllegalArgumentException("input and output must be " + n + " x m and k x " + n + ", were "
                    + input.rows() + " x " + input.columns() + " and " + output.rows() + " x " + output.columns());
        }
        if (feedthrough.rows() != output.rows() || feedthrough.columns() != input.columns()) {
            throw new IllegalArgumentException("feedthrough must be " + output.rows() + " x " + input.columns()
                    + ", was " + feedthrough.rows() + " x " + feedthrough.columns());
        }
        requireFinite("state", state);
        requireFinite("input", input);
        requireFinite("output", output);
        requireFinite("feedthrough", feedthrough);
    }

    /** A loop without a direct path: D = 0. */
    public LinearLoop(DenseMatrix state, DenseMatrix input, DenseMatrix output, Clock clock) {
        this(state, input, output, zeros(output.rows(), input.columns()), clock);
    }

    /** The loop that every unit is driven and seen of: B = C = I. */
    public static LinearLoop of(DenseMatrix state, Clock clock) {
        DenseMatrix identity = DenseMatrix.identity(state.rows());
        return new LinearLoop(state, identity, identity, clock);
    }

    private static DenseMatrix zeros(int rows, int columns) {
        return DenseMatrix.of(rows, columns, new double[rows * columns]);
    }

    private static void requireFinite(String name, DenseMatrix matrix) {
        for (double entry : matrix.toArray()) {
            if (!Double.isFinite(entry)) {
                throw new IllegalArgumentException(name + " must be finite, held " + entry);
            }
        }
    }

    /** n. */
    public int order() {
        return state.rows();
    }

    /** Whether time goes in steps. */
    public boolean isInSteps() {
        return clock == Clock.STEP;
    }

    /** Whether there is a direct path. */
    public boolean isDirect() {
        return Euclidean.norm(feedthrough.toArray()) > 0;
    }

    /** Whether it has one input and one output. */
    public boolean isScalar() {
        return input.columns() == 1 && output.rows() == 1;
    }

    /** Whether B and C are the identity and D is 0, so that the gain is the norm of the resolvent. */
    public boolean isPlain() {
        DenseMatrix identity = DenseMatrix.identity(order());
        return input.equals(identity) && output.equals(identity) && !isDirect();
    }
}
