package gradlab.verification.labelled;

import java.util.Locale;

/** What a run is used for. */
public enum Part {
    /** Detectors may be changed after a look at these. */
    TUNING,
    /** Detectors are judged on these, of other architectures, once. */
    HELD_OUT;

    /** Its name in JSON and in text. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
