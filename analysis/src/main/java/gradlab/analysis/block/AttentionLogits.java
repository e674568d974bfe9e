package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * What the softmax of an {@link Attention} is taken of: q_i'k_j s for each head, i and j, in this order, those that a causal
 * one leaves out included. Parameters: those of queries and keys.
 *
 * @param attention the attention
 */
public record AttentionLogits(Attention attention) implements Block {
    @Override
    public List<Parameter> parameters() {
        return attention.parameters().subList(0, attention.biased() ? 4 : 2);
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        T each = Rows.as(algebra, x, attention.tokens(), attention.width());
        return Rows.flat(algebra, attention.logits(new Tensors<>(algebra), each, parameters));
    }
}
