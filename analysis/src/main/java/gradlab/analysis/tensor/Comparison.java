package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Truth;

/**
 * A comparison of two numbers.
 *
 * @param <N> the numbers
 */
interface Comparison<N> {
    Truth of(N a, N b);

    /** Compares entry by entry, with shapes broadcast; undecided if one comparison is. */
    static <N> boolean[] entries(Jets.Tensor<N> a, Jets.Tensor<N> b, Comparison<N> comparison) {
        Shape shape = a.shape().broadcast(b.shape());
        int[] left = new Broadcast(a.shape(), shape).sources();
        int[] right = new Broadcast(b.shape(), shape).sources();
        boolean[] answers = new boolean[left.length];
        for (int e = 0; e < left.length; e++) {
            Truth truth = comparison.of(a.values().get(left[e]), b.values().get(right[e]));
            if (!truth.isDecided()) {
                throw NoValueException.undecided("a comparison that is not decided");
            }
            answers[e] = truth == Truth.TRUE;
        }
        return answers;
    }
}
