package gradlab.dynamics.blueprint;

import gradlab.analysis.layer.Layer;
import gradlab.analysis.network.Network;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Chains of layer descriptions. */
public final class LayerSpecs {
    private LayerSpecs() {}

    /** The shape that comes out of a chain. */
    public static Shape outputs(List<LayerSpec> chain, Shape inputs) {
        Shape shape = inputs;
        for (LayerSpec spec : chain) {
            shape = spec.outputs(shape);
        }
        return shape;
    }

    /** The number of parameters. */
    public static long parameters(List<LayerSpec> chain, Shape inputs) {
        long sum = 0;
        Shape shape = inputs;
        for (LayerSpec spec : chain) {
            sum += spec.parameters(shape);
            shape = spec.outputs(shape);
        }
        return sum;
    }

    /** About how many numbers a pass over one point keeps. */
    public static long activations(List<LayerSpec> chain, Shape inputs) {
        long sum = 0;
        Shape shape = inputs;
        for (LayerSpec spec : chain) {
            sum += spec.activations(shape);
            shape = spec.outputs(shape);
        }
        return sum;
    }

    /** More than the number of series that a run records of these layers. */
    public static long seriesBound(List<LayerSpec> chain) {
        return 20 + 20L * chain.stream().mapToLong(LayerSpec::size).sum();
    }

    /** The network with weights drawn from a stream; layer number i, from 1, draws from part i. */
    public static Network drawn(List<LayerSpec> chain, Shape inputs, Start start, RandomStream random) {
        return network(chain, inputs, Site.drawing(start, random, residuals(chain)));
    }

    /** The network with these parameters, in a mode. */
    public static Network held(List<LayerSpec> chain, Shape inputs, Start start, Mode mode, double[] parameters) {
        return network(chain, inputs, Site.holding(start, mode, parameters));
    }

    private static Network network(List<LayerSpec> chain, Shape inputs, Site site) {
        List<Layer> layers = new ArrayList<>(chain.size());
        Shape shape = inputs;
        for (int i = 0; i < chain.size(); i++) {
            layers.add(chain.get(i).build(shape, site.numbered(i + 1).scaled(factor(chain, i, site))));
            shape = chain.get(i).outputs(shape);
        }
        return Network.of(inputs.size(), layers.toArray(new Layer[0]));
    }

    /** Fixup starts the last layer with weights at 0. */
    private static double factor(List<LayerSpec> chain, int i, Site site) {
        boolean last = chain.get(i).weighted()
                && !(chain.get(i) instanceof ResidualSpec)
                && chain.subList(i + 1, chain.size()).stream().noneMatch(LayerSpec::weighted);
        return last && site.start().residual() == Start.ResidualScaling.FIXUP && site.residuals() > 0 ? 0 : 1;
    }

    private static int residuals(List<LayerSpec> chain) {
        int count = 0;
        for (LayerSpec spec : chain) {
            count += spec instanceof ResidualSpec residual ? 1 + residuals(residual.branch()) : 0;
        }
        return count;
    }
}
