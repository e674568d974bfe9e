package gradlab.analysis.block;

import gradlab.analysis.tensor.Shape;

/**
 * A parameter of a block.
 *
 * @param name such as {@code weight}
 * @param shape its shape
 * @param trained whether training changes it; epsilons, masks, targets and the like are given once and for all
 */
public record Parameter(String name, Shape shape, boolean trained) {
    /** One that training changes. */
    static Parameter trained(String name, int... lengths) {
        return new Parameter(name, Shape.of(lengths), true);
    }

    /** One that is given. */
    static Parameter given(String name, int... lengths) {
        return new Parameter(name, Shape.of(lengths), false);
    }
}
