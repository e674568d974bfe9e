package gradlab.dynamics.blueprint;

import gradlab.analysis.arithmetic.FloatFormat;
import gradlab.analysis.backend.BatchKernels;
import gradlab.analysis.random.RandomStream;
import java.util.Optional;

/**
 * How layers are to behave in a pass.
 *
 * @param batch in training the size of the batch, whose statistics count and whose masks are drawn; empty in inference
 * @param random where the masks of this step come from
 * @param buffers what layers carry from step to step
 * @param observing whether this pass changes the buffers
 * @param format what values are rounded to between layers
 * @param kernels what products are computed with
 */
public record Mode(
        Optional<Integer> batch,
        RandomStream random,
        Buffers buffers,
        boolean observing,
        FloatFormat format,
        BatchKernels kernels) {

    /** Inference in binary64 and fixed order, with nothing carried over: for networks that were only drawn. */
    public static Mode plain() {
        return new Mode(
                Optional.empty(),
                RandomStream.of(0, "no masks"),
                new Buffers(),
                false,
                FloatFormat.BINARY64,
                BatchKernels.fixedOrder());
    }

    /** The same buffers, format and kernels in inference. */
    public Mode inference() {
        return new Mode(Optional.empty(), random, buffers, false, format, kernels);
    }

    /** The same in binary64. */
    public Mode exactly() {
        return new Mode(batch, random, buffers, observing, FloatFormat.BINARY64, kernels);
    }

    /** The same without a trace in the buffers. */
    public Mode unobserved() {
        return new Mode(batch, random, buffers, false, format, kernels);
    }
}
