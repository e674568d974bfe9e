package gradlab.verification.recheck;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An exact rational number in lowest terms, the denominator positive. */
record Rational(BigInteger num, BigInteger den) implements Comparable<Rational> {
    static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);
    static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);
    /** Numbers are kept between 2^-RANGE and 2^RANGE, or 0. */
    private static final int RANGE = 20_000;

    private static final int LONGEST_NUMBER = 5_000;
    private static final Pattern FRACTION = Pattern.compile("-?[0-9]++(/0*+[1-9][0-9]*+)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("(-?)0x([0-9a-f]{1,20})(?:\\.([0-9a-f]{0,20}))?p([-+]?[0-9]{1,4})");

    static Rational of(BigInteger num, BigInteger den) {
        if (num.signum() == 0) {
            return ZERO;
        }
        int twos = Math.min(num.getLowestSetBit(), den.getLowestSetBit());
        BigInteger n = (den.signum() < 0 ? num.negate() : num).shiftRight(twos);
        BigInteger d = den.abs().shiftRight(twos);
        BigInteger common = d.bitCount() == 1 ? BigInteger.ONE : n.gcd(d);
        return common.equals(BigInteger.ONE) ? new Rational(n, d) : new Rational(n.divide(common), d.divide(common));
    }

    static Rational of(BigInteger integer) {
        return new Rational(integer, BigInteger.ONE);
    }

    static Rational of(long integer) {
        return of(BigInteger.valueOf(integer));
    }

    static Rational powerOfTwo(int power) {
        Rational result = of(BigInteger.ONE.shiftLeft(Math.abs(power)));
        return power >= 0 ? result : ONE.divide(result);
    }

    /** An integer, a fraction of integers or a hexadecimal double; empty if the text is none of these. */
    static Optional<Rational> parse(String text) {
        if (text.length() <= LONGEST_NUMBER && FRACTION.matcher(text).matches()) {
            String[] parts = (text + "/1").split("/", -1);
            return Optional.of(of(new BigInteger(parts[0]), new BigInteger(parts[1])));
        }
        Matcher hex = HEXADECIMAL.matcher(text);
        if (!hex.matches()) {
            return Optional.empty();
        }
        String fraction = Optional.ofNullable(hex.group(3)).orElse("");
        Rational whole = of(new BigInteger(hex.group(1) + hex.group(2) + fraction, 16));
        return Optional.of(whole.multiply(powerOfTwo(Integer.parseInt(hex.group(4)) - 4 * fraction.length())));
    }

    Rational add(Rational other) {
        return den.equals(other.den)
                ? of(num.add(other.num), den)
                : of(num.multiply(other.den).add(other.num.multiply(den)), den.multiply(other.den));
    }

    Rational subtract(Rational other) {
        return add(other.negate());
    }

    Rational multiply(Rational other) {
        return of(num.multiply(other.num), den.multiply(other.den));
    }

    Rational divide(Rational other) {
        return of(num.multiply(other.den), den.multiply(other.num));
    }

    Rational negate() {
        return new Rational(num.negate(), den);
    }

    Rational abs() {
        return num.signum() < 0 ? negate() : this;
    }

    int signum() {
        return num.signum();
    }

    @Override
    public int compareTo(Rational other) {
        return den.equals(other.den)
                ? num.compareTo(other.num)
                : num.multiply(other.den).compareTo(other.num.multiply(den));
    }

    Rational min(Rational other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Rational max(Rational other) {
        return compareTo(other) >= 0 ? this : other;
    }

    BigInteger floor() {
        return floor(num, den);
    }

    private static BigInteger floor(BigInteger num, BigInteger den) {
        BigInteger[] parts = num.divideAndRemainder(den);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    int bits() {
        return num.bitLength() + den.bitLength();
    }

    /** About the logarithm to base 2, within 1. */
    int exponent() {
        return num.bitLength() - den.bitLength();
    }

    /** The largest multiple not above this of a power of two that leaves about so many bits; this itself if short. */
    Rational down(int bits) {
        if (bits() <= bits) {
            return this;
        }
        if (exponent() > RANGE) {
            throw NoValue.undecided("a number beyond 2^" + RANGE);
        }
        if (exponent() < -RANGE) {
            return signum() < 0 ? powerOfTwo(1 - RANGE).negate() : ZERO;
        }
        int shift = bits - exponent();
        BigInteger scaled = floor(num.shiftLeft(Math.max(0, shift)), den.shiftLeft(Math.max(0, -shift)));
        return of(scaled.shiftLeft(Math.max(0, -shift)), BigInteger.ONE.shiftLeft(Math.max(0, shift)));
    }

    /** The product as {@link #down} would round it, where it is not short; saves the greatest common divisor. */
    Rational timesDown(Rational other, int bits) {
        Rational product = new Rational(num.multiply(other.num), den.multiply(other.den));
        return product.bits() <= bits ? of(product.num, product.den) : product.down(bits);
    }

    /** The product as {@link #up} would round it, where it is not short. */
    Rational timesUp(Rational other, int bits) {
        return negate().timesDown(other, bits).negate();
    }

    Rational up(int bits) {
        return negate().down(bits).negate();
    }

    /** The square root of a number that is not negative: exact if rational, else rounded to about so many bits. */
    Rational root(int bits, boolean up) {
        int shift = bits - exponent() / 2;
        BigInteger floor = multiply(powerOfTwo(2 * shift)).floor().sqrt();
        Rational rounded = of(up ? floor.add(BigInteger.ONE) : floor).multiply(powerOfTwo(-shift));
        return exactRoot().orElse(rounded);
    }

    /** The square root if it is rational. */
    Optional<Rational> exactRoot() {
        Rational root = signum() < 0 ? ZERO : new Rational(num.sqrt(), den.sqrt());
        return root.multiply(root).equals(this) ? Optional.of(root) : Optional.empty();
    }

    double toDouble() {
        return new BigDecimal(num)
                .divide(new BigDecimal(den), MathContext.DECIMAL64)
                .doubleValue();
    }
}
