package gradlab.verification.labelled;

import java.util.Optional;

/**
 * The rule that labels a run by how it was built and how it ended, and by nothing else: no loss, norm or other number on the way,
 * nothing that a detector measures. Where construction and end disagree there is no label, and the run is discarded and counted:
 *
 * <ul>
 *   <li>built to explode: exploding, if a number was not finite, or if it ends worse than guessing, that is with a score of
 *       at most 1/5 and a test loss of at least 3/2 of that of guessing
 *   <li>built to vanish: vanishing, if all numbers were finite, the score is at most 1/5 and the test loss at most 3/2 of that
 *       of guessing: it ends as if it had learned nothing
 *   <li>built healthy, noisy or to spike and recover: that, if all numbers were finite and the score is at least 3/5
 * </ul>
 *
 * <p>The rule and the family were fixed before any detector was changed.
 */
public final class Labelling {
    private static final double LEARNED = 0.6;
    private static final double GUESSING = 0.2;
    private static final double WORSE = 1.5;

    private Labelling() {}

    /** The label of a run, if its end bears out its construction. */
    public static Optional<Built> of(Built built, Ending ending) {
        boolean finite = ending.nonFinite().isEmpty();
        boolean failed = !(ending.score() > GUESSING);
        boolean worse = !(ending.loss() < WORSE);
        boolean agrees = switch (built) {
            case EXPLODING -> !finite || (failed && worse);
            case VANISHING -> finite && failed && ending.loss() <= WORSE;
            case HEALTHY, NOISY, SPIKE -> finite && ending.score() >= LEARNED;
        };
        return agrees ? Optional.of(built) : Optional.empty();
    }
}
