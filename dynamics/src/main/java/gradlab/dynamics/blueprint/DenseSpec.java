package gradlab.dynamics.blueprint;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.layer.Dense;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.layer.Regrouped;
import gradlab.analysis.tensor.Shape;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@code W x + b}, on each step of a sequence, followed by an activation if there is one.
 *
 * @param units the length of the output
 * @param bias whether there is a bias; it starts at 0
 * @param activation what follows; then the layer has the parts {@code layer1} (dense) and {@code layer2}
 * @param spectral whether W is divided by its norm
 */
public record DenseSpec(int units, boolean bias, Optional<ActivationSpec> activation, boolean spectral)
        implements LayerSpec {
    /** Checks the number of units. */
    public DenseSpec {
        Limits.check("units", units, 1, Limits.UNITS);
    }

    @Override
    public Shape outputs(Shape inputs) {
        if (inputs.rank() > 2) {
            throw new ShapeException("a dense layer on an image of shape " + inputs, "flatten before it");
        }
        return inputs.with(inputs.rank() - 1, units);
    }

    @Override
    public boolean weighted() {
        return true;
    }

    @Override
    public long parameters(Shape inputs) {
        return (long) units * width(inputs) + (bias ? units : 0);
    }

    private static int width(Shape inputs) {
        return inputs.length(inputs.rank() - 1);
    }

    @Override
    public long activations(Shape inputs) {
        return (activation.isPresent() ? 2L : 1L) * outputs(inputs).size();
    }

    @Override
    public Layer build(Shape inputs, Site site) {
        int width = width(inputs);
        double[] weight = site.matrix("weight", units, width);
        double[] all = Arrays.copyOf(weight, weight.length + (bias ? units : 0));
        if (bias) {
            System.arraycopy(site.constant(units, 0), 0, all, weight.length, units);
        }
        Layer dense = spectral
                ? SpectralWeight.of(site, all, units, parameters -> dense(parameters, width, site), width)
                : dense(all, width, site);
        Layer finished = site.finished(inputs.rank() == 2 ? Regrouped.each(dense, inputs.length(0)) : dense);
        return activation
                .map(a -> Layers.sequential(finished, a.build(outputs(inputs), site)))
                .orElse(finished);
    }

    private Layer dense(double[] parameters, int width, Site site) {
        return Dense.of(units, width, bias, parameters, site.mode().kernels());
    }
}
