package gradlab.analysis.layer;

import gradlab.analysis.tensor.Shape;

/**
 * One tensor among the parameters of a layer.
 *
 * @param name such as {@code weight} or {@code bias}; within parts, a path
 * @param shape its lengths
 */
public record ParameterBlock(String name, Shape shape) {
    /** A matrix or a vector. */
    static ParameterBlock of(String name, int... lengths) {
        return new ParameterBlock(name, Shape.of(lengths));
    }

    /** The same inside a part of this name. */
    ParameterBlock within(String part) {
        return new ParameterBlock(part + "/" + name, shape);
    }

    /** The number of entries. */
    public int size() {
        return shape.size();
    }
}
