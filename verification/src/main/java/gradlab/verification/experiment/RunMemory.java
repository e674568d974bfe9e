package gradlab.verification.experiment;

import gradlab.dynamics.blueprint.LayerSpecs;
import gradlab.dynamics.data.DataSource;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.RunRecord;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets as many runs go on at a time as half the heap has room for, so that what fits into memory does not depend on the number of
 * threads. A run that needs more than that goes on alone.
 */
final class RunMemory {

    private static final int MEBIBYTE = 1 << 20;

    /** About how many copies of each number a run holds: parameters with gradients and states, values with adjoints. */
    private static final int COPIES = 8;

    private final int all;
    private final Semaphore free;

    RunMemory(long bytes) {
        this.all = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / MEBIBYTE));
        this.free = new Semaphore(all, true);
    }

    static RunMemory ofHeap() {
        return new RunMemory(Runtime.getRuntime().maxMemory() / 2);
    }

    /**
     * Makes a run when there is room for it.
     *
     * @throws CancellationException if the thread is interrupted before that
     */
    RunRecord during(Experiment experiment, Supplier<RunRecord> run) {
        int wanted = (int) Math.min(all, 1 + bytes(experiment) / MEBIBYTE);
        try {
            free.acquire(wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        try {
            return run.get();
        } finally {
            free.release(wanted);
        }
    }

    /** About how many bytes a run needs at most. */
    static long bytes(Experiment experiment) {
        DataSource data = experiment.data();
        long points = ((long) data.train() + data.test()) * (data.shape().size() + data.answers());
        long parameters = LayerSpecs.parameters(experiment.network(), data.shape());
        long values = LayerSpecs.activations(experiment.network(), data.shape()) * experiment.batch();
        long recorded = (experiment.steps() / experiment.recording().every() + 2L)
                * LayerSpecs.seriesBound(experiment.network());
        return Double.BYTES * (2 * points + COPIES * (parameters + values) + 3 * recorded);
    }
}
