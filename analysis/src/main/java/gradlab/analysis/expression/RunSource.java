package gradlab.analysis.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the runs come from that claims speak of. */
public interface RunSource {

    /** No runs at all. */
    RunSource NONE = new RunSource() {
        @Override
        public boolean knows(String experiment) {
            return false;
        }

        @Override
        public RecordedRun run(RunRequest request) {
            throw new IllegalArgumentException("experiment must be known, was " + request.experiment());
        }
    };

    /** Whether there is an experiment of this name. */
    boolean knows(String experiment);

    /** The names of experiments, for advice on a misspelt one. */
    default Set<String> names() {
        return Set.of();
    }

    /** What is wrong with an experiment that {@link #knows} accepts after some changes, as one line; empty if nothing is. */
    default Optional<String> objection(String experiment, List<String> changes) {
        return Optional.empty();
    }

    /** The run of an experiment that {@link #knows} accepts and {@link #objection} has nothing against. */
    RecordedRun run(RunRequest request);
}
