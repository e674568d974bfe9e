package gradlab.verification.recheck;

import static gradlab.verification.recheck.Num.ONE;
import static gradlab.verification.recheck.Num.TWO;
import static gradlab.verification.recheck.Num.ZERO;

import java.math.BigInteger;
import java.util.function.Function;

/**
 * Elementary functions by series in nested form. Each starts from an interval that holds the whole tail of the series
 * behind the last factor, so the truncation error is part of the enclosure.
 */
final class Series {
    /** exp beyond this leaves the range of numbers. */
    private static final Rational LARGEST_EXPONENT = Rational.of(13_000);

    private static final Num UNIT = Num.between(Rational.ZERO, Rational.ONE);
    private static final Num RANGE = Num.between(Rational.of(-1), Rational.ONE);
    private static final Num LN2 = TWO.multiply(arctangent(Rational.ONE.divide(Rational.of(3)), 1));
    static final Num PI = Num.of(16)
            .multiply(arctangent(Rational.ONE.divide(Rational.of(5)), -1))
            .subtract(Num.of(4).multiply(arctangent(Rational.ONE.divide(Rational.of(239)), -1)));
    private static final Num HALF_PI = PI.divide(TWO);

    private Series() {}

    private static Num increasing(Num x, Function<Rational, Num> f) {
        return x.isPoint() ? f.apply(x.low) : Num.between(f.apply(x.low).low, f.apply(x.high).high);
    }

    static Num exp(Num x) {
        return increasing(x, Series::exp);
    }

