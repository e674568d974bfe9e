package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.ShapeException;
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

    /** Most layers that one may consist of, those inside its layers counted. */
    public static final int MOST_PARTS = 10_000;

    /**
     * Copies the layers.
     *
     * @throws ShapeException if they consist of too many
     */
    public SequentialFormula {
        layers = List.copyOf(layers);
        long parts = 0;
        for (LayerFormula<N> layer : layers) {
            parts += layer.parts();
        }
        if (parts > MOST_PARTS) {
            throw new ShapeException(parts + " layers in sequence", "at most " + MOST_PARTS);
        }
    }

    /** One layer k times. */
    public static <N> SequentialFormula<N> repeat(LayerFormula<N> layer, int k) {
        return new SequentialFormula<>(Collections.nCopies(k, layer));
    }

    @Override
    public long parts() {
        return Math.max(1, layers.stream().mapToLong(LayerFormula::parts).sum());
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
