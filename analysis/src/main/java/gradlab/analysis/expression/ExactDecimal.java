package gradlab.analysis.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * A rational number that ends in decimals: {@code digits} times ten to the {@code exponent}.
 *
 * @param digits without trailing zeros, not negative
 * @param exponent the power of ten of the last digit
 */
record ExactDecimal(BigInteger digits, int exponent) {

    private static final int LONGEST_PLAIN = 6;

    /** The decimal that a number equals, its sign dropped; empty if its expansion does not end. */
    static Optional<ExactDecimal> ofMagnitude(BigFraction value) {
        BigFraction magnitude = value.abs().reduce();
        if (!ends(magnitude.getDenominator())) {
            return Optional.empty();
        }
        BigDecimal decimal = new BigDecimal(magnitude.getNumerator())
                .divide(new BigDecimal(magnitude.getDenominator()))
                .stripTrailingZeros();
        return Optional.of(new ExactDecimal(decimal.unscaledValue(), -decimal.scale()));
    }

    private static boolean ends(BigInteger denominator) {
        BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
        BigInteger five = BigInteger.valueOf(5);
        BigInteger[] parts = rest.divideAndRemainder(five);
        while (parts[1].signum() == 0) {
            rest = parts[0];
            parts = rest.divideAndRemainder(five);
        }
        return rest.equals(BigInteger.ONE);
    }

    /** Without an exponent. */
    String plain() {
        return new BigDecimal(digits, -exponent).toPlainString();
    }

    /** Whether it is clearer with a power of ten than written out. */
    boolean readsBetterScaled() {
        int plain = lengthOfPlain();
        int factor = mantissa().equals("1") ? 0 : mantissa().length() + 1;
        int scaled = factor + 2 + Integer.toString(power()).length();
        return plain > LONGEST_PLAIN && scaled <= plain;
    }

    private int lengthOfPlain() {
        int count = digits.toString().length();
        if (exponent >= 0) {
            return count + exponent;
        }
        return count > -exponent ? count + 1 : 2 - exponent;
    }

    /** The digits with a point behind the first. */
    String mantissa() {
        String all = digits.toString();
        return all.length() == 1 ? all : all.charAt(0) + "." + all.substring(1);
    }

    /** The power of ten beside {@link #mantissa()}. */
    int power() {
        return exponent + digits.toString().length() - 1;
    }
}
