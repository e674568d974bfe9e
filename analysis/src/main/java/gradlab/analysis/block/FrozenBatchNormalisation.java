package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * Batch normalisation in inference: gamma (x - mean)/sqrt(variance + epsilon) + beta with given statistics, channel by
 * channel (ioffeszegedy2015). Parameters: epsilon [], gamma, beta, mean and variance [channels].
 *
 * @param channels channels of x
 * @param positions places of each channel
 */
public record FrozenBatchNormalisation(int channels, int positions) implements Block {
    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.given("epsilon"),
                Parameter.trained("gamma", channels),
                Parameter.trained("beta", channels),
                Parameter.given("mean", channels),
                Parameter.given("variance", channels));
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        T deviation = tensors.sqrt(tensors.add(parameters.get(4), parameters.get(0)));
        T factor = tensors.divide(parameters.get(1), deviation);
        T centred = tensors.subtract(
                Rows.as(algebra, x, channels, positions), tensors.reshape(parameters.get(3), channels, 1));
        T scaled = tensors.multiply(centred, tensors.reshape(factor, channels, 1));
        return Rows.flat(algebra, tensors.add(scaled, tensors.reshape(parameters.get(2), channels, 1)));
    }
}
