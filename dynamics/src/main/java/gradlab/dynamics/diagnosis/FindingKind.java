package gradlab.dynamics.diagnosis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be wrong with a run. */
public enum FindingKind {
    /** Numbers that grow without bound or have ceased to be finite. */
    EXPLOSION,
    /** Gradients too small to change anything. */
    VANISHING,
    /** A loss that does not fall. */
    PLATEAU,
    /** Units that are zero whatever comes in. */
    DEAD_UNITS,
    /** Units on the flat parts of their activation. */
    SATURATION,
    /** Gradients that grow while clipping hides it. */
    HIDDEN_BY_CLIPPING,
    /** A loss more curved than the optimiser can stand. */
    SHARPNESS,
    /** A loss that goes to and fro. */
    OSCILLATION;

    /** The kind of a name in JSON and in text. */
    public static Optional<FindingKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** Its name in JSON and in text: lower case, with hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
