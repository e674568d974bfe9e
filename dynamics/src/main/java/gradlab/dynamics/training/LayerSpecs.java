package gradlab.dynamics.training;

import gradlab.analysis.layer.Layer;
import gradlab.analysis.network.Initialisation;
import gradlab.analysis.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Chains of layer descriptions. */
final class LayerSpecs {
    private LayerSpecs() {}

    static int outputs(List<LayerSpec> chain, int inputs) {
        int length = inputs;
        for (LayerSpec spec : chain) {
            length = spec.outputs(length);
        }
        return length;
    }

    static long parameters(List<LayerSpec> chain, int inputs) {
        long sum = 0;
        int length = inputs;
        for (LayerSpec spec : chain) {
            sum += spec.parameters(length);
            length = spec.outputs(length);
        }
        return sum;
    }

    static long activations(List<LayerSpec> chain, int inputs) {
        long sum = 0;
        int length = inputs;
        for (LayerSpec spec : chain) {
            sum += spec.activations(length);
            length = spec.outputs(length);
        }
        return sum;
    }

    /** More than the number of series that a run records of these layers. */
    static long seriesBound(List<LayerSpec> chain) {
        return 20 + 20L * chain.stream().mapToLong(LayerSpec::size).sum();
    }

    /** Builds the layers; number i, from 1, draws from part i of the stream. */
    static List<Layer> build(List<LayerSpec> chain, int inputs, Initialisation initialisation, RandomStream random) {
        List<Layer> layers = new ArrayList<>(chain.size());
        int length = inputs;
        for (LayerSpec spec : chain) {
            layers.add(spec.build(length, initialisation, random.split(layers.size() + 1)));
            length = spec.outputs(length);
        }
        return layers;
    }
}
