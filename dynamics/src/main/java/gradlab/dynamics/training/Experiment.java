package gradlab.dynamics.training;

import gradlab.analysis.layer.Layer;
import gradlab.analysis.network.Initialisation;
import gradlab.analysis.network.Network;
import gradlab.analysis.random.RandomStream;
import java.util.List;

/**
 * A training configuration. With a seed it determines a run bit for bit.
 *
 * @param name kebab-case, what claims call it
 * @param title one line for people
 * @param data what is learned
 * @param network the outermost layers, the first applied first; named "layer" and their number in what is recorded
 * @param initialisation how the weights of every dense layer are drawn
 * @param loss what is minimised
 * @param optimiser how
 * @param batch points a step
 * @param steps updates
 * @param recording what is kept
 */
public record Experiment(
        String name,
        String title,
        Data data,
        List<LayerSpec> network,
        Initialisation initialisation,
        Loss loss,
        Optimiser optimiser,
        int batch,
        int steps,
        Recording recording) {

    /** Checks every size before anything is allocated for it. */
    public Experiment {
        network = List.copyOf(network);
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || name.length() > 100) {
            throw new IllegalArgumentException("name must be kebab-case of at most 100 characters, was " + name);
        }
        Limits.check("batch", batch, 1, data.train());
        Limits.check("steps", steps, 1, Limits.STEPS);
        Limits.check(
                "the number of layers",
                network.stream().mapToInt(LayerSpec::size).sum(),
                1,
                Limits.LAYERS);
        Limits.check("the number of parameters", LayerSpecs.parameters(network, Digits.PIXELS), 0, Limits.PARAMETERS);
        Limits.check(
                "the number of activations of a batch or the test points",
                LayerSpecs.activations(network, Digits.PIXELS) * Math.max(batch, Digits.SIZE - data.train()),
                1,
                Limits.ACTIVATIONS);
        Limits.check(
                "the number of recorded values, about",
                (steps / recording.every() + 2L) * LayerSpecs.seriesBound(network),
                1,
                Limits.RECORDED);
        Limits.check(
                "the outputs of the network",
                LayerSpecs.outputs(network, Digits.PIXELS),
                Digits.CLASSES,
                Digits.CLASSES);
    }

    /** The network with weights drawn for a seed. */
    public Network initialNetwork(long seed) {
        RandomStream random = RandomStream.of(seed, "initialisation");
        List<Layer> layers = LayerSpecs.build(network, Digits.PIXELS, initialisation, random);
        return Network.of(Digits.PIXELS, layers.toArray(new Layer[0]));
    }

    /** The data of a seed, split and scaled. */
    public DataSet.Split split(long seed) {
        return data.scaling().apply(Digits.load().split(data.train(), RandomStream.of(seed, "split")));
    }

    /**
     * The data: so far always the handwritten {@link Digits}.
     *
     * @param train how many points are learned from; the others test
     * @param scaling how the inputs are scaled
     */
    public record Data(int train, Scaling scaling) {
        /** Checks the number of training points. */
        public Data {
            Limits.check("train", train, 1, Digits.SIZE - 1L);
        }
    }

    /** What is minimised. */
    public enum Loss {
        /** The mean of -ln softmax(output)_label over the batch, in nats. */
        SOFTMAX_CROSS_ENTROPY
    }

    /**
     * What is kept of a run.
     *
     * @param every scalars are recorded at the steps 0, every, 2 every, ..., and at the last step
     * @param jacobian Jacobian norms likewise at multiples of this; 0 for never
     */
    public record Recording(int every, int jacobian) {
        /** Checks both intervals. */
        public Recording {
            Limits.check("every", every, 1, Limits.STEPS);
            Limits.check("jacobian", jacobian, 0, Limits.STEPS);
        }
    }
}
