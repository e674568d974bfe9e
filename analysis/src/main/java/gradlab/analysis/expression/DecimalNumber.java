package gradlab.analysis.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.antlr.v4.runtime.Token;
import org.hipparchus.fraction.BigFraction;

/** The exact value of a decimal as written. */
final class DecimalNumber {

    private static final int MOST_DIGITS = 1_000;
    private static final int LARGEST_EXPONENT = 5_000;

    private DecimalNumber() {}

    /** The fraction that a token of digits, point and exponent means; refused if it is out of bounds. */
    static BigFraction parse(ExpressionParser.Places places, Token token) {
        String text = token.getText();
        int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
        String digits = mark < 0 ? text : text.substring(0, mark);
        String exponent = mark < 0 ? "0" : text.substring(mark + 1);
        if (digits.length() > MOST_DIGITS || exponent.length() > 6 || tooLarge(exponent)) {
            throw places.error(
                    token, "at most " + MOST_DIGITS + " digits and an exponent of at most " + LARGEST_EXPONENT);
        }
        return fraction(new BigDecimal(text));
    }

    private static boolean tooLarge(String exponent) {
        return Math.abs(Integer.parseInt(exponent)) > LARGEST_EXPONENT;
    }

    private static BigFraction fraction(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        return value.scale() >= 0
                ? new BigFraction(unscaled, BigInteger.TEN.pow(value.scale()))
                : new BigFraction(unscaled.multiply(BigInteger.TEN.pow(-value.scale())));
    }
}
