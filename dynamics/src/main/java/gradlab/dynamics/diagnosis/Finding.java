package gradlab.dynamics.diagnosis;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that is wrong with a run.
 *
 * @param kind what
 * @param step the first step at which it shows; none where it is of the run as a whole
 * @param layer the layer at which it begins, where the log tells layers apart
 * @param evidence numbers, the threshold they pass, and where that comes from
 * @param confidence from 0 to 1, see {@link Confidence}
 * @param advice what to try
 * @param claim the claim of the catalogue that supports the advice
 */
public record Finding(
        FindingKind kind,
        OptionalLong step,
        Optional<String> layer,
        String evidence,
        double confidence,
        String advice,
        String claim) {

    /** From this confidence on a finding counts as harm: more likely than not, whatever the distribution of the scatter. */
    public static final double HARMFUL = 0.5;

    /** Checks the confidence. */
    public Finding {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be from 0 to 1, was " + confidence);
        }
    }

    /** Whether it harms the run. */
    public boolean isHarmful() {
        return confidence >= HARMFUL;
    }
}
