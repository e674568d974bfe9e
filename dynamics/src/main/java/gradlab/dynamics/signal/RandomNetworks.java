package gradlab.dynamics.signal;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.dynamics.signal.Architecture.Normalisation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What mean-field theory speaks of, measured in real random networks of finite width: variance and correlation of the
 * pre-activations of inputs that are drawn with a given correlation, and the squared gradient that a random Gaussian gradient at the
 * last layer sends back, for one input, or for all where they mix. Every network has its own stream of the seed, so results do not depend on the number of threads. Cost:
 * about 30 ns a weight and pass; memory 8 bytes a weight of each network at work.
 */
public final class RandomNetworks {
    /** Weights of one network. */
    public static final long MOST_WEIGHTS = 1L << 26;

    private static final double MOST_WORK = 4e11;

    private final Nonlinearity phi;
    private final Variances variances;
    private final Architecture architecture;
    private final WeightLaw law;
    private final int width;
    private final int layers;
    private final int networks;
    private final int batch;
    private final double correlation;
    private final long seed;
    private final DenseBackend backend;

    private RandomNetworks(
            Nonlinearity phi,
            Variances variances,
            Architecture architecture,
            WeightLaw law,
            int[] sizes,
            double correlation,
            long seed,
            DenseBackend backend) {
        this.phi = phi;
        this.variances = variances;
        this.architecture = architecture;
        this.law = law;
        this.width = checked("width", sizes[0], 2);
        this.layers = checked("layers", sizes[1], 1);
        this.networks = checked("networks", sizes[2], 2);
        this.batch = checked("batch", sizes[3], architecture.normalisation() == Normalisation.BATCH ? 3 : 2);
        this.correlation = correlation;
        this.seed = seed;
        this.backend = backend;
        if (!(correlation >= 0 && correlation <= 1)) {
            throw new IllegalArgumentException("correlation must be between 0 and 1, was " + correlation);
        }
        double weights = (double) width * width * layers;
        if (weights > MOST_WEIGHTS || weights * networks * (batch + 4) > MOST_WORK) {
            throw new IllegalArgumentException("width² times layers must be at most " + MOST_WEIGHTS
                    + ", and that times networks and batch at most 4e11, were " + width + ", " + layers + ", "
                    + networks
                    + " and " + batch);
        }
    }

    /** Plain Gaussian networks of width 256, 30 layers, 20 networks, two inputs of correlation 1/2, seed 0. */
    public static RandomNetworks of(Nonlinearity phi, Variances variances) {
        int[] sizes = {256, 30, 20, 2};
        DenseBackend backend = DenseBackend.fixedOrder();
        return new RandomNetworks(phi, variances, Architecture.plain(), WeightLaw.GAUSSIAN, sizes, 0.5, 0, backend);
    }

    private static int checked(String name, int value, int least) {
        if (value < least || value > 1 << 20) {
            throw new IllegalArgumentException(name + " must be between " + least + " and 1048576, was " + value);
        }
        return value;
    }

    /** Of this architecture and weights, with a batch of so many inputs. */
    public RandomNetworks with(Architecture other, WeightLaw otherLaw, int otherBatch) {
        int[] sizes = {width, layers, networks, otherBatch};
        return new RandomNetworks(phi, variances, other, otherLaw, sizes, correlation, seed, backend);
    }

    /** Of this width, so many layers behind the first pre-activations, so many networks. */
    public RandomNetworks withSizes(int newWidth, int newLayers, int newNetworks) {
        int[] sizes = {newWidth, newLayers, newNetworks, batch};
        return new RandomNetworks(phi, variances, architecture, law, sizes, correlation, seed, backend);
    }

    /** With inputs of this correlation, not negative. */
    public RandomNetworks withCorrelation(double other) {
        int[] sizes = {width, layers, networks, batch};
        return new RandomNetworks(phi, variances, architecture, law, sizes, other, seed, backend);
    }

    /** Drawn from this seed, orthogonal matrices with these kernels. */
    public RandomNetworks withSeed(long newSeed, DenseBackend kernels) {
        int[] sizes = {width, layers, networks, batch};
        return new RandomNetworks(phi, variances, architecture, law, sizes, correlation, newSeed, kernels);
    }

    /** Measures all networks; can be interrupted. */
    public Measured run() {
        List<Trace> traces = new ArrayList<>(
                IntStream.range(0, networks).parallel().mapToObj(this::trace).toList());
        return new Measured(
                networks,
                statistics(traces, layers + 1, t -> t.variance),
                statistics(traces, layers + 1, t -> t.correlation),
                statistics(traces, layers + 1, t -> t.gradient),
                statistics(traces, layers + 1, t -> logarithms(t.gradient)));
    }

