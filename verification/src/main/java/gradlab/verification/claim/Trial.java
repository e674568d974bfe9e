package gradlab.verification.claim;

import java.util.List;
import java.util.Locale;

/**
 * One case of a claim about training runs: which runs it is about, what the claim read of them, and what came of it.
 *
 * @param values the claim's variables; of random seeds, none
 * @param seed the seed that the case gives
 * @param outcome what the claim came to
 * @param runs the runs it is about, in the order in which it first asked for them, by experiment, seed and changes
 * @param readings the numbers read of them, in the order in which they were first read
 */
public record Trial(Case values, long seed, Outcome outcome, List<String> runs, List<Reading> readings) {

    /** Copies the lists. */
    public Trial {
        runs = List.copyOf(runs);
        readings = List.copyOf(readings);
    }

    /** What a claim comes to in one case. */
    public enum Outcome {
        /** It holds. */
        SATISFIES,
        /** It does not. */
        VIOLATES,
        /** A hypothesis is not met. */
        DISCARDED,
        /** There is no truth value. */
        UNDEFINED,
        /** No arithmetic could tell. */
        UNDECIDED,
        /** Nothing is claimed of one case alone: rates, and runs that are shown for comparison. */
        MEASURED;

        /** As it stands in result files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A number that a claim read of a run.
     *
     * @param run the run's label
     * @param quantity such as {@code last "loss"}
     * @param value the number; a step that never came is infinite
     */
    public record Reading(String run, String quantity, double value) {}
}
