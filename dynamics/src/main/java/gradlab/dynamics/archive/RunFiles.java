package gradlab.dynamics.archive;

/** What the files of a run folder are called. */
public final class RunFiles {
    /** The experiment with all changes. */
    public static final String CONFIGURATION = "config.yaml";

    /** One line of JSON a recorded step. */
    public static final String LINES = "records.jsonl";

    /** The same as a table. */
    public static final String TABLE = "records.csv";

    /** The same for TensorBoard. */
    public static final String EVENTS = "events.out.tfevents.0000000000.gradlab";

    /** The state to go on from. */
    public static final String CHECKPOINT = "checkpoint.bin";

    /** The parameters at the end. */
    public static final String PARAMETERS = "parameters.npz";

    /** How the run ended. */
    public static final String SUMMARY = "summary.json";

    private RunFiles() {}
}
