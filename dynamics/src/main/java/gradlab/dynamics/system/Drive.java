package gradlab.dynamics.system;

import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceException;
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
     * A recording of T steps, T × d or T × 1 × d; after its end it starts again.
     *
     * @throws SourceException if it is no npy file of such numbers, or one is not finite
     */
    public static Drive recorded(Path file) {
        TensorFile tensors = TensorFile.read(file);
        StoredTensor tensor = tensors.onlyTensor();
        int rank = tensor.shape().size();
        boolean fits = rank == 1 || rank == 2 || (rank == 3 && tensor.shape().get(1) == 1);
        if (!fits || tensor.count() == 0) {
            throw SourceException.in(
                    file.toString(), "a tensor of " + tensor.shapeText(), "T x d numbers, one row a step");
        }
        int steps = tensor.shape().get(0);
        int inputs = tensor.count() / steps;
        double[] all = tensor.toDoubles();
        Finite.firstNot(all, all.length).ifPresent(i -> {
            throw SourceException.in(file.toString(), all[i] + " in row " + i / inputs, "finite numbers");
        });
        return new Drive(inputs, () -> step -> {
            int row = (int) (step % steps);
            return Arrays.copyOfRange(all, row * inputs, (row + 1) * inputs);
        });
    }
}
