package gradlab.dynamics.system;

import gradlab.analysis.model.TensorFile;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.survey.Recording;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What a recurrent network is fed, step by step.
 *
 * @param inputs d, the length of an input
 * @param source makes the inputs of an orbit, which asks for each step, from 0 on, once and in order
 */
public record Drive(int inputs, java.util.function.Supplier<LongFunction<double[]>> source) {

    /** Zeros. */
    static Drive zero(int inputs) {
        double[] zeros = new double[inputs];
        return new Drive(inputs, () -> step -> zeros);
    }

    /** Independent N(0, deviation²), the same for each orbit. */
    static Drive noise(int inputs, double deviation, long seed) {
        return new Drive(inputs, () -> {
            RandomStream random = RandomStream.of(seed, "drive");
            return step -> Arrays.stream(random.gaussians(inputs))
                    .map(x -> deviation * x)
                    .toArray();
        });
    }

    /** Inputs that are given, of equal length; after their end they start again. */
    static Drive of(List<Vector> inputs) {
        return new Drive(
                inputs.get(0).size(),
                () -> step -> inputs.get((int) (step % inputs.size())).toArray());
    }

    /**
     * A recording of T steps, T × d; after its end it starts again.
     *
     * @throws SourceException if it is no file of such numbers, or one is not finite
     */
    public static Drive recorded(Path file) {
        return of(Recording.of(TensorFile.read(file)).rows());
    }
}
