package gradlab.dynamics.lyapunov;

import gradlab.analysis.random.RandomStream;
import gradlab.dynamics.system.Clock;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.Orbit;
import gradlab.dynamics.system.ScaledOrbit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/** One measurement of exponents: transient, blocks of growth, looks at the intervals, self-checks. */
final class SpectrumRun {
    private static final int SMALL = 256;
    private static final int SMALL_BLOCK = 8;
    private static final int BLOCK = 32;
    /** Where the end of a block costs a QR decomposition. */
    private static final int FEWEST_LARGE = 16;

    private static final int FEWEST_BLOCKS = 64;
    /** Where blocks cost little: a run that stops at the first few intervals that look narrow stops too early. */
    private static final int FEWEST_SMALL = 512;

    private static final int CAPACITY = 1_024;
    private static final int LARGEST_TABLE = 1 << 22;
    private static final double NEXT_LOOK = 1.2;
    private static final int CURVE = 64;
    private static final double INTEGRATED = 1e-9;

    private final DynamicalSystem system;
    private final int n;
    private final int k;
    private final LyapunovSpectrum.Settings settings;
    private final Orbit orbit;
    private final BatchMeans batches;
    private final long most;
    private final int block;
    private double[] first = new double[0];
    private double[] before = new double[0];
    private long done;

    SpectrumRun(DynamicalSystem system, int k, LyapunovSpectrum.Settings settings) {
        this.system = system;
        this.k = k;
        this.settings = settings;
        n = system.dimension();
        orbit = system.orbit(Starts.of(system, settings.seed()));
        batches = new BatchMeans(k, Math.max(2 * FEWEST_BLOCKS, Math.min(CAPACITY, LARGEST_TABLE / k / 2 * 2)));
        most = settings.steps().orElse(WorkBound.steps(system.clock(), n, k, orbit instanceof ScaledOrbit));
        block = (int) Math.max(
                1, n * k <= SMALL ? Math.min(SMALL_BLOCK, most / FEWEST_BLOCKS) : Math.min(BLOCK, most / FEWEST_LARGE));
    }

    LyapunovResult result() {
        long together = settings.transientSteps() / 2;
        for (long i = together; i < settings.transientSteps(); i++) {
            checkInterrupt(i);
            orbit.advance();
        }
        double[] start = RandomStream.of(settings.seed(), "tangents").gaussians(n * k);
        try (Tangents tangents = Tangents.on(orbit, start, k, settings.backend())) {
            for (long i = 0; i < together; i += block) {
                checkInterrupt(i);
                tangents.advance((int) Math.min(block, together - i));
            }
            first = tangents.growth();
            before = first;
            OrbitWatch watch = new OrbitWatch(system.start(), orbit.state());
            boolean accurate = measure(tangents, watch);
            List<Exponent> unordered = exponents();
            Integer[] order = order(unordered);
            List<Exponent> exponents = in(order, unordered);
            return new LyapunovResult(
                    system.name(),
                    n,
                    system.clock(),
                    orbit.stride(),
                    settings.transientSteps(),
                    done,
                    exponents,
                    settings.accuracy(),
                    accurate,
                    new SelfChecks(system, exponents, tangents, watch, batches).all(),
                    running(order),
                    Optional.empty());
        }
    }

    private boolean measure(Tangents tangents, OrbitWatch watch) {
        long look = (long) (n * k <= SMALL ? FEWEST_SMALL : FEWEST_BLOCKS) * block;
        while (done < most) {
            checkInterrupt(done);
            int some = (int) Math.min(block, most - done);
            tangents.advance(some);
            done += some;
            record(tangents.growth(), some == block);
            watch.see(orbit.state());
            if (done >= look) {
                double widest = exponents().stream()
                        .mapToDouble(Exponent::halfWidth)
                        .max()
                        .orElseThrow();
                settings.progress().measured(done, most, widest);
                if (settings.steps().isEmpty() && widest <= settings.accuracy()) {
                    return true;
                }
                look = (long) (look * NEXT_LOOK) + block;
            }
        }
        return settings.steps().isPresent() || isAccurate();
    }

    private boolean isAccurate() {
        return exponents().stream().allMatch(exponent -> exponent.halfWidth() <= settings.accuracy());
    }

    /** A block that was cut short counts in the whole and not as a batch. */
    private void record(double[] growth, boolean whole) {
        if (whole) {
            double[] change = new double[k];
            Arrays.setAll(
                    change,
                    j -> growth[j] == Double.NEGATIVE_INFINITY ? Double.NEGATIVE_INFINITY : growth[j] - before[j]);
            batches.add(change);
        }
        before = growth;
    }

    /** From the whole growth, with half-widths from the batches. */
    private List<Exponent> exponents() {
        IntervalEstimate estimate = estimate();
        double time = done * orbit.stride();
        List<Exponent> exponents = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            double value = (before[j] - first[j]) / time;
            exponents.add(
                    before[j] == Double.NEGATIVE_INFINITY
                            ? Exponent.MINUS_INFINITY
                            : estimate.of(batches.of(j), batches.size()).at(value));
        }
        return exponents;
    }

    private IntervalEstimate estimate() {
        // Of a flow, what its integrator is allowed a step.
        double perStep = system.clock() == Clock.TIME ? INTEGRATED : 0x1p-52 * (n + 16);
        return new IntervalEstimate(
                batches.blocksEach() * block * orbit.stride(), perStep * Math.max(1, 1 / orbit.stride()));
    }

    private static Integer[] order(List<Exponent> exponents) {
        return IntStream.range(0, exponents.size())
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -exponents.get(j).value()))
                .toArray(Integer[]::new);
    }

    private static List<Exponent> in(Integer[] order, List<Exponent> exponents) {
        return Arrays.stream(order).map(exponents::get).toList();
    }

    private List<RunningEstimate> running(Integer[] order) {
        IntervalEstimate estimate = estimate();
        List<double[]> sums = IntStream.range(0, k).mapToObj(batches::of).toList();
        double each = batches.blocksEach() * block * orbit.stride();
        List<RunningEstimate> running = new ArrayList<>();
        int size = batches.size();
        for (int i = 1; i <= CURVE; i++) {
            int count = (int) ((long) size * i / CURVE);
            if (count > 0
                    && (running.isEmpty()
                            || count * each > running.get(running.size() - 1).time())) {
                List<Exponent> then =
                        sums.stream().map(s -> estimate.of(s, count)).toList();
                running.add(new RunningEstimate(count * each, in(order, then)));
            }
        }
        return running;
    }

    private void checkInterrupt(long step) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("exponents of " + system.name() + " were interrupted at step " + step);
        }
    }
}
