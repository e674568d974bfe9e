package gradlab.verification.recheck;

import java.math.BigInteger;
import java.util.Map;

/**
 * A format of floating-point numbers with so many digits in base 2, all below 2^(last + 1).
 *
 * @param digits how many digits a normal number has
 * @param last the largest exponent; the smallest one of a normal number is 1 - last
 */
record Format(int digits, int last) {
    private static final Map<String, Format> NAMED = Map.of(
            "binary64", new Format(53, 1023),
            "binary32", new Format(24, 127),
            "binary16", new Format(11, 15),
            "bfloat16", new Format(8, 127));

    static Format named(String name) {
        Format format = NAMED.get(name);
        RecheckException.require(format != null, "binary64, binary32, binary16 or bfloat16, not '" + name + "'");
        return java.util.Objects.requireNonNull(format);
    }

    /** The nearest number of the format, the even one of two; undefined beyond all of them. */
    Rational nearest(Rational x) {
        return x.signum() < 0 ? magnitude(x.negate()).negate() : magnitude(x);
    }

    private Rational magnitude(Rational x) {
        int exponent = x.signum() == 0 ? -last : Math.max(x.exponent() - 1, 1 - last);
        // Within one of the logarithm: one step up where the quotient has a digit too many.
        exponent += x.compareTo(Rational.powerOfTwo(exponent + 1)) >= 0 ? 1 : 0;
        Rational unit = Rational.powerOfTwo(Math.max(exponent, 1 - last) - digits + 1);
        Rational nearest = Rational.of(even(x.divide(unit))).multiply(unit);
        if (nearest.compareTo(Rational.powerOfTwo(last + 1)) >= 0) {
            throw NoValue.undefined("overflow of the format");
        }
        return nearest;
    }

    /** The nearest root of a number that is not negative. */
    Rational root(Rational x) {
        return x.exactRoot().map(this::nearest).orElseGet(() -> {
            // No root of a number of the format is the middle of two neighbours, so that bits enough decide.
            Rational low = nearest(x.root(Work.FULL, false));
            RecheckException.require(low.equals(nearest(x.root(Work.FULL, true))), "a root that rounds to one number");
            return low;
        });
    }

    private static BigInteger even(Rational x) {
        BigInteger below = x.floor();
        int half = x.subtract(Rational.of(below)).multiply(Rational.of(2)).compareTo(Rational.ONE);
        return half > 0 || (half == 0 && below.testBit(0)) ? below.add(BigInteger.ONE) : below;
    }
}
