package gradlab.dynamics.feedback;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.spectrum.Euclidean;
import java.util.Arrays;

/**
 * A loop in units in which its numbers are of size 1, so that no scale of it matters: time so that the entries of a generator
 * are, inputs and outputs so that those of B and C are, and states ({@link BalancedStates}) where that alone makes W far
 * smaller. All by powers of two.
 *
 * @param loop the loop in these units
 * @param time frequencies are 2^time times those of the scaled loop
 * @param gain gains are 2^gain times those of the scaled loop
 */
record LoopScale(LinearLoop loop, int time, int gain) {
    /** Balanced units cost one factorisation a frequency; beyond, that takes too long. */
    private static final int LARGEST_BALANCED = 100;

    private static final double FAR = 1_024;

    static LoopScale of(LinearLoop given) {
        LinearLoop loop = given;
        if (loop.order() <= LARGEST_BALANCED) {
            LinearLoop balanced = BalancedStates.of(given);
            double before = Euclidean.norm(given.state().toArray());
            loop = Euclidean.norm(balanced.state().toArray()) * FAR < before ? balanced : given;
        }
        int time = loop.isInSteps() ? 0 : exponent(loop.state());
        int input = exponent(loop.input());
        int gain = loop.isDirect()
                ? Math.max(input + exponent(loop.output()) - time, exponent(loop.feedthrough()))
                : input + exponent(loop.output()) - time;
        LinearLoop scaled = new LinearLoop(
                scaled(loop.state(), -time),
                scaled(loop.input(), -input),
                scaled(loop.output(), input - time - gain),
                scaled(loop.feedthrough(), -gain),
                loop.clock());
        return new LoopScale(scaled, time, gain);
    }

    /** Of the largest entry; 0 of a matrix that is 0. */
    static int exponent(DenseMatrix matrix) {
        double largest = Arrays.stream(matrix.toArray()).map(Math::abs).max().orElse(0);
        return largest == 0 ? 0 : Math.getExponent(largest);
    }

    static DenseMatrix scaled(DenseMatrix matrix, int exponent) {
        double[] entries = Arrays.stream(matrix.toArray())
                .map(entry -> scalb(entry, exponent))
                .toArray();
        return DenseMatrix.of(matrix.rows(), matrix.columns(), entries);
    }

    /** In two steps: each of the factors may be more than a power of two that a number can be. */
    static double scalb(double value, int exponent) {
        return Math.scalb(Math.scalb(value, exponent / 2), exponent - exponent / 2);
    }
}
