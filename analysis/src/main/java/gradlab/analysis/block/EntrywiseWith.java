package gradlab.analysis.block;

import gradlab.analysis.tensor.BinaryFunction;
import gradlab.analysis.tensor.RectifiedPairs;
import gradlab.analysis.tensor.TensorAlgebra;
import java.util.List;

/**
 * A function of each entry and one given number. Parameters: that number [].
 *
 * @param function the function, of the entry and the number
 * @param name the number's name
 */
public record EntrywiseWith(BinaryFunction function, String name) implements Block {
    /** x above 0, leak x below. */
    public static EntrywiseWith leakyRelu() {
        return new EntrywiseWith(RectifiedPairs.LEAKY_RELU, "leak");
    }

    /** x above 0, alpha (e^x - 1) below. */
    public static EntrywiseWith elu() {
        return new EntrywiseWith(RectifiedPairs.ELU, "alpha");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.given(name));
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        return algebra.combine(function, x, parameters.get(0));
    }
}
