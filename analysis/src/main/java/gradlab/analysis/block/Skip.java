package gradlab.analysis.block;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * The residual x + h f(x). Parameters: scale h [], then those of f.
 *
 * @param branch f, which keeps the length
 */
public record Skip(Block branch) implements Block {
    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(Parameter.given("scale")));
        all.addAll(InSequence.within("branch", branch));
        return all;
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        T change = branch.apply(algebra, x, parameters.subList(1, parameters.size()));
        if (!algebra.shape(change).equals(algebra.shape(x))) {
            throw new ShapeException(
                    "a branch from shape " + algebra.shape(x) + " to " + algebra.shape(change), "equal shapes");
        }
        return tensors.add(x, tensors.multiply(parameters.get(0), change));
    }
}
