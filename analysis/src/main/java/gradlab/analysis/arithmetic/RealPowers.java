package gradlab.analysis.arithmetic;

import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Powers with exponents that are not known to be integers: exact for multiples of 1/2, enclosed for the others.
 *
 * @param numbers what computes roots and integer powers
 */
record RealPowers(RealArithmetic numbers) {
    /** Larger exponents are left to intervals. */
    private static final int LONGEST_EXPONENT = 20;

    Real power(Real a, Real b) {
        Optional<BigFraction> exponent =
                b instanceof Real.Exact exact ? exact.value().rational() : Optional.empty();
        return a instanceof Real.Exact base && exponent.isPresent() ? power(base, exponent.get(), b) : enclosed(a, b);
    }

    private Real power(Real.Exact base, BigFraction exponent, Real b) {
        int sign = base.value().signum();
        if (sign < 0 || (sign == 0 && exponent.signum() <= 0)) {
            throw NoValueException.undefined("a power of a base not above 0");
        }
        if (sign == 0) {
            return numbers.zero();
        }
        BigInteger twice = exponent.multiply(2).getNumerator();
        boolean half = exponent.getDenominator().equals(BigInteger.TWO) && twice.bitLength() < LONGEST_EXPONENT;
        return half ? numbers.power(numbers.sqrt(base), twice.intValueExact()) : enclosed(base, b);
    }

    private static Real enclosed(Real a, Real b) {
        return new Real.Enclosed(IntervalArithmetic.INTERVALS.power(a.enclosure(), b.enclosure()));
    }
}
