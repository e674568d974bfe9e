package gradlab.verification.certificate;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** Rounds where a box is cut, so that corners stay short. */
final class NumberRounding {

    /** Cuts lie within this share of the middle. */
    private static final int SHARE = 64;

    private NumberRounding() {}

    /** A dyadic number within width/64 of a number. */
    static BigFraction simple(BigFraction value, BigFraction width) {
        BigInteger unit = BigInteger.ONE;
        BigInteger per = width.getDenominator().multiply(BigInteger.valueOf(SHARE));
        int shift = Math.max(0, per.divide(width.getNumerator()).bitLength());
        unit = unit.shiftLeft(shift);
        BigInteger scaled = value.getNumerator().multiply(unit).divide(value.getDenominator());
        return new BigFraction(scaled, unit);
    }
}
