package gradlab.dynamics.blueprint;

import gradlab.analysis.block.Dropout;
import gradlab.analysis.block.InSequence;
import gradlab.analysis.layer.BlockLayer;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Regrouped;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Shape;

/**
 * Inverted dropout (srivastava2014): in training each entry of each point is 0 with probability p and divided by 1 - p
 * otherwise; in inference nothing happens.
 *
 * @param probability p, below 1
 */
public record DropoutSpec(double probability) implements LayerSpec {
    @Override
    public Shape outputs(Shape inputs) {
        return inputs;
    }

    @Override
    public long parameters(Shape inputs) {
        return 0;
    }

    @Override
    public Layer build(Shape inputs, Site site) {
        if (site.mode().batch().isEmpty()) {
            return BlockLayer.of(InSequence.of());
        }
        int batch = site.mode().batch().orElseThrow();
        double[] mask = new double[batch * inputs.size()];
        RandomStream random = site.random().split("mask");
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < probability ? 0 : 1;
        }
        Layer dropout = BlockLayer.of(new Dropout(mask.length), mask, new double[] {probability});
        return site.finished(Regrouped.whole(dropout, batch));
    }
}
