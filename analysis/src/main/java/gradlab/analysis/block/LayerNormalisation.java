package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * gamma (t - mean)/sqrt(variance + epsilon) + beta of each token t of x, the variance dividing by the width (ba2016).
 * Parameters: epsilon [] and, if it has a gain, gamma and beta [width].
 *
 * @param tokens how many vectors x consists of
 * @param width length of each
 * @param gained whether there are gamma and beta
 */
public record LayerNormalisation(int tokens, int width, boolean gained) implements Block {
    @Override
    public List<Parameter> parameters() {
        return withGain(width, gained);
    }

    static List<Parameter> withGain(int width, boolean gained) {
        List<Parameter> parameters = new ArrayList<>(List.of(Parameter.given("epsilon")));
        if (gained) {
            parameters.add(Parameter.trained("gamma", width));
            parameters.add(Parameter.trained("beta", width));
        }
        return parameters;
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        T normalised = algebra.normalise(Rows.as(algebra, x, tokens, width), parameters.get(0), 2);
        return Rows.flat(
                algebra,
                gained ? tensors.add(tensors.multiply(normalised, parameters.get(1)), parameters.get(2)) : normalised);
    }
}
