package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.spectrum.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Surveys a linear loop: everything about it that this package computes, within bounds on time and memory. */
public final class FeedbackSurvey {
    /** Eigenvalues of larger loops take too long. */
    public static final int LARGEST = 2_048;

    /** Into how many parts the work is cut, of very different length. */
    public static final int PARTS = 5;

    private final int horizon;
    private final DenseBackend backend;
    private final IntConsumer progress;

    private FeedbackSurvey(int horizon, DenseBackend backend, IntConsumer progress) {
        this.horizon = horizon;
        this.backend = backend;
        this.progress = progress;
    }

    /** 100 steps, plain Java. */
    public static FeedbackSurvey withDefaults() {
        return new FeedbackSurvey(100, DenseBackend.fixedOrder(), done -> {});
    }

    /** Looks at the powers, the gradients and the worst input of so many steps, fewer where these would not fit. */
    public FeedbackSurvey withHorizon(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("horizon must be at least 1, was " + steps);
        }
        return new FeedbackSurvey(steps, backend, progress);
    }

    /** Computes with these kernels; proved bounds never do. */
    public FeedbackSurvey withBackend(DenseBackend other) {
        return new FeedbackSurvey(horizon, other, progress);
    }

    /** Tells how many of the {@link #PARTS} are done. */
    public FeedbackSurvey withProgress(IntConsumer listener) {
        return new FeedbackSurvey(horizon, backend, listener);
    }

    /**
     * The report of a loop.
     *
     * @throws IllegalArgumentException if it has more than {@link #LARGEST} units
     */
    public FeedbackReport of(LinearLoop loop) {
        if (loop.order() > LARGEST) {
            throw new IllegalArgumentException("loop must have at most " + LARGEST + " units, had " + loop.order());
        }
        progress.accept(0);
        LoopStability stability = LoopStability.of(loop, backend);
        progress.accept(1);
        HInfinityNorm.Result gain =
                HInfinityNorm.withDefaults().withBackend(backend).of(loop, stability);
        progress.accept(2);
        Transients transients = Transients.of(loop, stability, horizon, backend);
        progress.accept(3);
        Optional<HorizonGain> worst = horizon(loop);
        progress.accept(4);
        BodeData bode = BodeData.of(loop, stability, gain.frequency(), points(loop));
        progress.accept(PARTS);
        return new FeedbackReport(
                loop,
                stability,
                loop.isPlain() ? SmallGain.of(loop) : SmallGain.of(gain),
                Transients.numericalAbscissa(loop.state(), backend),
                gain,
                Eigenloci.of(loop, stability),
                transients,
                worst,
                bode,
                loop.isPlain() ? Optional.empty() : Optional.of(ClosedLoop.of(loop, bode, backend)),
                notConverged(loop, stability, gain, transients, worst));
    }

    private Optional<HorizonGain> horizon(LinearLoop loop) {
        int steps = Math.min(horizon, HorizonGain.LARGEST / loop.order());
        return loop.isInSteps() && loop.isPlain()
                ? HorizonGain.of(Collections.nCopies(steps, loop.state()))
                : Optional.empty();
    }

    private static int points(LinearLoop loop) {
        return loop.order() <= 128 ? 200 : loop.order() <= 256 ? 100 : 40;
    }

    private static List<String> notConverged(
            LinearLoop loop,
            LoopStability stability,
            HInfinityNorm.Result gain,
            Transients transients,
            Optional<HorizonGain> horizon) {
        List<String> found = new ArrayList<>();
        if (stability.verdict() == LoopStability.Verdict.UNDECIDED) {
            found.add("stability: rounding hides on which side of the boundary an eigenvalue lies; scale the loop by"
                    + " 0.999 and by 1.001 to see both sides");
        } else if (gain.outcome() == Outcome.MAX_STEPS) {
            found.add(
                    loop.order() > HInfinityNorm.LARGEST
                            ? "H-infinity norm: beyond " + HInfinityNorm.LARGEST
                                    + " units norms of powers bound it, loosely; look at a smaller block"
                            : "H-infinity norm: the bounds are far apart, for rounding hides the peak; balance the scales of the"
                                    + " units");
        }
        if (transients.outcome() == Outcome.MAX_STEPS && stability.verdict() == LoopStability.Verdict.STABLE) {
            found.add("transient growth: a later power may be larger, for the loop forgets too slowly; look at a loop"
                    + " that is scaled down");
        }
        if (horizon.filter(h -> h.outcome() == Outcome.MAX_STEPS).isPresent()) {
            found.add("worst input: Lanczos did not settle; choose another --horizon");
        }
        return found;
    }
}
