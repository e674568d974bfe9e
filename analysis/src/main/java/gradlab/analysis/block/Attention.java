package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Dot-product self-attention of tokens x_1, ..., x_n (vaswani2017). In each head q_i = Wq x_i, k_j = Wk x_j, v_j = Wv x_j
 * (plus biases), and token i becomes sum_j p_ij v_j with p_i = softmax over j of q_i'k_j s, s = 1/sqrt(length of q) if
 * scaled, else 1; j runs to i only if causal. The heads' results stand one after another, or are projected by Wo. Parameters:
 * query and key [heads * keys, width], value [heads * values, width], if biased their biases, and if projected output
 * [width, heads * values], if biased its bias.
 *
 * @param tokens n
 * @param width length of a token
 * @param heads number of heads
 * @param keys length of a query and of a key in a head
 * @param values length of a value in a head
 * @param scaled whether products are divided by sqrt(keys)
 * @param causal whether a token sees only itself and those before it
 * @param projected whether there is an output projection
 * @param biased whether each product has a bias
 */
public record Attention(
        int tokens,
        int width,
        int heads,
        int keys,
        int values,
        boolean scaled,
        boolean causal,
        boolean projected,
        boolean biased)
        implements Block {
    /** One scaled head without projection and bias. */
    public static Attention single(int tokens, int width, int keys, int values) {
        return new Attention(tokens, width, 1, keys, values, true, false, false, false);
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        add(all, "query", heads * keys, width);
        add(all, "key", heads * keys, width);
        add(all, "value", heads * values, width);
        if (projected) {
            add(all, "output", width, heads * values);
        }
        return all;
    }

    private void add(List<Parameter> all, String name, int rows, int columns) {
        all.add(Parameter.trained(name, rows, columns));
        if (biased) {
            all.add(Parameter.trained(name + "-bias", rows));
        }
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        T each = Rows.as(algebra, x, tokens, width);
        T logits = logits(tensors, each, parameters);
        T value = heads(tensors, product(tensors, each, parameters, 2), values);
        T mixed = algebra.matMul(causal ? causal(tensors, logits) : algebra.softmax(logits, 3), value);
        T joined = tensors.reshape(
                tensors.transpose(mixed, 0, 2, 1, 3), algebra.shape(x).length(0), tokens, heads * values);
        return Rows.flat(algebra, projected ? product(tensors, joined, parameters, 3) : joined);
    }

    /** q_i'k_j s of tokens [batch, tokens, width]: [batch, heads, tokens, tokens]. */
    <T> T logits(Tensors<T> tensors, T each, List<T> parameters) {
        T query = heads(tensors, product(tensors, each, parameters, 0), keys);
        T key = heads(tensors, product(tensors, each, parameters, 1), keys);
        T scores = tensors.algebra().timesTransposed(query, key);
        return scaled ? tensors.divide(scores, tensors.sqrt(tensors.number(keys))) : scores;
    }

    private <T> T product(Tensors<T> tensors, T x, List<T> parameters, int number) {
        return biased
                ? tensors.affine(x, parameters.get(2 * number), parameters.get(2 * number + 1))
                : tensors.linear(x, parameters.get(number));
    }

    /** [batch, tokens, heads * length] as [batch, heads, tokens, length]. */
    private <T> T heads(Tensors<T> tensors, T a, int length) {
        int batch = tensors.algebra().shape(a).length(0);
        return tensors.transpose(tensors.reshape(a, batch, tokens, heads, length), 0, 2, 1, 3);
    }

    /** Each row i a softmax over its first i + 1 entries, then zeros. */
    private <T> T causal(Tensors<T> tensors, T scores) {
        List<T> rows = IntStream.range(0, tokens)
                .mapToObj(i -> {
                    T seen = tensors.slice(tensors.slice(scores, 2, i, i + 1), 3, 0, i + 1);
                    return tensors.pad(tensors.algebra().softmax(seen, 3), 3, 0, tokens - 1 - i);
                })
                .toList();
        return tensors.concatenate(rows, 2);
    }
}
