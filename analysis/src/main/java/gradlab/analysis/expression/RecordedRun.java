package gradlab.analysis.expression;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a claim can read of a training run. */
public interface RecordedRun {

    /** A recorded series by name, or empty if the run has none of that name. */
    Optional<List<Double>> series(String name);

    /** The number that a series has at a step, if the run recorded it there. */
    OptionalDouble at(String name, int step);

    /** The names of its series. */
    List<String> seriesNames();

    /** The step at which the first loss or gradient that is not finite turned up. */
    OptionalInt firstNonFinite();

    /** Share of the test set classified correctly at the end, from 0 to 1; not a number where answers are numbers. */
    double accuracy();

    /** Mean loss of the test points at the end; it may be infinite or not a number. */
    double testLoss();

    /** How many updates were made. */
    int steps();

    /**
     * Whether a diagnosis of what was recorded, without a look at what ended the run, finds harm of a kind; empty if there is
     * no such kind.
     */
    Optional<Boolean> diagnosed(String kind);

    /**
     * Hears of a number that was read, so that it can be shown beside the verdict.
     *
     * @param quantity what it is, as a claim says it without the run: {@code last "loss"}
     */
    default void hear(String quantity, double value) {}
}
