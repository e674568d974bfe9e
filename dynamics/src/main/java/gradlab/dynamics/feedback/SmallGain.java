package gradlab.dynamics.feedback;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.SpectralNorm;
import java.util.List;

/**
 * The small-gain test of a closed loop of blocks: if the product of their gains is below 1, the loop is stable (zames1966).
 * Above 1 it says nothing.
 *
 * <p>In steps the loop runs through W and a delay, whose gain is 1: the loop gain is ‖W‖, or the product of the norms where W is
 * a product of blocks with units of slope at most 1 between them. In continuous time x' = A x is x' = -x + (A + I) x, the leak
 * 1/(s + 1) of gain 1 around A + I: the loop gain is ‖A + I‖. There is a leak c with ‖A + c I‖ < c exactly if the numerical
 * abscissa, the largest eigenvalue of (A + A')/2, is below 0.
 *
 * @param norms of each block, to a relative 1e-10
 * @param loopGain their product
 * @param isSufficient whether the product is below 1, and so the loop stable
 */
public record SmallGain(Vector norms, double loopGain, boolean isSufficient) {
    private static final SpectralNorm NORM = SpectralNorm.withDefaults();
    private static final double ROUNDING = 1e-12;

    /** The test of a loop through these blocks, the first one applied first, in steps. */
    public static SmallGain of(List<? extends LinearOperator> blocks) {
        double[] norms = new double[blocks.size()];
        double product = 1;
        double upper = 1;
        for (int i = 0; i < norms.length; i++) {
            SpectralNorm.Result result = NORM.of(blocks.get(i));
            norms[i] = result.value();
            product *= result.value();
            upper *= (result.value() + result.residual()) * (1 + ROUNDING);
        }
        return new SmallGain(Vector.of(norms), product, upper < 1);
    }

    /** How many times too large the loop gain is for the truth, what it would be at best: 1 if both are 0. */
    public double over(double truth) {
        return loopGain == truth ? 1 : loopGain / truth;
    }

    /** The test of a system that some other block of gain at most 1 closes: its gain is its H-infinity norm. */
    static SmallGain of(HInfinityNorm.Result gain) {
        return new SmallGain(Vector.of(gain.upper()), gain.upper(), gain.upper() < 1);
    }

    /** The test of a loop of one block. */
    public static SmallGain of(LinearLoop loop) {
        DenseMatrix state = loop.state();
        return of(List.of(loop.isInSteps() ? state : DenseMatrix.of(Operators.shifted(state, 1))));
    }
}
