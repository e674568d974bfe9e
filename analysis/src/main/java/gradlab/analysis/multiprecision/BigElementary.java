package gradlab.analysis.multiprecision;

import gradlab.analysis.arithmetic.NoValueException;
import java.math.BigInteger;
import java.util.function.Function;

/** Elementary functions of intervals; of points nearly as sharp as the numbers are. */
final class BigElementary {
    /** 2 atanh(1/3). */
    static final BigInterval LN2 =
            PowerSeries.atanh(BigInterval.ONE.divide(BigInterval.of(3))).scaled(1);

    /** Machin: 16 atan(1/5) - 4 atan(1/239). */
    static final BigInterval PI = PowerSeries.atan(BigInterval.ONE.divide(BigInterval.of(5)))
            .scaled(4)
            .subtract(PowerSeries.atan(BigInterval.ONE.divide(BigInterval.of(239)))
                    .scaled(2));

    /** Arguments beyond this lose too many bits, or leave the range of exponents. */
    private static final int LARGEST_ARGUMENT = 45;

    /** e^-x² is below 2^-324 beyond. */
    private static final BigFloat ERF_IS_ONE = BigFloat.of(15);

    private static final BigFloat UNIT = BigFloat.ONE;

    private BigElementary() {}

    private static BigInterval increasing(BigInterval x, Function<BigInterval, BigInterval> f) {
        BigInterval low = f.apply(BigInterval.of(x.low()));
        return x.isPoint()
                ? low
                : new BigInterval(low.low(), f.apply(BigInterval.of(x.high())).high());
    }

    /** Of a function of |x| that falls. */
    private static BigInterval evenFalling(BigInterval x, Function<BigInterval, BigInterval> f) {
        BigInterval modulus = x.abs();
        BigInterval high = f.apply(BigInterval.of(modulus.low()));
        return modulus.isPoint()
                ? high
                : new BigInterval(f.apply(BigInterval.of(modulus.high())).low(), high.high());
    }

    static BigInterval exp(BigInterval x) {
        return increasing(x, BigElementary::expAt);
    }

    private static BigInterval expAt(BigInterval x) {
        BigInteger k = nearest(x.divide(LN2));
        BigInterval rest = x.subtract(LN2.multiply(BigInterval.of(k.longValueExact())));
        return PowerSeries.expm1(rest).add(BigInterval.ONE).scaled(k.longValueExact());
    }

    /** An integer near a number that is known up to less than 1. */
    private static BigInteger nearest(BigInterval x) {
        if (x.magnitude().top() > LARGEST_ARGUMENT) {
            throw NoValueException.undecided("an argument beyond 2^" + LARGEST_ARGUMENT);
        }
        return x.midpoint().add(UNIT.scaled(-1), false).floor();
    }

    static BigInterval expm1(BigInterval x) {
        return increasing(
                x,
                point -> point.magnitude().compareTo(UNIT) <= 0
                        ? PowerSeries.expm1(point)
                        : expAt(point).subtract(BigInterval.ONE));
    }

    /** Of numbers above 0. */
    static BigInterval log(BigInterval x) {
        return increasing(x, BigElementary::logAt);
    }

    /** With x = m 2^k and m in [3/4, 3/2): k ln 2 + 2 atanh((m - 1)/(m + 1)). */
    private static BigInterval logAt(BigInterval x) {
        long k = x.low().top();
        BigInterval m = x.scaled(-k);
        if (m.low().compareTo(BigFloat.of(3).scaled(-2)) < 0) {
            k--;
            m = m.scaled(1);
        }
        BigInterval z = m.subtract(BigInterval.ONE).divide(m.add(BigInterval.ONE));
        return PowerSeries.atanh(z).scaled(1).add(LN2.multiply(BigInterval.of(k)));
    }

    /** log(1 + x) of numbers above -1. */
    static BigInterval log1p(BigInterval x) {
        BigFloat third = BigFloat.of(3).scaled(-3);
        return increasing(
                x,
                point -> point.magnitude().compareTo(third) <= 0
                        ? PowerSeries.atanh(point.divide(point.add(BigInterval.TWO)))
                                .scaled(1)
                        : log(point.add(BigInterval.ONE)));
    }

    static BigInterval sin(BigInterval x) {
        return turned(x, 0);
    }

    static BigInterval cos(BigInterval x) {
        return turned(x, 1);
    }

    /** sin(x + quarters pi/2): with x = k pi/2 + r, one of ± sin r and ± cos r. */
    private static BigInterval turned(BigInterval x, int quarters) {
        BigInterval range = new BigInterval(UNIT.negate(), UNIT);
        if (x.high().add(x.low().negate(), true).compareTo(UNIT.scaled(-3)) > 0) {
            return range;
        }
        BigInteger k = nearest(x.divide(PI.scaled(-1)));
        BigInterval rest = x.subtract(PI.scaled(-1).multiply(BigInterval.of(k.longValueExact())));
        int turn =
                k.add(BigInteger.valueOf(quarters)).and(BigInteger.valueOf(3)).intValue();
        BigInterval value = turn % 2 == 0 ? PowerSeries.sin(rest) : PowerSeries.cos(rest);
        return (turn < 2 ? value : value.negate()).intersect(range);
    }

    /** With t = e^(-2|x|) - 1: -t/(t + 2), with the sign of x. */
    static BigInterval tanh(BigInterval x) {
        return increasing(x, BigElementary::tanhAt);
    }

    private static BigInterval tanhAt(BigInterval x) {
        BigInterval t = expm1(x.abs().scaled(1).negate());
        BigInterval value = t.negate().divide(t.add(BigInterval.TWO));
        return x.low().signum() < 0 ? value.negate() : value;
    }

    static BigInterval sigmoid(BigInterval x) {
        return increasing(x, point -> {
            BigInterval small = exp(point.abs().negate());
            BigInterval whole = small.add(BigInterval.ONE);
            return (point.low().signum() < 0 ? small : BigInterval.ONE).divide(whole);
        });
    }

    /** e^-|x|/(1 + e^-|x|)², never above 1/4. */
    static BigInterval sigmoidSlope(BigInterval x) {
        return evenFalling(x, point -> {
            BigInterval small = exp(point.negate());
            BigInterval value = small.divide(small.add(BigInterval.ONE).square());
            return new BigInterval(value.low(), BigFloat.min(value.high(), UNIT.scaled(-2)));
        });
    }

    /** max(x, 0) + log(1 + e^-|x|). */
    static BigInterval softplus(BigInterval x) {
        return increasing(x, point -> log1p(exp(point.abs().negate())).add(point.max(BigInterval.ZERO)));
    }

    static BigInterval erf(BigInterval x) {
        return increasing(x, BigElementary::erfAt);
    }

    private static BigInterval erfAt(BigInterval x) {
        if (x.magnitude().compareTo(ERF_IS_ONE) > 0) {
            BigInterval nearOne =
                    new BigInterval(UNIT.add(UNIT.scaled(-BigFloat.PRECISION).negate(), false), UNIT);
            return x.low().signum() < 0 ? nearOne.negate() : nearOne;
        }
        BigInterval integral = PowerSeries.dawson(x).multiply(exp(x.square().negate()));
        return integral.scaled(1).divide(PI.sqrt());
    }
}
