package gradlab.analysis.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The exact real number r sqrt(s): r a rational, s a positive integer. Products, quotients, powers and comparisons are
 * exact; a sum is defined where it is such a number again. Numbers are equal when their values are, however they are
 * written. A rational number always has s = 1 (see {@link SquarePart}).
 *
 * <p>Sizes grow with every operation: a caller that loops bounds {@link #bitLength}.
 */
public final class Surd implements Comparable<Surd> {
    /** The number 0. */
    public static final Surd ZERO = of(0);

    /** The number 1. */
    public static final Surd ONE = of(1);

    /** Largest size of a power: 2^22 bits, a million digits, take about a second to make. */
    public static final long MAX_POWER_BITS = 1L << 22;

    private final BigFraction coefficient;
    private final BigInteger radicand;
    private @Nullable BinaryBounds bounds;

    private Surd(BigFraction coefficient, BigInteger radicand) {
        this.coefficient = coefficient;
        this.radicand = coefficient.signum() == 0 ? BigInteger.ONE : radicand;
    }

    /** The integer n. */
    public static Surd of(long n) {
        return of(new BigFraction(n));
    }

    /** The rational number q. */
    public static Surd of(BigFraction q) {
        return new Surd(q, BigInteger.ONE);
    }

    /**
     * The exact value of a binary64 number (0.1 gives 3602879701896397/2^55).
     *
     * @throws IllegalArgumentException if x is NaN or infinite
     */
    public static Surd ofDouble(double x) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("x must be finite, got " + x);
        }
        // Not BigFraction(double), whose subnormals are half of what they should be.
        BigDecimal exact = new BigDecimal(x);
        BigInteger unscaled = exact.unscaledValue();
        return of(
                exact.scale() > 0
                        ? new BigFraction(unscaled, BigInteger.TEN.pow(exact.scale()))
                        : new BigFraction(exact.toBigIntegerExact()));
    }

    /**
     * The square root of a rational number.
     *
     * @throws IllegalArgumentException if q is negative
     */
    public static Surd sqrt(BigFraction q) {
        if (q.signum() < 0) {
            throw new IllegalArgumentException("q must not be negative, got " + q);
        }
        if (q.signum() == 0) {
            return ZERO;
        }
        SquarePart above = SquarePart.of(q.getNumerator());
        SquarePart below = SquarePart.of(q.getDenominator());
        BigFraction outside = new BigFraction(above.root(), below.root().multiply(below.free()));
        return new Surd(outside, above.free().multiply(below.free()));
    }

    /** Whether this number is rational. */
    public boolean isRational() {
        return radicand.equals(BigInteger.ONE);
    }

    /** This number as a fraction; empty when it is irrational. */
    public Optional<BigFraction> rational() {
        return isRational() ? Optional.of(coefficient) : Optional.empty();
    }

    /** The square r² s, a rational number. */
    public BigFraction square() {
        return coefficient.multiply(coefficient).multiply(radicand);
    }

    /** The factor sqrt(s) of r sqrt(s). */
    Surd irrationalUnit() {
        return new Surd(BigFraction.ONE, radicand);
    }

    /** The number -x. */
    public Surd negate() {
        return new Surd(coefficient.negate(), radicand);
    }

    /** The number |x|. */
    public Surd abs() {
        return signum() < 0 ? negate() : this;
    }

    /** The product x y. */
    public Surd multiply(Surd y) {
        BigFraction product = coefficient.multiply(y.coefficient);
        if (radicand.equals(y.radicand)) {
            return of(product.multiply(radicand));
        }
        if (isRational() || y.isRational()) {
            return new Surd(product, radicand.multiply(y.radicand));
        }
        BigInteger common = radicand.gcd(y.radicand);
        // Coprime factors: a square of a small prime cannot arise, a large square in one of them can.
        SquarePart left = SquarePart.of(radicand.divide(common));
        SquarePart right = SquarePart.of(y.radicand.divide(common));
        BigInteger outside = common.multiply(left.root()).multiply(right.root());
        return new Surd(product.multiply(outside), left.free().multiply(right.free()));
    }

    /**
     * The number 1/x = sqrt(s)/(r s).
     *
     * @throws IllegalArgumentException if x is 0
     */
    public Surd reciprocal() {
        if (signum() == 0) {
            throw new IllegalArgumentException("divisor must not be 0, got " + this);
        }
        return new Surd(coefficient.multiply(radicand).reciprocal(), radicand);
    }

    /**
     * The quotient x / y.
     *
     * @throws IllegalArgumentException if y is 0
     */
    public Surd divide(Surd y) {
        return multiply(y.reciprocal());
    }

    /**
     * The power x^n, with 0^0 refused as undefined.
     *
     * @throws IllegalArgumentException if x is 0 and n is not positive, or if |n| times the size of x is above
     *     {@link #MAX_POWER_BITS}
     */
    public Surd pow(int n) {
        if (signum() == 0 && n <= 0) {
            throw new IllegalArgumentException("exponent of 0 must be positive, got " + n);
        }
        if (abs().equals(ONE)) {
            return n % 2 == 0 ? ONE : this;
        }
        long size = Math.abs((long) n) * bitLength();
        if (size > MAX_POWER_BITS) {
            throw new IllegalArgumentException(
                    "n times the size of the base must be at most " + MAX_POWER_BITS + " bits, got " + size);
        }
        Surd base = n < 0 ? reciprocal() : this;
        int exponent = Math.abs(n);
        BigFraction power = base.coefficient.pow(exponent).multiply(base.radicand.pow(exponent / 2));
        return new Surd(power, exponent % 2 == 0 ? BigInteger.ONE : base.radicand);
    }

    /** The sum x + y where it is a number r sqrt(s) again: s x y a square, or one of them 0. Otherwise empty. */
    public Optional<Surd> add(Surd y) {
        if (signum() == 0 || y.signum() == 0) {
            return Optional.of(signum() == 0 ? y : this);
        }
        if (radicand.equals(y.radicand)) {
            return Optional.of(new Surd(coefficient.add(y.coefficient), radicand));
        }
        // sqrt(t) = sqrt(s t)/s sqrt(s)
        return SquarePart.exactRoot(radicand.multiply(y.radicand))
                .map(root -> y.coefficient.multiply(new BigFraction(root, radicand)))
                .map(other -> new Surd(coefficient.add(other), radicand));
    }

    /** The difference x - y under the condition of {@link #add}. */
    public Optional<Surd> subtract(Surd y) {
        return add(y.negate());
    }

    /** The square root of a rational number that is not negative; empty for every other one. */
    public Optional<Surd> sqrt() {
        return isRational() && signum() >= 0 ? Optional.of(sqrt(coefficient)) : Optional.empty();
    }

    /** The sign: -1, 0 or 1. */
    public int signum() {
        return coefficient.signum();
    }

    /** Compares exactly, by signs and squares. */
    @Override
    public int compareTo(Surd y) {
        if (radicand.equals(y.radicand) || signum() != y.signum()) {
            return coefficient.compareTo(y.coefficient);
        }
        return signum() * square().compareTo(y.square());
    }

    /** The largest integer not above this number. */
    public BigInteger floor() {
        return signum() < 0 ? ceilOfAbs().negate() : floorOfAbs();
    }

    /** The smallest integer not below this number. */
    public BigInteger ceil() {
        return signum() < 0 ? floorOfAbs().negate() : ceilOfAbs();
    }

    private BigInteger floorOfAbs() {
        BigFraction square = square();
        return square.getNumerator().divide(square.getDenominator()).sqrt();
    }

    private BigInteger ceilOfAbs() {
        BigInteger floor = floorOfAbs();
        return of(new BigFraction(floor)).equals(abs()) ? floor : floor.add(BigInteger.ONE);
    }

    /** The largest binary64 number not above this one, or -Infinity; see {@link BinaryBounds}. */
    public double lower() {
        return signum() < 0 ? 0.0 - absBounds().upper() : absBounds().lower();
    }

    /** The smallest binary64 number not below this one, or Infinity; see {@link BinaryBounds}. */
    public double upper() {
        return signum() < 0 ? 0.0 - absBounds().lower() : absBounds().upper();
    }

    private BinaryBounds absBounds() {
        BinaryBounds known = bounds;
        if (known == null) {
            known = BinaryBounds.ofRoot(square());
            bounds = known;
        }
        return known;
    }

    /** A measure of size: the bits of numerator, denominator and radicand together. */
    public int bitLength() {
        return coefficient.getNumerator().bitLength()
                + coefficient.getDenominator().bitLength()
                + radicand.bitLength();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Surd y && compareTo(y) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * square().hashCode() + signum();
    }

    /** For example {@code 3/2*sqrt(5)}, {@code -sqrt(2)}, {@code 7/3}, {@code 4}. */
    @Override
    public String toString() {
        String outside = coefficient.getDenominator().equals(BigInteger.ONE)
                ? coefficient.getNumerator().toString()
                : coefficient.getNumerator() + "/" + coefficient.getDenominator();
        if (isRational()) {
            return outside;
        }
        String root = "sqrt(" + radicand + ")";
        return switch (outside) {
            case "1" -> root;
            case "-1" -> "-" + root;
            default -> outside + "*" + root;
        };
    }
}
