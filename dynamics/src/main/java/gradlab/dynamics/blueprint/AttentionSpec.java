package gradlab.dynamics.blueprint;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.block.Attention;
import gradlab.analysis.layer.BlockLayer;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Self-attention on a sequence, projected back to its width.
 *
 * @param heads how many heads; the width is divided among them
 * @param causal whether a step sees only itself and those before
 * @param scaled whether products of queries and keys are divided by the root of their length
 * @param bias whether the products have biases; they start at 0
 */
public record AttentionSpec(int heads, boolean causal, boolean scaled, boolean bias) implements LayerSpec {
    private static final List<String> PRODUCTS = List.of("query", "key", "value", "output");

    @Override
    public Shape outputs(Shape inputs) {
        if (inputs.rank() != 2 || inputs.length(1) % heads != 0) {
            throw new ShapeException(
                    "attention of " + heads + " heads on shape " + inputs,
                    "a sequence [steps, width] whose width is a multiple of the heads");
        }
        return inputs;
    }

    @Override
    public boolean weighted() {
        return true;
    }

    @Override
    public long parameters(Shape inputs) {
        long width = inputs.length(1);
        return PRODUCTS.size() * (width * width + (bias ? width : 0));
    }

    @Override
    public long activations(Shape inputs) {
        return 8L * inputs.size() + 4L * heads * inputs.length(0) * inputs.length(0);
    }

    @Override
    public Layer build(Shape inputs, Site site) {
        int width = inputs.length(1);
        int each = width / heads;
        List<double[]> values = new ArrayList<>();
        for (String product : PRODUCTS) {
            values.add(site.matrix(product, width, width));
            if (bias) {
                values.add(site.constant(width, 0));
            }
        }
        Attention block = new Attention(inputs.length(0), width, heads, each, each, scaled, causal, true, bias);
        return site.finished(BlockLayer.of(block, values.toArray(new double[0][])));
    }
}
