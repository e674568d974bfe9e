package gradlab.dynamics.training;

import gradlab.analysis.backend.BatchKernels;
import java.util.concurrent.CancellationException;

/**
 * Executes experiments. A run takes one thread and, unless it is given others, kernels of fixed order: the same experiment and
 * seed give the same bits on any machine, whatever else runs.
 *
 * <p>A loss, gradient or update that is not finite ends the run before it touches a parameter; the record names the step
 * and the layer. The step before it is then recorded even if it is not a multiple of the recording interval.
 */
public final class TrainingRun {
    private final Progress progress;
    private final Keeper keeper;
    private final BatchKernels kernels;

    private TrainingRun(Progress progress, Keeper keeper, BatchKernels kernels) {
        this.progress = progress;
        this.keeper = keeper;
        this.kernels = kernels;
    }

    /** Runs in silence, from the start, in fixed order. */
    public static TrainingRun withDefaults() {
        return new TrainingRun((step, steps, loss) -> {}, Keeper.none(), BatchKernels.fixedOrder());
    }

    /** Tells a listener after every step. */
    public TrainingRun withProgress(Progress listener) {
        return new TrainingRun(listener, keeper, kernels);
    }

    /** Has what is recorded kept while the run goes on, and goes on where that was stopped. */
    public TrainingRun withKeeper(Keeper other) {
        return new TrainingRun(progress, other, kernels);
    }

    /** Uses other kernels; for what claims cite, never. */
    public TrainingRun withKernels(BatchKernels others) {
        return new TrainingRun(progress, keeper, others);
    }

    /** Hears of every step, on the thread of the run. */
    public interface Progress {
        /** Step number {@code step} (from 0) of {@code steps} has been made at this loss. */
        void step(int step, int steps, double loss);
    }

    /**
     * Executes an experiment.
     *
     * @throws CancellationException if the thread is interrupted, when its interrupt status stays set, or the keeper stops it;
     *     the keeper has the state of the run then
     */
    public RunRecord of(Experiment experiment, long seed) {
        return new Execution(experiment, seed, progress, keeper, kernels).run();
    }
}
