package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import java.util.List;

/**
 * The 1 x 1 convolution of a normalising flow (kingmadhariwal2018): W times the vector of channels at each position;
 * invertible if W is. Parameters: weight [channels, channels].
 *
 * @param channels number of channels
 * @param positions places of each channel
 */
public record ChannelMixing(int channels, int positions) implements Block {
    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.trained("weight", channels, channels));
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        T image = Rows.as(algebra, x, channels, positions);
        return Rows.flat(algebra, algebra.matMul(parameters.get(0), image));
    }
}
