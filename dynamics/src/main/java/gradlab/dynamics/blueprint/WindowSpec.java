package gradlab.dynamics.blueprint;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Patches;
import gradlab.analysis.tensor.Shape;
import java.util.Collections;
import java.util.List;

/**
 * A window over a sequence (one spatial axis) or an image (two), the same along each axis.
 *
 * @param axes 1 or 2
 * @param kernel places along each axis
 * @param stride steps
 * @param dilation distance of places
 * @param padding how far it reaches beyond either end
 */
public record WindowSpec(int axes, int kernel, int stride, int dilation, int padding) {
    Patches patches() {
        return new Patches(
                repeated(kernel), repeated(stride), repeated(dilation), repeated(padding), repeated(padding));
    }

    private List<Integer> repeated(int value) {
        return Collections.nCopies(axes, value);
    }

    /** Channels and spatial lengths of an input: a sequence [steps, width] has its width for channels. */
    Shape image(Shape inputs) {
        if (inputs.rank() != axes + 1) {
            throw new ShapeException(
                    "a window over " + axes + " axes on shape " + inputs,
                    axes == 1 ? "a sequence [steps, width]" : "an image [channels, height, width]");
        }
        return axes == 1 ? Shape.of(inputs.length(1), inputs.length(0)) : inputs;
    }

    /** The shape of the output with so many channels, as a sequence again if it was one. */
    Shape outputs(Shape inputs, int channels) {
        Shape image = image(inputs);
        Shape batch = axes == 1
                ? Shape.of(1, image.length(0), image.length(1))
                : Shape.of(1, image.length(0), image.length(1), image.length(2));
        Shape result = patches().result(batch, channels);
        return axes == 1 ? Shape.of(result.length(2), channels) : result.without(0);
    }

    /** Channels of an input. */
    int channels(Shape inputs) {
        return image(inputs).length(0);
    }
}
