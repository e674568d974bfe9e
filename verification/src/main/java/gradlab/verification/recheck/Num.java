package gradlab.verification.recheck;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A real number: a rational (low = high), the square root of a rational up to sign (its square kept with the sign of the
 * number), or something between two rationals. Exact operations stay exact up to {@link #LONGEST_EXACT} bits; all others
 * are rounded outwards to {@link Work#FULL} bits, or to {@link Work#QUICK} in a first look at a box.
 */
final class Num {
    private static final int LONGEST_EXACT = 8192;
    private static final int LONGEST_QUICK = 512;
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
        Work.spend((long) low.bits() + high.bits());
        return low.equals(high) && low.bits() <= LONGEST_EXACT
                ? new Num(low, high, Optional.empty())
                : new Num(low.down(Work.bits()), high.up(Work.bits()), Optional.empty());
    }

    /** Between ends that are rounded already. */
    private static Num rounded(Rational low, Rational high) {
        Work.spend((long) low.bits() + high.bits());
        return new Num(low, high, Optional.empty());
    }

    /** The number of given sign with the given square: sign(x) sqrt(|x|) for x = signedSquare. */
    private static Num root(Rational signedSquare) {
        Work.spend(2L * signedSquare.bits());
        boolean negative = signedSquare.signum() < 0;
        Rational square = signedSquare.abs();
        if (square.exactRoot().isPresent()) {
            return of(
                    negative
                            ? square.exactRoot().get().negate()
                            : square.exactRoot().get());
        }
        Num root = new Num(
                square.root(Work.bits(), false),
                square.root(Work.bits(), true),
                square.bits() <= LONGEST_EXACT ? Optional.of(square) : Optional.empty());
        return negative ? root.negate() : root;
    }

    boolean isPoint() {
        return low.equals(high);
    }

    boolean isExact() {
        return isPoint() || signedSquare.isPresent();
    }

    /** Whether exact arithmetic with this is quick. */
    boolean isShort() {
        return isExact() && signedSquare.orElse(low).bits() <= LONGEST_QUICK;
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
            Work.spend((long) a.bits() + b.bits());
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
            return rounded(low.timesDown(other.low, Work.bits()), high.timesUp(other.high, Work.bits()));
        }
        Rational a = low.multiply(other.low);
        Rational b = low.multiply(other.high);
        Rational c = high.multiply(other.low);
        Rational d = high.multiply(other.high);
        return between(a.min(b).min(c).min(d), a.max(b).max(c).max(d));
    }

    Num divide(Num other) {
        if (other.containsZero()) {
            throw NoValue.of(other.isZero(), "division by zero");
        }
        if (other.isExact() && !other.isPoint()) {
            return multiply(root(Rational.ONE.divide(other.signedSquare())));
        }
        return multiply(between(Rational.ONE.divide(other.high), Rational.ONE.divide(other.low)));
    }

    /** Bounds a little apart, so that what is computed from them is rounded. */
    Num blurred() {
        Rational width = low.abs().max(high.abs()).multiply(Rational.powerOfTwo(-Work.bits()));
        return between(low.subtract(width), high.add(width));
    }

    Num sqrt() {
        if (low.signum() < 0) {
            throw NoValue.of(high.signum() < 0, "square root of a negative number");
        }
        return isPoint() ? root(low) : between(low.root(Work.bits(), false), high.root(Work.bits(), true));
    }

    Num abs() {
        return low.signum() >= 0
                ? this
                : high.signum() <= 0 ? negate() : between(Rational.ZERO, high.max(low.negate()));
    }

    Num max(Num other) {
        Answer less = less(other);
        return less == Answer.HOLDS
                ? other
                : less == Answer.VIOLATED ? this : between(low.max(other.low), high.max(other.high));
    }

    Answer less(Num other) {
        if (isExact() && other.isExact()) {
            return Answer.of(signedSquare().compareTo(other.signedSquare()) < 0);
        }
        return high.compareTo(other.low) < 0
                ? Answer.HOLDS
                : low.compareTo(other.high) >= 0 ? Answer.VIOLATED : Answer.UNDECIDED;
    }

    Answer equal(Num other) {
        if (isExact() && other.isExact()) {
            return Answer.of(signedSquare().equals(other.signedSquare()));
        }
        boolean apart = high.compareTo(other.low) < 0 || other.high.compareTo(low) < 0;
        return apart ? Answer.VIOLATED : Answer.UNDECIDED;
    }

    Num floor() {
        return between(Rational.of(low.floor()), Rational.of(high.floor()));
    }

    Num pow(Num exponent) {
        if (exponent.isPoint() && exponent.low.den().equals(BigInteger.ONE)) {
            if (exponent.low.abs().compareTo(Rational.of(LARGEST_POWER)) > 0) {
                throw NoValue.undecided("a power beyond " + LARGEST_POWER);
            }
            return pow(exponent.low.num().intValue());
        }
        if (exponent.multiply(TWO).equal(ONE) == Answer.HOLDS) {
            return sqrt();
        }
        if (isZero() && exponent.low.signum() > 0) {
            return ZERO;
        }
        if (low.signum() <= 0) {
            boolean undefined = exponent.isExact() && (high.signum() < 0 || isZero());
            throw NoValue.of(undefined, "power of a number that is not above 0");
        }
        return Series.exp(exponent.multiply(Series.log(this)));
    }

    private Num pow(int n) {
        if (n < 0) {
            return ONE.divide(pow(-n));
        }
        if (n == 0 && containsZero()) {
            throw NoValue.of(isZero(), "0^0");
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