    private static double[] logarithms(double[] values) {
        double[] logarithms = values.clone();
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = StrictMath.log(logarithms[i]);
        }
        return logarithms;
    }

    /** What one network showed, by layer. */
    private static final class Trace {
        private final double[] variance;
        private final double[] correlation;
        private final double[] gradient;

        Trace(int length) {
            variance = new double[length];
            correlation = new double[length];
            gradient = new double[length];
        }
    }

    private Trace trace(int network) {
        RandomStream random = RandomStream.of(seed, "signal").split(network);
        double[] x = RandomLayer.draw(phi, architecture, variances, WeightLaw.GAUSSIAN, width, random.split(0), backend)
                .affine(inputs(random.split("inputs")), batch);
        Trace trace = new Trace(layers + 1);
        List<RandomLayer> drawn = new ArrayList<>();
        record(trace, 0, x);
        for (int l = 0; l < layers; l++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            RandomLayer layer =
                    RandomLayer.draw(phi, architecture, variances, law, width, random.split(l + 1L), backend);
            x = layer.forward(x, batch);
            drawn.add(layer);
            record(trace, l + 1, x);
        }
        double[] gradient = gradient(random.split("gradient"));
        double last = squares(gradient);
        trace.gradient[layers] = 1;
        for (int l = layers - 1; l >= 0; l--) {
            gradient = drawn.get(l).backward(gradient, batch);
            trace.gradient[l] = squares(gradient) / last;
        }
        return trace;
    }

    /** At the first input alone, unless the inputs mix: sums over inputs would hide how single gradients scatter. */
    private double[] gradient(RandomStream random) {
        double[] gradient = new double[batch * width];
        double[] drawn =
                random.gaussians(architecture.normalisation() == Normalisation.BATCH ? gradient.length : width);
        System.arraycopy(drawn, 0, gradient, 0, drawn.length);
        return gradient;
    }

    /** Rows of entries of the given mean square whose expected correlation is as asked for. */
    private double[] inputs(RandomStream random) {
        double[] common = random.gaussians(width);
        double[] x = random.gaussians(Math.multiplyExact(batch, width));
        double size = Math.sqrt(variances.input());
        for (int i = 0; i < x.length; i++) {
            x[i] = size * (Math.sqrt(correlation) * common[i % width] + Math.sqrt(1 - correlation) * x[i]);
        }
        return x;
    }

    /** Mean square, and mean product of different inputs over it: |sum x|² = sum |x|² + the products. */
    private void record(Trace trace, int layer, double[] x) {
        double[] sum = new double[width];
        for (int i = 0; i < x.length; i++) {
            sum[i % width] += x[i];
        }
        double square = squares(x);
        trace.variance[layer] = square / x.length;
        trace.correlation[layer] = (squares(sum) - square) / (batch - 1) / square;
    }

    private static double squares(double[] x) {
        double sum = 0;
        for (double entry : x) {
            sum += entry * entry;
        }
        return sum;
    }

    private static Statistics statistics(
            List<Trace> traces, int length, java.util.function.Function<Trace, double[]> of) {
        double[] means = new double[length];
        double[] errors = new double[length];
        for (int l = 0; l < length; l++) {
            int place = l;
            ToDoubleFunction<Trace> value = t -> of.apply(t)[place];
            double mean = traces.stream().mapToDouble(value).sum() / traces.size();
            double squares = traces.stream()
                    .mapToDouble(t -> (value.applyAsDouble(t) - mean) * (value.applyAsDouble(t) - mean))
                    .sum();
            means[l] = mean;
            errors[l] = Math.sqrt(squares / (traces.size() - 1) / traces.size());
        }
        return new Statistics(Vector.of(means), Vector.of(errors));
    }

    /**
     * Means over networks.
     *
     * @param means by layer
     * @param errors the standard errors of these means
     */
    public record Statistics(Vector means, Vector errors) {}

    /**
     * What was measured, by layer from the first pre-activations.
     *
     * @param networks how many
     * @param variance mean square of the pre-activations
     * @param correlation mean product of those of different inputs over the mean square
     * @param gradient squared gradient over that at the last layer
     * @param logGradient its natural logarithm, which tells the typical network
     */
    public record Measured(
            int networks, Statistics variance, Statistics correlation, Statistics gradient, Statistics logGradient) {}
}
