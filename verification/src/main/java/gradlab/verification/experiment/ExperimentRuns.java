package gradlab.verification.experiment;

import gradlab.analysis.expression.RecordedRun;
import gradlab.analysis.expression.RunSource;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.TrainingRun;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Makes each run of a shipped experiment once, and keeps its record. Safe for use by several threads. */
public final class ExperimentRuns implements RunSource {

    private final TrainingRun.Progress progress;
    private final Map<Key, RunRecord> records = new ConcurrentHashMap<>();

    /** One run. */
    private record Key(String experiment, long seed) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byName = experiment.compareTo(other.experiment);
            return byName != 0 ? byName : Long.compare(seed, other.seed);
        }
    }

    /** Runs that tell a listener of every step. */
    public ExperimentRuns(TrainingRun.Progress progress) {
        this.progress = progress;
    }

    @Override
    public boolean knows(String experiment) {
        return ShippedExperiments.text(experiment).isPresent();
    }

    @Override
    public RecordedRun run(String experiment, long seed) {
        return new RunView(record(experiment, seed));
    }

    /**
     * The record of a run, made now if it was not made before.
     *
     * @throws IllegalArgumentException if there is no experiment of this name
     */
    public RunRecord record(String name, long seed) {
        Experiment experiment = ShippedExperiments.named(name)
                .orElseThrow(() -> new IllegalArgumentException("name must be a shipped experiment, was " + name));
        return records.computeIfAbsent(
                new Key(name, seed),
                key -> TrainingRun.withDefaults().withProgress(progress).of(experiment, seed));
    }

    /** The runs made so far, by experiment and seed. */
    public SortedMap<String, RunRecord> all() {
        SortedMap<String, RunRecord> all = new TreeMap<>();
        records.forEach((key, record) -> all.put(key.experiment() + " seed " + key.seed(), record));
        return Collections.unmodifiableSortedMap(all);
    }
}
