package gradlab.verification.labelled;

import java.util.Locale;

/** What a run was built to be; after {@link Labelling}, what it is. */
public enum Built {
    /** Weights or steps so large that numbers grow without bound. */
    EXPLODING,
    /** Layers that each shrink the gradient. */
    VANISHING,
    /** Weights that keep norms, steps within the usual range. */
    HEALTHY,
    /** The same with small batches or masks, so that every number scatters. */
    NOISY,
    /** A rate that rises beyond what the run can stand and falls again in time. */
    SPIKE;

    /** Its name in JSON and in text. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an alarm about it would be right. */
    public boolean isHarmed() {
        return this == EXPLODING || this == VANISHING;
    }
}
