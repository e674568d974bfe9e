package gradlab.analysis.expression;

/** Where the runs come from that claims speak of. */
public interface RunSource {

    /** No runs at all. */
    RunSource NONE = new RunSource() {
        @Override
        public boolean knows(String experiment) {
            return false;
        }

        @Override
        public RecordedRun run(String experiment, long seed) {
            throw new IllegalArgumentException("experiment must be known, was " + experiment);
        }
    };

    /** Whether there is an experiment of this name. */
    boolean knows(String experiment);

    /** The run of an experiment that {@link #knows} accepts, with a seed. */
    RecordedRun run(String experiment, long seed);
}
