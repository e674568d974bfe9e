package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.Euclidean;
import gradlab.analysis.spectrum.KreissConstant;
import gradlab.analysis.spectrum.MatrixExponential;
import gradlab.analysis.spectrum.Outcome;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a disturbance of a loop does before it dies out: norms of W^k, or of exp(t W).
 *
 * <p>A flow is looked at in steps of a length tau after which no norm can have grown by more than exp(mu tau), mu the numerical
 * abscissa, so that the largest over all times is known between two bounds.
 *
 * @param logLargest natural logarithm of the largest norm found, of the identity at least
 * @param logUpper at least that of the largest norm over all steps or times; infinite where not established
 * @param at the step or time of the largest norm found
 * @param worstStart the unit disturbance that becomes so large
 * @param outcome whether no later norm is larger
 * @param settled bounds of the step or time from which on all norms are at most 0.02; empty of a loop not known to be stable
 * @param kreiss bounds of the Kreiss constant; empty of large loops
 * @param times steps or times
 * @param logNorms natural logarithms of the norms then
 */
public record Transients(
        double logLargest,
        double logUpper,
        double at,
        Vector worstStart,
        Outcome outcome,
        Optional<Settled> settled,
        Optional<KreissConstant.Result> kreiss,
        Vector times,
        Vector logNorms) {
    /** The search for a Kreiss constant takes minutes beyond. */
    public static final int LARGEST_KREISS = 200;

    private static final double FINE = 0.005;
    private static final double ROUNDING = 1e-14;
    private static final int TRIES = 4;
    private static final double COARSER = 16;

    /**
     * Bounds of the step or time after which every disturbance stays below 2 % of its size.
     *
     * @param lower not before
     * @param upper not later
     */
    public record Settled(double lower, double upper) {}

    static Transients of(LinearLoop loop, LoopStability stability, int horizon, DenseBackend backend) {
        return loop.isInSteps() ? ofMap(loop, stability, horizon, backend) : ofFlow(loop, stability, horizon, backend);
    }

    /** That of a flow does not depend on the unit of time. */
    private static Optional<KreissConstant.Result> kreiss(LinearLoop loop) {
        if (loop.order() > LARGEST_KREISS) {
            return Optional.empty();
        }
        return Optional.of(
                loop.isInSteps()
                        ? KreissConstant.ofPowers().of(loop.state())
                        : KreissConstant.ofFlow()
                                .of(LoopScale.scaled(loop.state(), -LoopScale.exponent(loop.state()))));
    }

    private static Transients ofMap(LinearLoop loop, LoopStability stability, int horizon, DenseBackend backend) {
        boolean isStable = stability.verdict() == LoopStability.Verdict.STABLE;
        TransientResponse response = TransientResponse.of(
                loop.state(), stability.verdict() == LoopStability.Verdict.UNSTABLE, horizon, backend);
        Optional<SettlingTime> settling =
                isStable ? SettlingTime.of(loop.state(), response.logLargest(), backend) : Optional.empty();
        boolean isKnown = response.outcome() == Outcome.CONVERGED;
        return new Transients(
                response.logLargest(),
                isKnown ? response.logLargest() : Double.POSITIVE_INFINITY,
                response.at(),
                response.worstStart(),
                response.outcome(),
                isKnown ? settling.map(s -> new Settled(s.lower(), s.upper())) : Optional.empty(),
                kreiss(loop),
                places(Math.min(horizon, TransientResponse.budget(loop.order())), 1),
                curve(loop.state(), Math.min(horizon, TransientResponse.budget(loop.order())), backend));
    }

    private static Transients ofFlow(LinearLoop loop, LoopStability stability, int horizon, DenseBackend backend) {
        double mu = numericalAbscissa(loop.state(), backend);
        double decay = pace(loop, stability);
        double stride = Math.min(mu > 0 ? FINE / mu : Double.POSITIVE_INFINITY, FINE * 4 / decay);
        Transients found = atStride(loop, stability, horizon, stride, mu, backend);
        for (int i = 1; i < TRIES && found.outcome() == Outcome.MAX_STEPS; i++) {
            stride *= COARSER;
            found = atStride(loop, stability, horizon, stride, mu, backend);
        }
        return found;
    }

    /** How fast a flow decays or grows in the end; where rounding hides that, as on the boundary, how fast it moves. */
    private static double pace(LinearLoop loop, LoopStability stability) {
        double rate = Math.abs(stability.rate());
        double norm = Euclidean.norm(loop.state().toArray());
        return Math.max(rate > ROUNDING * norm ? rate : norm, Double.MIN_NORMAL);
    }

    private static Transients atStride(
            LinearLoop loop, LoopStability stability, int horizon, double stride, double mu, DenseBackend backend) {
        Optional<DenseMatrix> step = MatrixExponential.of(loop.state(), stride, backend);
        if (step.isEmpty()) {
            Vector none = Vector.of();
            return new Transients(
                    0,
                    Double.POSITIVE_INFINITY,
                    0,
                    Vector.of(new double[loop.order()]),
                    stability.verdict() == LoopStability.Verdict.UNSTABLE ? Outcome.UNBOUNDED : Outcome.MAX_STEPS,
                    Optional.empty(),
                    kreiss(loop),
                    none,
                    none);
        }
        double slack = Math.max(0, mu) * stride;
        TransientResponse response = TransientResponse.of(
                step.get(), stability.verdict() == LoopStability.Verdict.UNSTABLE, horizon, backend);
        boolean isKnown = response.outcome() == Outcome.CONVERGED;
        Optional<SettlingTime> settling = isKnown && stability.verdict() == LoopStability.Verdict.STABLE
                ? SettlingTime.of(step.get(), response.logLargest() + slack, backend)
                : Optional.empty();
        double end = settling.map(s -> s.upper() * stride).orElse(5 / pace(loop, stability));
        int points = Math.min(horizon, TransientResponse.budget(loop.order()));
        Optional<DenseMatrix> coarse = MatrixExponential.of(loop.state(), end / points, backend);
        return new Transients(
                response.logLargest(),
                isKnown ? response.logLargest() + slack : Double.POSITIVE_INFINITY,
                response.at() * stride,
                response.worstStart(),
                response.outcome(),
                settling.map(s -> new Settled((s.lower() - 1) * stride, s.upper() * stride)),
                kreiss(loop),
                coarse.isPresent() ? places(points, end / points) : Vector.of(),
                coarse.map(e -> curve(e, points, backend)).orElse(Vector.of()));
    }

    private static Vector places(int count, double stride) {
        double[] places = new double[count + 1];
        Arrays.setAll(places, k -> k * stride);
        return Vector.of(places);
    }

    /** Logarithms of the norms of the powers 0 to {@code count}. */
    static Vector curve(DenseMatrix matrix, int count, DenseBackend backend) {
        double[] logNorms = new double[count + 1];
        ScaledPower step = ScaledPower.of(matrix);
        ScaledPower power = step;
        for (int k = 1; k <= count; k++) {
            logNorms[k] = power.logNorm();
            power = k < count ? power.times(step, backend) : power;
        }
        return Vector.of(logNorms);
    }

    /** The largest eigenvalue of (A + A')/2. */
    static double numericalAbscissa(DenseMatrix matrix, DenseBackend backend) {
        int n = matrix.rows();
        double[] a = matrix.toArray();
        double[] symmetric = new double[a.length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                symmetric[i * n + j] = a[i * n + j] / 2 + a[j * n + i] / 2;
            }
        }
        return backend.symmetricEigen(symmetric, n).values().get(0);
    }
}
