package gradlab.dynamics.blueprint;

import gradlab.analysis.layer.Layer;
import gradlab.analysis.tensor.Shape;

/**
 * A layer as an experiment describes it, before its weights are drawn. Vectors have shape [n], sequences [steps, width],
 * images [channels, height, width].
 */
public interface LayerSpec {
    /**
     * The shape of the output for an input of this shape.
     *
     * @throws gradlab.analysis.arithmetic.ShapeException if it takes no input of this shape
     */
    Shape outputs(Shape inputs);

    /** The number of parameters for an input of this shape. */
    long parameters(Shape inputs);

    /** The layer at a site that has its weights. */
    Layer build(Shape inputs, Site site);

    /** The number of simple layers that this one is made of. */
    default int size() {
        return 1;
    }

    /** About how many numbers a pass over one point keeps. */
    default long activations(Shape inputs) {
        return outputs(inputs).size();
    }

    /** Whether it has a matrix of weights that an initialisation draws. */
    default boolean weighted() {
        return false;
    }
}
