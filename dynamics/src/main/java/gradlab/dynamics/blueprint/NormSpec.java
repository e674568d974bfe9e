package gradlab.dynamics.blueprint;

import gradlab.analysis.block.RmsNormalisation;
import gradlab.analysis.layer.BlockLayer;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.layer.Regrouped;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.tensor.Shape;

/**
 * Normalisation of a vector, of each step of a sequence, or of a whole image.
 *
 * @param kind of what
 * @param eps what is added under the root
 * @param affine whether it has a trained gain (from 1) and, of a layer normalisation, a bias (from 0)
 */
public record NormSpec(Kind kind, double eps, boolean affine) implements LayerSpec {
    /** Checks eps. */
    public NormSpec {
        if (!(eps > 0 && eps < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("eps must be positive and finite, was " + eps);
        }
    }

    /** What is normalised. */
    public enum Kind {
        /** Mean and variance. */
        LAYER,
        /** The root of the mean square. */
        RMS
    }

    @Override
    public Shape outputs(Shape inputs) {
        return inputs;
    }

    private static int width(Shape inputs) {
        return inputs.rank() == 2 ? inputs.length(1) : inputs.size();
    }

    @Override
    public long parameters(Shape inputs) {
        return affine ? (kind == Kind.LAYER ? 2L : 1L) * width(inputs) : 0;
    }

    @Override
    public Layer build(Shape inputs, Site site) {
        int width = width(inputs);
        Layer layer = kind == Kind.LAYER ? layerNorm(width, site) : rmsNorm(width, site);
        return site.finished(inputs.rank() == 2 ? Regrouped.each(layer, inputs.length(0)) : layer);
    }

    private Layer layerNorm(int width, Site site) {
        if (!affine) {
            return Layers.layerNorm(eps);
        }
        Vector gamma = Vector.of(site.constant(width, 1));
        return Layers.layerNorm(eps, gamma, Vector.of(site.constant(width, 0)));
    }

    private Layer rmsNorm(int width, Site site) {
        double[] epsilon = {eps};
        RmsNormalisation block = new RmsNormalisation(1, width, affine);
        return affine ? BlockLayer.of(block, epsilon, site.constant(width, 1)) : BlockLayer.of(block, epsilon);
    }
}
