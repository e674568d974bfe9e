package gradlab.dynamics.blueprint;

import gradlab.analysis.block.AveragePooling;
import gradlab.analysis.block.Block;
import gradlab.analysis.block.InSequence;
import gradlab.analysis.block.MaxPooling;
import gradlab.analysis.block.Swapped;
import gradlab.analysis.layer.BlockLayer;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.tensor.Shape;

/**
 * Pooling over a sequence or an image, channel by channel.
 *
 * @param window the window
 * @param largest whether the largest comes out, or the mean (in which places beyond the ends count as zeros)
 */
public record PoolSpec(WindowSpec window, boolean largest) implements LayerSpec {
    @Override
    public Shape outputs(Shape inputs) {
        return window.outputs(inputs, window.channels(inputs));
    }

    @Override
    public long parameters(Shape inputs) {
        return 0;
    }

    @Override
    public long activations(Shape inputs) {
        return (long) outputs(inputs).size() * window.patches().places();
    }

    @Override
    public Layer build(Shape inputs, Site site) {
        Shape image = window.image(inputs);
        Block pool =
                largest ? new MaxPooling(image, window.patches()) : new AveragePooling(image, window.patches(), true);
        if (window.axes() == 2) {
            return site.finished(BlockLayer.of(pool));
        }
        Shape outputs = outputs(inputs);
        return site.finished(BlockLayer.of(InSequence.of(
                new Swapped(inputs.length(0), inputs.length(1)),
                pool,
                new Swapped(outputs.length(1), outputs.length(0)))));
    }
}
