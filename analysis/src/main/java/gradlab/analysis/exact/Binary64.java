package gradlab.analysis.exact;

import org.hipparchus.fraction.BigFraction;

/**
 * Between rationals and binary64. Hipparchus's {@code BigFraction(double)} halves subnormal numbers and its
 * {@code doubleValue} promises no rounding, so that nothing that decides may use them.
 */
public final class Binary64 {

    private Binary64() {}

    /**
     * The rational that a binary64 number is.
     *
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public static BigFraction exact(double value) {
        return Surd.ofDouble(value).rational().orElseThrow();
    }

    /** A finite binary64 number next to a rational: the nearer of its two neighbours, the even-handed lower on a tie. */
    public static double near(BigFraction value) {
        Surd surd = Surd.of(value);
        double lower = surd.lower();
        double upper = surd.upper();
        if (Double.isInfinite(upper) || lower == upper) {
            return lower;
        }
        if (Double.isInfinite(lower)) {
            return upper;
        }
        BigFraction below = value.subtract(exact(lower));
        return below.compareTo(exact(upper).subtract(value)) <= 0 ? lower : upper;
    }

    /** Whether a rational is a binary64 number. */
    public static boolean has(BigFraction value) {
        Surd surd = Surd.of(value);
        return surd.lower() == surd.upper();
    }
}
