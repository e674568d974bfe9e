package gradlab.reports.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.hipparchus.fraction.BigFraction;

/**
 * A number as a person reads it.
 *
 * @param text at most six significant digits, or more where a short decimal is exact
 * @param exact whether the text is the number itself
 */
record ShortNumber(String text, boolean exact) {

    private static final int LONGEST_EXACT = 9;
    private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final MathContext BOUND = new MathContext(3, RoundingMode.CEILING);

    static ShortNumber of(BigFraction value) {
        BigDecimal numerator = new BigDecimal(value.getNumerator());
        BigDecimal denominator = new BigDecimal(value.getDenominator());
        BigDecimal longer = numerator.divide(denominator, new MathContext(LONGEST_EXACT));
        if (longer.multiply(denominator).compareTo(numerator) == 0) {
            return new ShortNumber(text(longer), true);
        }
        return new ShortNumber(text(numerator.divide(denominator, SHOWN)), false);
    }

    /** A measured number, to six digits. */
    static String of(double value) {
        return Double.isFinite(value) ? text(new BigDecimal(value).round(SHOWN)) : words(value);
    }

    /** An upper bound, to three digits, rounded upwards so that it stays one. */
    static String upperBound(double value) {
        return Double.isFinite(value) ? text(new BigDecimal(value).round(BOUND)) : words(value);
    }

    private static String words(double value) {
        return Double.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
    }

    private static String text(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        int power = stripped.precision() - stripped.scale() - 1;
        if (stripped.signum() == 0 || (power >= -5 && power < 9)) {
            return stripped.toPlainString().replace('-', '−');
        }
        String digits = stripped.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (stripped.signum() < 0 ? "−" : "") + mantissa + "e" + power;
    }
}
