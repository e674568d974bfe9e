package gradlab.dynamics.diagnosis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as loggers spell them. */
final class LogNumber {
    private static final int LONGEST = 64;

    private LogNumber() {}

    /** The number that a text spells; null if it spells none. */
    static @Nullable Double of(String text) {
        Double special = nonFinite(text);
        if (special != null || text.length() > LONGEST || !text.matches("[-+.0-9eE]+")) {
            return special;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** NaN or an infinity as Python, C and Java spell it; null for anything else. */
    static @Nullable Double nonFinite(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    /** Whether a text says that there is no value. */
    static boolean isMissing(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "none", "null", "na", "n/a", "-" -> true;
            default -> false;
        };
    }
}
