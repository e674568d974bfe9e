package gradlab.verification.experiment;

import gradlab.analysis.expression.RecordedRun;
import gradlab.analysis.expression.RunSource;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Passes runs on, and remembers which were asked for and the digests of their bits. For one thread. */
public final class TrackedRuns implements RunSource {

    private final ExperimentRuns runs;
    private final SortedMap<String, String> digests = new TreeMap<>();

    /** Tracks what is asked of a source. */
    public TrackedRuns(ExperimentRuns runs) {
        this.runs = runs;
    }

    @Override
    public boolean knows(String experiment) {
        return runs.knows(experiment);
    }

    @Override
    public RecordedRun run(String experiment, long seed) {
        digests.put(experiment + " seed " + seed, runs.record(experiment, seed).digest());
        return runs.run(experiment, seed);
    }

    /** The SHA-256 of each run asked for, by experiment and seed. */
    public SortedMap<String, String> digests() {
        return Collections.unmodifiableSortedMap(digests);
    }
}
