package gradlab.analysis.expression;

import java.util.List;

/**
 * A training run that a claim speaks of.
 *
 * @param experiment the experiment's name
 * @param changes what is changed of it, in order, each as {@code gradlab train} takes it
 * @param seed the run's seed
 */
public record RunRequest(String experiment, List<String> changes, long seed) {

    /** How many changes there may be. */
    public static final int MOST_CHANGES = 20;

    /** How long a change may be. */
    public static final int LONGEST_CHANGE = 1_000;

    /** Copies the changes. */
    public RunRequest {
        changes = List.copyOf(changes);
    }

    /** The run of an experiment as its file says. */
    public static RunRequest of(String experiment, long seed) {
        return new RunRequest(experiment, List.of(), seed);
    }

    /** What people read: experiment, seed and changes. */
    public String label() {
        String changed = changes.isEmpty() ? "" : " " + String.join(" ", changes);
        return experiment + " seed " + seed + changed;
    }
}
