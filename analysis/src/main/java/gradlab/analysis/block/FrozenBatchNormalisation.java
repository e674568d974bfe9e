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
        List<T> lists = parameters.subList(1, 5).stream()
                .map(list -> tensors.reshape(list, channels, 1))
                .toList();
        return Rows.flat(
                algebra, normalise(tensors, Rows.as(algebra, x, channels, positions), parameters.get(0), lists));
    }

    /**
     * The same of a tensor x.
     *
     * @param lists gamma, beta, mean and variance, of shapes that stretch to that of x
     */
    public static <T> T normalise(Tensors<T> tensors, T x, T epsilon, List<T> lists) {
        T deviation = tensors.sqrt(tensors.add(lists.get(3), epsilon));
        T scaled = tensors.multiply(tensors.subtract(x, lists.get(2)), tensors.divide(lists.get(0), deviation));
        return tensors.add(scaled, lists.get(1));
    }
}
