package gradlab.verification.experiment;

import gradlab.analysis.expression.RecordedRun;
import gradlab.analysis.expression.RunRequest;
import gradlab.analysis.expression.RunSource;
import gradlab.dynamics.training.RunRecord;
import gradlab.verification.claim.Trial;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Passes runs on, holds them, and remembers which were asked for and which numbers were read. For one thread, and one case of a
 * claim.
 */
public final class TrackedRuns implements RunSource {

    private final ExperimentRuns runs;
    private final Map<RunRequest, RunRecord> records = new LinkedHashMap<>();
    private final Map<List<String>, Trial.Reading> readings = new LinkedHashMap<>();

    /** Tracks what is asked of a source. */
    public TrackedRuns(ExperimentRuns runs) {
        this.runs = runs;
    }

    @Override
    public boolean knows(String experiment) {
        return runs.knows(experiment);
    }

    @Override
    public Set<String> names() {
        return runs.names();
    }

    @Override
    public Optional<String> objection(String experiment, List<String> changes) {
        return runs.objection(experiment, changes);
    }

    @Override
    public RecordedRun run(RunRequest request) {
        RunRecord record = records.computeIfAbsent(request, runs::record);
        String label = request.label();
        return new RunView(
                record,
                (quantity, value) ->
                        readings.putIfAbsent(List.of(label, quantity), new Trial.Reading(label, quantity, value)));
    }

    /** The runs asked for, in order. */
    public Collection<RunRequest> requests() {
        return List.copyOf(records.keySet());
    }

    /** The SHA-256 of each run asked for, by label. */
    public Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        records.forEach((request, record) -> digests.put(request.label(), record.digest()));
        return digests;
    }

    /** The numbers that were read, in order, each once. */
    public List<Trial.Reading> readings() {
        return List.copyOf(readings.values());
    }
}
