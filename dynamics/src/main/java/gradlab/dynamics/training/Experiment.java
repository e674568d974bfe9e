package gradlab.dynamics.training;

import gradlab.analysis.network.Network;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Shape;
import gradlab.dynamics.blueprint.LayerSpec;
import gradlab.dynamics.blueprint.LayerSpecs;
import gradlab.dynamics.blueprint.Limits;
import gradlab.dynamics.blueprint.Mode;
import gradlab.dynamics.blueprint.Start;
import gradlab.dynamics.data.DataSet;
import gradlab.dynamics.data.DataSource;
import java.util.List;
import java.util.Optional;

/**
 * A training configuration. With a seed it determines a run bit for bit.
 *
 * @param name kebab-case, what claims call it
 * @param title one line for people
 * @param seed the seed where nobody gives another
 * @param data what is learned
 * @param curriculum how sequences grow, if they do
 * @param network the outermost layers, the first applied first; named "layer" and their number in what is recorded
 * @param initialisation how the weights are drawn
 * @param loss what is minimised
 * @param updates how
 * @param precision in what format
 * @param batch points a step
 * @param steps updates
 * @param recording what is kept
 * @param closedLoop how the trained network is run free, if it is
 * @param checkpoint after how many steps a run that writes to disk saves its state
 * @param nativeKernels whether products may be left to the machine's own kernels, which give other bits elsewhere
 */
public record Experiment(
        String name,
        String title,
        long seed,
        DataSource data,
        Optional<Curriculum> curriculum,
        List<LayerSpec> network,
        Start initialisation,
        Loss loss,
        Updates updates,
        Precision precision,
        int batch,
        int steps,
        Recording recording,
        Optional<ClosedLoopPlan> closedLoop,
        int checkpoint,
        boolean nativeKernels) {
    private static final int TEST_BATCH = 1000;

    /** Checks every size before anything is allocated for it. */
    public Experiment {
        network = List.copyOf(network);
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || name.length() > 100) {
            throw new IllegalArgumentException("name must be kebab-case of at most 100 characters, was " + name);
        }
        Limits.check("batch", batch, 1, data.train());
        Limits.check("steps", steps, 1, Limits.STEPS);
        Limits.check("checkpoint", checkpoint, 1, Limits.STEPS);
        Limits.check(
                "the number of layers",
                network.stream().mapToInt(LayerSpec::size).sum(),
                1,
                Limits.LAYERS);
        Limits.check("the number of parameters", LayerSpecs.parameters(network, data.shape()), 0, Limits.PARAMETERS);
        Limits.check(
                "the number of activations of a batch or the test points",
                LayerSpecs.activations(network, data.shape()) * Math.max(batch, testBatch(data)),
                1,
                Limits.ACTIVATIONS);
        Limits.check(
                "the number of recorded values, about",
                (steps / recording.every() + 2L) * LayerSpecs.seriesBound(network),
                1,
                Limits.RECORDED);
        Limits.check(
                "the outputs of the network",
                LayerSpecs.outputs(network, data.shape()).size(),
                data.outputs(),
                data.outputs());
    }

    private static int testBatch(DataSource data) {
        return Math.min(data.test(), TEST_BATCH);
    }

    /** How many test points go through the network at once. */
    int testBatch() {
        return testBatch(data);
    }

    /** The network with weights drawn for a seed. */
    public Network initialNetwork(long seed) {
        RandomStream random = RandomStream.of(seed, "initialisation");
        return LayerSpecs.drawn(network, data.shape(), initialisation, random);
    }

    /** The network with these parameters, for points of this shape. */
    public Network network(Shape shape, double[] parameters, Mode mode) {
        return LayerSpecs.held(network, shape, initialisation, mode, parameters);
    }

    /** The data of a seed, split and scaled. */
    public DataSet.Split split(long seed) {
        return data.split(seed);
    }
}
