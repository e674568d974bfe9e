package gradlab.dynamics.lyapunov;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.survey.LayerChain;
import gradlab.analysis.survey.LayerChain.Link;
import gradlab.dynamics.system.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Exponents of a feed-forward network, seen as a map whose step is the next layer: with J_l the Jacobian of layer l at what one
 * input makes of it, lambda_j = (1/L) ln sigma_j(J_L ... J_1), the finite-time exponents of L steps (pennington2017 has the
 * distribution of the sigma_j of random networks).
 *
 * <p>A network ends. So these are no estimates of a limit: at one input they are exact but for rounding, which is what the
 * half-widths then bound. Over several inputs they are means, with Student's intervals of 95 % for inputs drawn like these. There are as
 * many as the narrower end of the network has numbers; what a narrow layer or units that are switched off let through of no
 * direction is minus infinity.
 */
public final class DepthExponents {
    private static final int CURVE = 8;
    private static final int FEWEST_FOR_CURVE = 4;

    private final OptionalInt exponents;
    private final OptionalDouble accuracy;
    private final OptionalInt layers;
    private final int before;
    private final boolean running;
    private final Progress progress;

    private DepthExponents(
            OptionalInt exponents,
            OptionalDouble accuracy,
            OptionalInt layers,
            int before,
            boolean running,
            Progress progress) {
        this.exponents = exponents;
        this.accuracy = accuracy;
        this.layers = layers;
        this.before = before;
        this.running = running;
        this.progress = progress;
    }

    /** Hears how many inputs are done, on the thread of the run. */
    @FunctionalInterface
    public interface Progress {
        /** So many of so many. */
        void done(long inputs, long all);
    }

    /** All exponents of all layers. */
    public static DepthExponents withDefaults() {
        return new DepthExponents(
                OptionalInt.empty(), OptionalDouble.empty(), OptionalInt.empty(), 0, false, (done, all) -> {});
    }

    /** Only the k largest. */
    public DepthExponents withExponents(int k) {
        return new DepthExponents(
                OptionalInt.of(atLeast("exponents", k, 1)), accuracy, layers, before, running, progress);
    }

    /** Counts as converged only if every half-width is at most this. */
    public DepthExponents withAccuracy(double halfWidth) {
        if (!(halfWidth > 0) || Double.isInfinite(halfWidth)) {
            throw new IllegalArgumentException("accuracy must be positive, was " + halfWidth);
        }
        return new DepthExponents(exponents, OptionalDouble.of(halfWidth), layers, before, running, progress);
    }

    /** Only so many layers. */
    public DepthExponents withLayers(int count) {
        return new DepthExponents(
                exponents, accuracy, OptionalInt.of(atLeast("steps", count, 1)), before, running, progress);
    }

    /** Leaves out so many layers first. */
    public DepthExponents withTransient(int count) {
        return new DepthExponents(exponents, accuracy, layers, atLeast("transient", count, 0), running, progress);
    }

    /** Whether to compute the exponents of fewer layers too, for a figure; of several inputs at the first. */
    public DepthExponents withRunning(boolean wanted) {
        return new DepthExponents(exponents, accuracy, layers, before, wanted, progress);
    }

    /** Tells a listener after each input. */
    public DepthExponents withProgress(Progress listener) {
        return new DepthExponents(exponents, accuracy, layers, before, running, listener);
    }

