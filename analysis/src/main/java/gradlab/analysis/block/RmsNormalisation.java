package gradlab.analysis.block;

import gradlab.analysis.tensor.Powers;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * gamma t/sqrt(mean(t²) + epsilon) of each token t of x (zhangsennrich2019). Parameters: epsilon [] and, if it has a gain,
 * gamma [width]. Squares of entries above 1e154 overflow.
 *
 * @param tokens how many vectors x consists of
 * @param width length of each
 * @param gained whether there is a gamma
 */
public record RmsNormalisation(int tokens, int width, boolean gained) implements Block {
    @Override
    public List<Parameter> parameters() {
        Parameter epsilon = Parameter.given("epsilon");
        return gained ? List.of(epsilon, Parameter.trained("gamma", width)) : List.of(epsilon);
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        T each = Rows.as(algebra, x, tokens, width);
        T meanSquare = tensors.mean(algebra.map(Powers.SQUARE, each), 2);
        T normalised = tensors.divide(each, tensors.sqrt(tensors.add(meanSquare, parameters.get(0))));
        return Rows.flat(algebra, gained ? tensors.multiply(normalised, parameters.get(1)) : normalised);
    }
}
