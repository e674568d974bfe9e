package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.spectrum.Outcome;
import java.util.Optional;

/**
 * The H-infinity norm of a stable loop, the largest gain over all frequencies {@code max over w of sigma_max(G)}, between two
 * bounds: from below the gain at a frequency, from above a level that the gain crosses nowhere ({@link LevelFrequencies};
 * boyd1990, bruinsmasteinbuch1990). Each round evaluates the gain at the crossings of a level just above the best so far
 * and between them; the error is squared from round to round.
 *
 * <p>The bounds are a relative 1e-8 apart, or further where rounding of G does not allow that (n 1e-16 ‖A‖ times the gain).
 * Guaranteed up to the rounding of the eigenvalues that say whether a level is crossed. Infinite for a loop that is not
 * stable. Where rounding hides the peak, and beyond 1,000 units, {@link PowerSum} bounds that of a plain loop in steps. The norm
 * also is the reciprocal of the complex stability radius: the norm of the smallest complex change D of W = A + B D
 * C that makes the loop unstable (hinrichsenpritchard1986). Cost: some five eigenvalue problems of order 2n.
 */
public final class HInfinityNorm {
    /** Eigenvalue problems of order 2n beyond this take minutes. */
    static final int LARGEST = 1_000;

    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final double tolerance;
    private final int maxRounds;
    private final DenseBackend backend;

    private HInfinityNorm(double tolerance, int maxRounds, DenseBackend backend) {
        this.tolerance = tolerance;
        this.maxRounds = maxRounds;
        this.backend = backend;
    }

    /** Bounds a relative 1e-8 apart, at most 40 rounds, plain Java. */
    public static HInfinityNorm withDefaults() {
        return new HInfinityNorm(1e-8, 40, DenseBackend.fixedOrder());
    }

    /** Stops once the upper bound is at most 1 + tolerance times the lower one. */
    public HInfinityNorm withRelativeTolerance(double newTolerance) {
        if (!(newTolerance >= 1e-12 && newTolerance < 1)) {
            throw new IllegalArgumentException("relativeTolerance must be in [1e-12, 1), was " + newTolerance);
        }
        return new HInfinityNorm(newTolerance, maxRounds, backend);
    }

    /** Takes at most this many rounds. */
    public HInfinityNorm withMaxRounds(int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException("maxRounds must be at least 1, was " + rounds);
        }
        return new HInfinityNorm(tolerance, rounds, backend);
    }

    /** Computes eigenvalues with these kernels. */
    public HInfinityNorm withBackend(DenseBackend other) {
        return new HInfinityNorm(tolerance, maxRounds, other);
    }

    /**
     * Bounds of the norm.
     *
     * @param lower the gain at the peak; infinite of a loop that is not stable
     * @param upper at least the norm; infinite where none was established
     * @param frequency where the lower bound is attained, in radians a step (0 to pi) or a unit of time, infinite
     *     where the direct path is the loudest; NaN of a loop that
     *     is not stable
     * @param rounds how many levels were tried
     * @param outcome CONVERGED, MAX_STEPS, or UNBOUNDED of a loop that is not stable
     */
    public record Result(double lower, double upper, double frequency, int rounds, Outcome outcome) {}

    /** The norm of a loop whose stability is decided on the way. */
    public Result of(LinearLoop loop) {
        return of(loop, LoopStability.of(loop, backend));
    }

    /** The norm of a loop of known stability. */
    public Result of(LinearLoop loop, LoopStability stability) {
        if (stability.verdict().isUnbounded()) {
            return new Result(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN, 0, Outcome.UNBOUNDED);
        }
        return search(GainPeak.of(loop, backend), loop, stability.verdict() == LoopStability.Verdict.STABLE);
    }

    private Result search(GainPeak peak, LinearLoop loop, boolean isStable) {
        int rounds = 0;
        while (isStable && loop.order() <= LARGEST && rounds < maxRounds && Double.isFinite(peak.gain())) {
            rounds++;
            double level = peak.gain() * (1 + slack(peak));
            if (!(level > 0 && peak.raise(level))) {
                break;
            }
            if (peak.gain() <= level) {
                Outcome outcome = outcome(level / peak.gain() - 1);
                return outcome == Outcome.CONVERGED
                        ? new Result(peak.gain(), level, peak.frequency(), rounds, outcome)
                        : unsettled(peak, loop, true, rounds);
            }
        }
        return unsettled(peak, loop, isStable, rounds);
    }

    /** The gain at the best frequency, and what powers say. */
    private Result unsettled(GainPeak peak, LinearLoop loop, boolean isStable, int rounds) {
        if (isStable && peak.gain() == 0) {
            return new Result(0, 0, peak.frequency(), rounds, Outcome.CONVERGED);
        }
        Optional<PowerSum> powers =
                isStable && loop.isInSteps() && loop.isPlain() ? PowerSum.of(loop.state(), backend) : Optional.empty();
        double lower = Math.max(peak.gain(), powers.map(PowerSum::largest).orElse(0.0));
        double upper = powers.map(PowerSum::sum).orElse(Double.POSITIVE_INFINITY);
        return new Result(lower, upper, peak.frequency(), rounds, outcome(upper / lower - 1));
    }

    /** A bracket wider than a thousandth answers little. */
    private Outcome outcome(double width) {
        return width <= Math.max(1e-3, tolerance * 2) ? Outcome.CONVERGED : Outcome.MAX_STEPS;
    }

    private double slack(GainPeak peak) {
        return Math.max(tolerance, UNIT_ROUNDOFF * peak.sensitivity());
    }
}
