package gradlab.dynamics.blueprint;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.block.Embedding;
import gradlab.analysis.layer.BlockLayer;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.tensor.Shape;

/**
 * A row of a table for each whole number of a sequence [steps, 1]; the table starts at N(0, 1).
 *
 * @param vocabulary how many rows
 * @param width length of a row
 */
public record EmbeddingSpec(int vocabulary, int width) implements LayerSpec {
    @Override
    public Shape outputs(Shape inputs) {
        if (inputs.rank() != 2 || inputs.length(1) != 1) {
            throw new ShapeException(
                    "an embedding on shape " + inputs, "a sequence [steps, 1] of whole numbers below " + vocabulary);
        }
        return Shape.of(inputs.length(0), width);
    }

    @Override
    public long parameters(Shape inputs) {
        return (long) vocabulary * width;
    }

    @Override
    public Layer build(Shape inputs, Site site) {
        return site.finished(
                BlockLayer.of(new Embedding(vocabulary, width), site.gaussians("table", vocabulary * width)));
    }
}
