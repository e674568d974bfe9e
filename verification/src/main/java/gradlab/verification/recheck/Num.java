package gradlab.verification.recheck;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A real number: a rational (low = high), the square root of a rational up to sign (its square kept with the sign of the
 * number), or something between two rationals. Exact operations stay exact up to {@link #LONGEST_EXACT} bits; all others
 * are rounded outwards to {@link #BITS} bits.
 */
final class Num implements Value {
    static final int BITS = 208;
    private static final int LONGEST_EXACT = 8192;
    private static final int LARGEST_POWER = 1 << 20;
    static final Num ZERO = of(Rational.ZERO);
    static final Num ONE = of(Rational.ONE);
    static final Num TWO = of(2);

    final Rational low;
    final Rational high;
    private final Optional<Rational> signedSquare;

    private Num(Rational low, Rational high, Optional<Rational> signedSquare) {
        this.low = low;
        this.high = high;
        this.signedSquare = signedSquare;
    }

    static Num of(Rational exact) {
        return between(exact, exact);
    }

    static Num of(long exact) {
        return of(Rational.of(exact));
    }

    static Num between(Rational low, Rational high) {
        Work.spend(low, high);
        return low.equals(high) && low.bits() <= LONGEST_EXACT
                ? new Num(low, high, Optional.empty())
                : new Num(low.down(BITS), high.up(BITS), Optional.empty());
    }

    /** The number of given sign with the given square: sign(x) sqrt(|x|) for x = signedSquare. */
    private static Num root(Rational signedSquare) {
        Work.spend(signedSquare, signedSquare);
        boolean negative = signedSquare.signum() < 0;
        Rational square = signedSquare.abs();
        Optional<Rational> exact = square.exactRoot();
        if (exact.isPresent()) {
            return of(negative ? exact.get().negate() : exact.get());
        }
        Rational down = square.rootDown(BITS);
        Rational up = square.rootUp(BITS);
        return new Num(
                negative ? up.negate() : down,
                negative ? down.negate() : up,
                square.bits() <= LONGEST_EXACT ? Optional.of(signedSquare) : Optional.empty());
    }

    boolean isPoint() {
        return low.equals(high);
    }

    boolean isExact() {
        return isPoint() || signedSquare.isPresent();
    }

    boolean isZero() {
        return isPoint() && low.signum() == 0;
    }

    boolean containsZero() {
        return low.signum() <= 0 && high.signum() >= 0;
    }

    private Rational signedSquare() {
        return signedSquare.orElseGet(() -> low.multiply(low.abs()));
    }

    Num add(Num other) {
        if (isPoint() && other.isPoint()) {
            return of(low.add(other.low));
        }
        if (isExact() && other.isExact()) {
            Rational a = signedSquare();
            Rational b = other.signedSquare();
            Optional<Rational> product = a.multiply(b).abs().exactRoot();
            if (product.isPresent()) {
                Rational twice = product.get().multiply(Rational.of(2L * a.signum() * b.signum()));
                Rational square = a.abs().add(b.abs()).add(twice);
                return root(a.add(b).signum() < 0 ? square.negate() : square);
            }
        }
        return between(low.add(other.low), high.add(other.high));
    }

    Num negate() {
        return new Num(high.negate(), low.negate(), signedSquare.map(Rational::negate));
    }

    Num subtract(Num other) {
        return add(other.negate());
    }

    Num multiply(Num other) {
        if (isPoint() && other.isPoint()) {
            return of(low.multiply(other.low));
        }
        if (isExact() && other.isExact()) {
            return root(signedSquare().multiply(other.signedSquare()));
        }
        if (low.signum() >= 0 && other.low.signum() >= 0) {
            return between(low.multiply(other.low), high.multiply(other.high));
        }
        Rational a = low.multiply(other.low);
        Rational b = low.multiply(other.high);
        Rational c = high.multiply(other.low);
        Rational d = high.multiply(other.high);
        return between(a.min(b).min(c).min(d), a.max(b).max(c).max(d));
    }

    Num divide(Num other) {
        if (other.isZero()) {
            throw NoValue.undefined("division by zero");
        }
        if (other.containsZero()) {
            throw NoValue.undecided("division by what may be zero");
        }
        if (isExact() && other.isExact()) {
            return isPoint() && other.isPoint()
                    ? of(low.divide(other.low))
                    : root(signedSquare().divide(other.signedSquare()));
        }
        return multiply(between(Rational.ONE.divide(other.high), Rational.ONE.divide(other.low)));
    }

    /** Bounds a little apart, so that what is computed from them is rounded. */
    Num blurred() {
        Rational width = low.abs().max(high.abs()).multiply(Rational.powerOfTwo(-BITS));
        return between(low.subtract(width), high.add(width));
    }

    Num sqrt() {
        if (high.signum() < 0) {
            throw NoValue.undefined("square root of a negative number");
        }
        if (low.signum() < 0) {
            throw NoValue.undecided("square root of what may be negative");
        }
        return isPoint() ? root(low) : between(low.rootDown(BITS), high.rootUp(BITS));
    }

    Num abs() {
        return low.signum() >= 0
                ? this
                : high.signum() <= 0 ? negate() : between(Rational.ZERO, high.max(low.negate()));
    }

    Num min(Num other) {
        return other.negate().max(negate()).negate();
    }

    Num max(Num other) {
        Truth less = less(other);
        return less == Truth.TRUE
                ? other
                : less == Truth.FALSE ? this : between(low.max(other.low), high.max(other.high));
    }

    Truth less(Num other) {
        if (isExact() && other.isExact()) {
            return Truth.of(signedSquare().compareTo(other.signedSquare()) < 0);
        }
        return high.compareTo(other.low) < 0
                ? Truth.TRUE
                : low.compareTo(other.high) >= 0 ? Truth.FALSE : Truth.UNDECIDED;
    }

    Truth equal(Num other) {
        if (isExact() && other.isExact()) {
            return Truth.of(signedSquare().equals(other.signedSquare()));
        }
        boolean apart = high.compareTo(other.low) < 0 || other.high.compareTo(low) < 0;
        return apart ? Truth.FALSE : Truth.UNDECIDED;
    }

    Num floor() {
        return between(Rational.of(low.floor(), BigInteger.ONE), Rational.of(high.floor(), BigInteger.ONE));
    }

    Num pow(Num exponent) {
        if (exponent.isPoint() && exponent.low.den().equals(BigInteger.ONE)) {
            return pow(exponent.low.num());
        }
        if (exponent.multiply(TWO).equal(ONE) == Truth.TRUE) {
            return sqrt();
        }
        if (isZero() && exponent.low.signum() > 0) {
            return ZERO;
        }
        if (low.signum() > 0) {
            return Series.exp(exponent.multiply(Series.log(this)));
        }
        boolean never = exponent.isExact() && (high.signum() < 0 || (isZero() && exponent.high.signum() < 0));
        throw never ? NoValue.undefined("power without value") : NoValue.undecided("power of what may be negative");
    }

    private Num pow(BigInteger exponent) {
        if (exponent.bitLength() > 31 || Math.abs(exponent.longValue()) > LARGEST_POWER) {
            throw NoValue.undecided("power beyond " + LARGEST_POWER);
        }
        int n = exponent.intValue();
        if (n < 0) {
            return ONE.divide(pow(exponent.negate()));
        }
        if (n == 0 && containsZero()) {
            throw isZero() ? NoValue.undefined("0^0") : NoValue.undecided("0^0 perhaps");
        }
        Num result = n % 2 == 0 ? ONE : this;
        Num square = abs();
        for (int left = n / 2; left > 0; left /= 2) {
            square = square.multiply(square);
            result = left % 2 == 0 ? result : result.multiply(square);
        }
        return result;
    }
}
