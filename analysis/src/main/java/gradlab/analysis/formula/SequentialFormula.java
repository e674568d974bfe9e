package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import java.util.Collections;
import java.util.List;

/**
 * Layers one after the other, the first of the list first; its Jacobian is the product of theirs, last times ... times
 * first. An empty list is the identity.
 *
 * @param layers the layers
 * @param <N> the numbers
 */
public record SequentialFormula<N>(List<LayerFormula<N>> layers) implements LayerFormula<N> {

    /** Copies the layers. */
    public SequentialFormula {
        layers = List.copyOf(layers);
    }

    /** One layer k times. */
    public static <N> SequentialFormula<N> repeat(LayerFormula<N> layer, int k) {
        return new SequentialFormula<>(Collections.nCopies(k, layer));
    }

    @Override
    public List<N> value(Arithmetic<N> numbers, List<N> x) {
        List<N> value = x;
        for (LayerFormula<N> layer : layers) {
            value = layer.value(numbers, value);
        }
        return value;
    }

    @Override
    public Jet<N> push(Arithmetic<N> numbers, Jet<N> x) {
        Jet<N> jet = x;
        for (LayerFormula<N> layer : layers) {
            jet = layer.push(numbers, jet);
        }
        return jet;
    }
}
