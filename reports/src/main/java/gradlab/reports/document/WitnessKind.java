package gradlab.reports.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of value a witness file holds under a name. */
enum WitnessKind {
    NUMBER,
    TRUTH,
    VECTOR,
    MATRIX,
    LIST;

    /** As it stands in the file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<WitnessKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }
}