    /** (e^(x/2^k))^(2^k); for |y| < 1/16 the tail 1 + y/33 + y²/(33 34) + ... is in [1/2, 3/2]. */
    private static Num exp(Rational x) {
        if (x.abs().compareTo(LARGEST_EXPONENT) > 0) {
            if (x.signum() > 0) {
                throw NoValue.undecided("exp of a large number");
            }
            return Num.between(Rational.ZERO, Rational.powerOfTwo(-18_000));
        }
        if (x.signum() == 0) {
            return ONE;
        }
        int halvings = x.abs().floor().bitLength() + 4;
        Num y = Num.of(x.multiply(Rational.powerOfTwo(-halvings)));
        Num sum = Num.between(Rational.powerOfTwo(-1), Rational.of(2));
        for (long n = Work.terms(32, 15); n >= 1; n--) {
            sum = ONE.add(y.divide(Num.of(n)).multiply(sum));
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum);
        }
        return sum;
    }

    static Num log(Num x) {
        if (x.low.signum() <= 0) {
            throw NoValue.of(x.high.signum() <= 0, "logarithm of a number not above 0");
        }
        return increasing(x, Series::log);
    }

    /** e ln 2 + 2 artanh((m - 1)/(m + 1)) for x = m 2^e, 1/2 < m < 2. */
    private static Num log(Rational x) {
        Rational m = x.multiply(Rational.powerOfTwo(-x.exponent()));
        Rational z = m.subtract(Rational.ONE).divide(m.add(Rational.ONE));
        return Num.of(x.exponent()).multiply(LN2).add(TWO.multiply(arctangent(z, 1)));
    }

    /** The logarithm to base 2, exact at powers of two. */
    static Num log2(Num x) {
        Rational power = Rational.powerOfTwo(x.low.exponent());
        return x.isPoint() && x.low.equals(power) ? Num.of(x.low.exponent()) : log(x).divide(LN2);
    }

    /** z (1 + s z²/3 + s² z⁴/5 + ...) for |z| <= 1/3: artanh for s = 1, arctan for s = -1; the tail is in [0, 2]. */
    private static Num arctangent(Rational z, int sign) {
        Num x = z.signum() == 0 ? ZERO : Num.of(z).blurred();
        Num square = x.multiply(x).multiply(Num.of(sign));
        Num sum = Num.between(Rational.ZERO, Rational.of(2));
        for (long n = Work.terms(75, 32); n >= 0; n--) {
            sum = ONE.divide(Num.of(2 * n + 1)).add(square.multiply(sum));
        }
        return x.multiply(sum);
    }

    static Num sin(Num x) {
        boolean wide = x.high.subtract(x.low).compareTo(Rational.of(6)) >= 0;
        if (x.isZero() || wide || Math.max(x.low.exponent(), x.high.exponent()) > 64) {
            return x.isZero() ? ZERO : RANGE;
        }
        Num ends = hull(sinAt(x.low), sinAt(x.high));
        BigInteger last = Num.of(x.high).divide(HALF_PI).high.floor();
        BigInteger turn = Num.of(x.low).divide(HALF_PI).low.floor();
        Rational low = ends.low.max(RANGE.low);
        Rational high = ends.high.min(RANGE.high);
        while (turn.compareTo(last) < 0) {
            turn = turn.add(BigInteger.ONE);
            int quadrant = turn.mod(BigInteger.valueOf(4)).intValue();
            low = quadrant == 3 ? RANGE.low : low;
            high = quadrant == 1 ? RANGE.high : high;
        }
        return Num.between(low, high);
    }

    static Num cos(Num x) {
        return x.isZero() ? ONE : sin(x.add(HALF_PI));
    }

    static Num tan(Num x) {
        if (cos(x).containsZero()) {
            throw NoValue.undecided("tangent near a pole");
        }
        return increasing(x, t -> sin(Num.of(t)).divide(cos(Num.of(t))));
    }

    /** By quarter turns; the series of the rest in [-0.01, 1.58] alternate with falling terms from the second on. */
    private static Num sinAt(Rational x) {
        BigInteger turns = Num.of(x).divide(HALF_PI).low.floor();
        Num rest = Num.of(x).subtract(Num.of(Rational.of(turns)).multiply(HALF_PI));
        int quadrant = turns.mod(BigInteger.valueOf(4)).intValue();
        boolean cosine = quadrant % 2 == 1;
        Num square = rest.multiply(rest);
        Num sum = UNIT;
        for (long n = Work.terms(32, 18); n >= 1; n--) {
            long next = cosine ? (2 * n - 1) * 2 * n : 2 * n * (2 * n + 1);
            sum = ONE.subtract(square.divide(Num.of(next)).multiply(sum));
        }
        Num value = cosine ? sum : rest.multiply(sum);
        return quadrant < 2 ? value : value.negate();
    }

    private static Num hull(Num a, Num b) {
        return Num.between(a.low.min(b.low), a.high.max(b.high));
    }

    static Num tanh(Num x) {
        return increasing(x, Series::tanh);
    }

    /** 1 - 2/(e^2x + 1); from 200 on the difference to 1 is below 2^-500. */
    private static Num tanh(Rational x) {
        if (x.signum() < 0) {
            return tanh(x.negate()).negate();
        }
        if (x.compareTo(Rational.of(200)) > 0) {
            return ONE.subtract(Num.between(Rational.ZERO, Rational.powerOfTwo(-500)));
        }
        Num power = exp(x.multiply(Rational.of(2)));
        return power.subtract(ONE).divide(power.add(ONE));
    }

    static Num sigmoid(Num x) {
        return ONE.add(tanh(x.divide(TWO))).divide(TWO);
    }

    static Num erf(Num x) {
        return increasing(x, Series::erf);
    }

    /** 2/sqrt(pi) e^-x² x (1 + 2x²/3 (1 + 2x²/5 (...))), the tail in [1, 2]; erfc(12) < 2^-200. */
    private static Num erf(Rational x) {
        if (x.signum() < 0) {
            return erf(x.negate()).negate();
        }
        if (x.compareTo(Rational.of(12)) > 0) {
            return ONE.subtract(Num.between(Rational.ZERO, Rational.powerOfTwo(-200)));
        }
        Num square = Num.of(x.multiply(x));
        Num sum = Num.between(Rational.ONE, Rational.of(2));
        for (long n = Work.terms(200, 36) + 8 * square.high.floor().longValue(); n >= 1; n--) {
            sum = ONE.add(square.multiply(Num.of(2)).divide(Num.of(2 * n + 1)).multiply(sum));
        }
        return TWO.divide(PI.sqrt())
                .multiply(exp(square.negate()))
                .multiply(Num.of(x))
                .multiply(sum);
    }
}
