package gradlab.verification.experiment;

import gradlab.analysis.expression.RecordedRun;
import gradlab.analysis.expression.RunRequest;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.TrainingRun;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes each run that claims speak of once, in fixed order on one thread, and keeps its record while there is memory for it. Safe
 * for use by several threads.
 */
public final class ExperimentRuns implements RunSource {

    private final ExperimentFiles files;
    private final boolean quick;
    private final Optional<RunCache> cache;
    private final TrainingRun.Progress progress;
    private final RunMemory memory = RunMemory.ofHeap();
    private final Map<Planned, RunPlan> plans = new ConcurrentHashMap<>();
    private final Map<RunRequest, Slot> slots = new ConcurrentHashMap<>();

    /** An experiment with changes. */
    private record Planned(String experiment, List<String> changes) {}

    /** The place of one record. */
    private static final class Slot {
        private @Nullable SoftReference<RunRecord> held;
    }

    private ExperimentRuns(
            ExperimentFiles files, boolean quick, Optional<RunCache> cache, TrainingRun.Progress progress) {
        this.files = files;
        this.quick = quick;
        this.cache = cache;
        this.progress = progress;
    }

    /** Runs of shipped experiments that tell a listener of every step. */
    public ExperimentRuns(TrainingRun.Progress progress) {
        this(ExperimentFiles.shipped(), false, Optional.empty(), progress);
    }

    /**
     * The same with the experiments of a folder beside the shipped ones.
     *
     * @throws SourceException if it is no folder, or has an experiment of a shipped name
     */
    public ExperimentRuns withFolder(Path folder) {
        return new ExperimentRuns(ExperimentFiles.with(folder), quick, cache, progress);
    }

    /** The same with the short versions of experiments that have one. */
    public ExperimentRuns shortened() {
        return new ExperimentRuns(files, true, cache, progress);
    }

    /** The same with finished runs kept, and taken from where they were kept. */
    public ExperimentRuns withCache(RunCache kept) {
        return new ExperimentRuns(files, quick, Optional.of(kept), progress);
    }

    @Override
    public boolean knows(String experiment) {
        return files.text(experiment).isPresent();
    }

    @Override
    public Set<String> names() {
        return files.names();
    }

    @Override
    public Optional<String> objection(String experiment, List<String> changes) {
        try {
            plan(new Planned(experiment, changes));
            return Optional.empty();
        } catch (SourceException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public RecordedRun run(RunRequest request) {
        return new RunView(record(request), (quantity, value) -> {});
    }

    /** The experiment of a name, as it is run. */
    public Experiment experiment(String name) {
        return plan(new Planned(name, List.of())).experiment();
    }

    /** The changes that make the experiment of a run shorter than its file says; empty if it is not. */
    public List<String> shortenings(RunRequest request) {
        return plan(new Planned(request.experiment(), request.changes())).shortened();
    }

    /**
     * The record of a run, made now if it is not held.
     *
     * @throws IllegalArgumentException if there is no experiment of this name
     * @throws SourceException if the changes do not fit
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public RunRecord record(RunRequest request) {
        RunPlan plan = plan(new Planned(request.experiment(), request.changes()));
        Slot slot = slots.computeIfAbsent(request, key -> new Slot());
        synchronized (slot) {
            RunRecord held = slot.held == null ? null : slot.held.get();
            if (held != null) {
                return held;
            }
            RunRecord run =
                    cache.isPresent() ? keptOrMade(cache.get(), plan, request.seed()) : made(plan, request.seed());
            slot.held = new SoftReference<>(run);
            return run;
        }
    }

    private RunRecord keptOrMade(RunCache kept, RunPlan plan, long seed) {
        String key = RunCache.key(plan, seed);
        return kept.find(key, seed).orElseGet(() -> {
            RunRecord run = made(plan, seed);
            kept.store(key, run);
            return run;
        });
    }

    private RunRecord made(RunPlan plan, long seed) {
        Experiment experiment = plan.experiment();
        return memory.during(
                experiment,
                () -> TrainingRun.withDefaults().withProgress(progress).of(experiment, seed));
    }

    /**
     * The record of a run that was asked for before, by its label.
     *
     * @throws IllegalArgumentException if none has this label
     */
    public RunRecord labelled(String label) {
        return record(slots.keySet().stream()
                .filter(request -> request.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("label must be of a run asked for, was " + label)));
    }

    private RunPlan plan(Planned planned) {
        RunPlan known = plans.get(planned);
        if (known != null) {
            return known;
        }
        SourceText text = files.text(planned.experiment())
                .orElseThrow(() -> new IllegalArgumentException(
                        "experiment must be known, was " + SourceException.quote(planned.experiment())));
        RunPlan plan = RunPlan.of(files, planned.experiment(), text, planned.changes(), quick);
        plans.put(planned, plan);
        return plan;
    }
}