    private static int atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }
        return value;
    }

    /**
     * The exponents of a network.
     *
     * @param name what it is called
     * @param inputs the network at each input, at least one
     * @throws SourceException if it has fewer layers or exponents than were asked for, or is too large
     * @throws CancellationException if the thread is interrupted; its interrupt status stays set
     */
    public LyapunovResult of(String name, List<? extends Supplier<LayerChain>> inputs) {
        List<DepthProduct> products = new ArrayList<>();
        List<Link> first = List.of();
        boolean differentiable = true;
        for (Supplier<LayerChain> input : inputs) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("exponents of " + name + " were interrupted");
            }
            LayerChain chain = input.get();
            List<Link> links = chosen(name, chain.links());
            first = products.isEmpty() ? links : first;
            differentiable &= chain.differentiable();
            products.add(DepthProduct.of(name, links, exponents));
            progress.done(products.size(), inputs.size());
        }
        return result(name, products, new DepthChecks(first, products, differentiable));
    }

    private LyapunovResult result(String name, List<DepthProduct> products, DepthChecks checks) {
        List<Link> links = checks.links();
        int count = count(name, products);
        List<Exponent> found = IntStream.range(0, count)
                .mapToObj(j -> exponent(products, j, links.size()))
                .toList();
        boolean accurate = products.stream().allMatch(DepthProduct::converged)
                && found.stream()
                        .allMatch(e -> e.halfWidth()
                                <= accuracy.orElse(
                                        products.size() > 1
                                                ? Double.POSITIVE_INFINITY
                                                : LyapunovSpectrum.DEFAULT_ACCURACY));
        return new LyapunovResult(
                name,
                links.get(0).inputs(),
                Clock.STEP,
                1,
                before,
                links.size(),
                found,
                accuracy.orElse(Double.POSITIVE_INFINITY),
                accurate,
                checks.all(),
                running && links.size() >= FEWEST_FOR_CURVE ? running(name, links, count) : List.of(),
                Optional.of("a network of " + links.size() + (links.size() == 1 ? " layer" : " layers")
                        + " ends: there is no long run and no attractor"));
    }

    private List<Link> chosen(String name, List<Link> links) {
        int from = before;
        int to = layers.isPresent() ? Math.addExact(from, layers.getAsInt()) : links.size();
        if (from >= links.size() || to > links.size()) {
            throw SourceException.in(
                    name,
                    (from > 0 ? "--transient " + from + (layers.isPresent() ? " and " : "") : "")
                            + (layers.isPresent() ? "--steps " + layers.getAsInt() : ""),
                    "steps within its " + links.size() + (links.size() == 1 ? " layer" : " layers"));
        }
        return links.subList(from, to);
    }

    private int count(String name, List<DepthProduct> products) {
        int all = products.get(0).logarithms().size();
        for (DepthProduct product : products) {
            if (product.logarithms().size() != all) {
                throw SourceException.in(name, "layers whose sizes change with the input", "inputs of one size");
            }
        }
        if (exponents.isPresent() && exponents.getAsInt() > all) {
            throw SourceException.in(
                    name,
                    "--exponents " + exponents.getAsInt(),
                    "at most " + all + ", the numbers at the narrower end of the layers");
        }
        return exponents.orElse(all);
    }

    private static Exponent exponent(List<DepthProduct> products, int j, int depth) {
        double[] values = products.stream()
                .mapToDouble(product -> product.logarithms().get(j) / depth)
                .toArray();
        double rounding =
                products.stream().mapToDouble(p -> p.errors().get(j)).max().orElse(0) / depth;
        return Means.of(values, rounding);
    }

    private static List<RunningEstimate> running(String name, List<Link> links, int count) {
        List<RunningEstimate> estimates = new ArrayList<>();
        int done = 0;
        for (int i = 1; i <= CURVE; i++) {
            int depth = links.size() * i / CURVE;
            if (depth > done) {
                done = depth;
                DepthProduct product = DepthProduct.of(name, links.subList(0, depth), OptionalInt.of(count));
                int known = product.logarithms().size();
                estimates.add(new RunningEstimate(
                        depth,
                        IntStream.range(0, count)
                                .mapToObj(
                                        j -> j < known ? exponent(List.of(product), j, depth) : Exponent.MINUS_INFINITY)
                                .toList()));
            }
        }
        return estimates;
    }

    /** Means of numbers that were drawn independently. */
    private static final class Means {
        private Means() {}

        /** With Student's interval; of a single number that of its rounding. */
        static Exponent of(double[] values, double rounding) {
            int n = values.length;
            double mean = Arrays.stream(values).sum() / n;
            if (mean == Double.NEGATIVE_INFINITY) {
                return Exponent.MINUS_INFINITY;
            }
            if (n == 1) {
                return new Exponent(mean, rounding, 0, 0);
            }
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            double error = Math.sqrt(squares / (n - 1.0) / n);
            double quantile = StudentT.quantile(IntervalEstimate.CONFIDENCE, n - 1.0);
            return new Exponent(mean, quantile * error + rounding, 0, n - 1.0);
        }
    }
}
