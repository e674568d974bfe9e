package gradlab.analysis.survey;

import gradlab.analysis.bound.LipschitzBound;
import gradlab.analysis.bound.LipschitzGap;
import java.util.List;

/**
 * How much a plain network of dense layers can stretch, over all inputs, and what of that it does not do at the point.
 *
 * @param bound proved upper bounds of its Lipschitz constant
 * @param gap what the product of the layers' bounds loses at the point, layer by layer
 * @param layers the name of each layer
 */
public record Lipschitz(LipschitzBound bound, LipschitzGap gap, List<String> layers) {
    /** Copies the list. */
    public Lipschitz {
        layers = List.copyOf(layers);
    }
}
