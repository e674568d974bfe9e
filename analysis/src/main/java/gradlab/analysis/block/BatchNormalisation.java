package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * Batch normalisation in training: gamma (x - mean)/sqrt(variance + epsilon) + beta, mean and variance those of each
 * channel over samples and positions, the variance dividing by their number (ioffeszegedy2015). A whole batch of samples is
 * one point here, since the samples mix. Parameters: epsilon [] and, if it has a gain, gamma and beta [channels].
 *
 * @param samples the size of the batch
 * @param channels channels of a sample
 * @param positions places of each channel
 * @param gained whether there are gamma and beta
 */
public record BatchNormalisation(int samples, int channels, int positions, boolean gained) implements Block {
    @Override
    public List<Parameter> parameters() {
        return LayerNormalisation.withGain(channels, gained);
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        T batch = Rows.as(algebra, x, samples, channels, positions);
        T normalised = algebra.normalise(batch, parameters.get(0), 1, 3);
        return Rows.flat(algebra, gained ? scaled(algebra, normalised, parameters) : normalised);
    }

    private <T> T scaled(TensorAlgebra<T> algebra, T normalised, List<T> parameters) {
        Tensors<T> tensors = new Tensors<>(algebra);
        T gamma = tensors.reshape(parameters.get(1), channels, 1);
        T beta = tensors.reshape(parameters.get(2), channels, 1);
        return tensors.add(tensors.multiply(normalised, gamma), beta);
    }
}
