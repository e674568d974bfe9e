package gradlab.dynamics.lyapunov;

import gradlab.analysis.backend.DenseBackend;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.OrbitException;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/**
 * Lyapunov exponents with confidence intervals: of the whole spectrum, or the k largest.
 *
 * <p>lambda_j = lim (1/t) ln |r_jj(t)|, with J_t ... J_1 V_0 = Q R for almost every V_0 and orbit (oseledets1968, benettin1980). The
 * product is carried by {@link Tangents}; the growth over short blocks is gathered in {@link BatchMeans}, from which
 * {@link IntervalEstimate} makes intervals of 95 %. An interval says what other orbits of the same system, measured as long, would
 * have shown; errors of an integrator are not in it.
 *
 * <p>Same seed, same bits, with the backend in fixed order.
 */
public final class LyapunovSpectrum {
    /** The half-width that is worked for unless told otherwise. */
    public static final double DEFAULT_ACCURACY = 0.002;

    private static final long DEFAULT_TRANSIENT = 2_000;

    private final Settings settings;

    private LyapunovSpectrum(Settings settings) {
        this.settings = settings;
    }

    /**
     * What is asked for.
     *
     * @param exponents how many; all if not given
     * @param accuracy half-width at which to stop
     * @param steps steps to measure, whatever the accuracy
     * @param transientSteps steps before that
     * @param seed of the first tangent vectors and, unless 0, of where the orbit starts
     * @param backend the dense kernels
     * @param progress who is told
     */
    record Settings(
            OptionalInt exponents,
            double accuracy,
            OptionalLong steps,
            long transientSteps,
            long seed,
            DenseBackend backend,
            Progress progress) {}

    /** Hears how far a run is, on its thread. */
    @FunctionalInterface
    public interface Progress {
        /** So many steps of at most so many are measured, and the widest interval has this half-width. */
        void measured(long steps, long most, double halfWidth);
    }

    /** All exponents within 0.002, after {@value #DEFAULT_TRANSIENT} steps of transient. */
    public static LyapunovSpectrum withDefaults() {
        return new LyapunovSpectrum(new Settings(
                OptionalInt.empty(),
                DEFAULT_ACCURACY,
                OptionalLong.empty(),
                DEFAULT_TRANSIENT,
                0,
                DenseBackend.fixedOrder(),
                (steps, most, halfWidth) -> {}));
    }

    private LyapunovSpectrum with(OptionalInt exponents, double accuracy, OptionalLong steps, long transientSteps) {
        return new LyapunovSpectrum(new Settings(
                exponents, accuracy, steps, transientSteps, settings.seed(), settings.backend(), settings.progress()));
    }

    /** Only the k largest. */
    public LyapunovSpectrum withExponents(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("exponents must be at least 1, was " + k);
        }
        return with(OptionalInt.of(k), settings.accuracy(), settings.steps(), settings.transientSteps());
    }

    /** Measures until every half-width is at most this. */
    public LyapunovSpectrum withAccuracy(double halfWidth) {
        if (!(halfWidth > 0) || Double.isInfinite(halfWidth)) {
            throw new IllegalArgumentException("accuracy must be positive, was " + halfWidth);
        }
        return with(settings.exponents(), halfWidth, settings.steps(), settings.transientSteps());
    }

    /** Measures so many steps, whatever the accuracy. */
    public LyapunovSpectrum withSteps(long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, was " + steps);
        }
        return with(settings.exponents(), settings.accuracy(), OptionalLong.of(steps), settings.transientSteps());
    }

    /** Leaves out so many steps first; the tangent vectors join for the last half of them. */
    public LyapunovSpectrum withTransient(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("transient must not be negative, was " + steps);
        }
        return with(settings.exponents(), settings.accuracy(), settings.steps(), steps);
    }

    /** Draws the first tangent vectors from this seed and, unless it is 0, moves the start by 1e-4. */
    public LyapunovSpectrum withSeed(long seed) {
        return new LyapunovSpectrum(new Settings(
                settings.exponents(),
                settings.accuracy(),
                settings.steps(),
                settings.transientSteps(),
                seed,
                settings.backend(),
                settings.progress()));
    }

    /** Computes with these kernels. */
    public LyapunovSpectrum withBackend(DenseBackend backend) {
        return new LyapunovSpectrum(new Settings(
                settings.exponents(),
                settings.accuracy(),
                settings.steps(),
                settings.transientSteps(),
                settings.seed(),
                backend,
                settings.progress()));
    }

    /** Tells a listener now and then. */
    public LyapunovSpectrum withProgress(Progress listener) {
        return new LyapunovSpectrum(new Settings(
                settings.exponents(),
                settings.accuracy(),
                settings.steps(),
                settings.transientSteps(),
                settings.seed(),
                settings.backend(),
                listener));
    }

    /**
     * The exponents of a system from where it starts.
     *
     * @throws OrbitException if the orbit leaves the numbers
     * @throws IllegalArgumentException if more exponents are asked for than there are
     * @throws CancellationException if the thread is interrupted; its interrupt status stays set
     */
    public LyapunovResult of(DynamicalSystem system) {
        int k = settings.exponents().orElse(system.dimension());
        if (k > system.dimension()) {
            throw new IllegalArgumentException(
                    "exponents must be at most the dimension " + system.dimension() + ", was " + k);
        }
        return new SpectrumRun(system, k, settings).result();
    }
}
