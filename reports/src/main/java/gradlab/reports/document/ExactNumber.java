package gradlab.reports.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hipparchus.fraction.BigFraction;

/**
 * Rational numbers as texts that lose nothing: a binary64 number in hexadecimal ({@code 0x1.8p1}), any other as a
 * reduced fraction {@code p/q}.
 */
final class ExactNumber {

    private static final Pattern HEXADECIMAL = Pattern.compile("-?0x[01]\\.[0-9a-f]{1,13}p-?[0-9]{1,4}");
    private static final Pattern FRACTION = Pattern.compile("(-?[0-9]{1,20000})/([0-9]{1,20000})");

    /** More digits than any binary64 number has, or any point halfway between two. */
    private static final MathContext DIGITS = new MathContext(800, RoundingMode.HALF_EVEN);

    /** So many bits are neither beyond the range of binary64 nor, as a denominator, below it. */
    private static final int SAFE_BITS = 900;

    private ExactNumber() {}

    static String text(BigFraction value) {
        BigFraction reduced = value.reduce();
        OptionalDouble nearest = nearest(reduced);
        return nearest.isPresent() && isExactly(nearest.getAsDouble(), reduced)
                ? Double.toHexString(nearest.getAsDouble())
                : reduced.getNumerator() + "/" + reduced.getDenominator();
    }

    /** The nearest binary64 number; empty where that would be infinite, or 0 for a number that is not. */
    static OptionalDouble nearest(BigFraction value) {
        BigInteger numerator = value.getNumerator();
        BigInteger denominator = value.getDenominator();
        boolean inRange = numerator.bitLength() <= SAFE_BITS && denominator.bitLength() <= SAFE_BITS;
        if (inRange && denominator.bitCount() == 1) {
            // The numerator is rounded once; dividing by a power of two then loses nothing.
            return OptionalDouble.of(numerator.doubleValue() / denominator.doubleValue());
        }
        double nearest = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), DIGITS)
                .doubleValue();
        boolean vanished = nearest == 0 && numerator.signum() != 0;
        return Double.isInfinite(nearest) || vanished ? OptionalDouble.empty() : OptionalDouble.of(nearest);
    }

    /** Whether a binary64 number is this rational. */
    static boolean isExactly(double number, BigFraction value) {
        BigDecimal scaled = new BigDecimal(number).multiply(new BigDecimal(value.getDenominator()));
        return scaled.compareTo(new BigDecimal(value.getNumerator())) == 0;
    }

    /** Reads what {@link #text} writes; empty for anything else. */
    static Optional<BigFraction> parse(String text) {
        if (HEXADECIMAL.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? Optional.empty() : Optional.of(ofDouble(value));
        }
        Matcher fraction = FRACTION.matcher(text);
        if (!fraction.matches()) {
            return Optional.empty();
        }
        BigInteger denominator = new BigInteger(fraction.group(2));
        return denominator.signum() == 0
                ? Optional.empty()
                : Optional.of(new BigFraction(new BigInteger(fraction.group(1)), denominator).reduce());
    }

    private static BigFraction ofDouble(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigInteger scale = BigInteger.TEN.pow(Math.max(0, exact.scale()));
        return new BigFraction(exact.multiply(new BigDecimal(scale)).toBigIntegerExact(), scale).reduce();
    }
}
