package gradlab.dynamics.blueprint;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.block.Block;
import gradlab.analysis.block.Convolution;
import gradlab.analysis.block.InSequence;
import gradlab.analysis.block.Swapped;
import gradlab.analysis.layer.BlockLayer;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.tensor.Padding;
import gradlab.analysis.tensor.Shape;
import java.util.Arrays;
import java.util.Optional;

/**
 * A convolution over a sequence or an image, followed by an activation if there is one.
 *
 * @param filters channels of the output
 * @param window the window
 * @param groups into how many groups channels and filters are cut
 * @param padding what the window sees beyond the ends
 * @param bias whether there is a bias; it starts at 0
 * @param activation what follows
 * @param spectral whether the weights, filters by all else, are divided by the norm of that matrix
 */
public record ConvolutionSpec(
        int filters,
        WindowSpec window,
        int groups,
        Padding padding,
        boolean bias,
        Optional<ActivationSpec> activation,
        boolean spectral)
        implements LayerSpec {
    @Override
    public Shape outputs(Shape inputs) {
        if (window.channels(inputs) % groups != 0 || filters % groups != 0) {
            throw new ShapeException(
                    filters + " filters on " + window.channels(inputs) + " channels in " + groups + " groups",
                    "channels and filters that are multiples of the groups");
        }
        return window.outputs(inputs, filters);
    }

    @Override
    public boolean weighted() {
        return true;
    }

    private int columns(Shape inputs) {
        return window.channels(inputs) / groups * window.patches().places();
    }

    @Override
    public long parameters(Shape inputs) {
        return (long) filters * columns(inputs) + (bias ? filters : 0);
    }

    @Override
    public long activations(Shape inputs) {
        return (long) outputs(inputs).size()
                        / filters
                        * window.channels(inputs)
                        * window.patches().places()
                + 2L * outputs(inputs).size();
    }

    @Override
    public Layer build(Shape inputs, Site site) {
        int columns = columns(inputs);
        double[] weight = site.matrix("weight", filters, columns);
        double[] all = Arrays.copyOf(weight, weight.length + (bias ? filters : 0));
        if (bias) {
            System.arraycopy(site.constant(filters, 0), 0, all, weight.length, filters);
        }
        Layer layer = site.finished(
                spectral
                        ? SpectralWeight.of(site, all, filters, p -> layer(inputs, p, weight.length), columns)
                        : layer(inputs, all, weight.length));
        return activation
                .map(a -> Layers.sequential(layer, a.build(outputs(inputs), site)))
                .orElse(layer);
    }

    private Layer layer(Shape inputs, double[] parameters, int weights) {
        double[] weight = Arrays.copyOf(parameters, weights);
        Block block = block(inputs);
        return bias
                ? BlockLayer.of(block, weight, Arrays.copyOfRange(parameters, weights, parameters.length))
                : BlockLayer.of(block, weight);
    }

    private Block block(Shape inputs) {
        Block convolution = new Convolution(window.image(inputs), filters, groups, window.patches(), padding, bias);
        if (window.axes() == 2) {
            return convolution;
        }
        return InSequence.of(
                new Swapped(inputs.length(0), inputs.length(1)),
                convolution,
                new Swapped(filters, outputs(inputs).length(0)));
    }
}
