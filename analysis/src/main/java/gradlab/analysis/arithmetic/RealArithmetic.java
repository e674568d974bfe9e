package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.Surd;
import gradlab.analysis.interval.Interval;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;

/**
 * Computing exactly where rationals and square roots of rationals suffice, and in intervals elsewhere.
 *
 * <p>Exact numbers grow. An instance therefore has a budget of work, counted in digits and never in seconds; once it is
 * spent, every further operation goes on in intervals. So a long computation stays exact where it matters most, at its
 * start, where differences cancel. One instance serves one evaluation and is not thread-safe.
 */
public final class RealArithmetic implements Arithmetic<Real> {

    /** In units of a greatest common divisor of 128 bits; enough for the Jacobian of a layer of 256 small rationals. */
    private static final long WORK = 1_000_000;

    /** A single number beyond this goes on as an interval. */
    private static final int MOST_BITS = 16_384;

    private final IntervalArithmetic intervals = IntervalArithmetic.INTERVALS;

    private long work = WORK;

    /** Some of the budget for an operation on so many bits, if there is enough left. */
    private boolean afford(long bits) {
        if (bits > MOST_BITS || work <= 0) {
            return false;
        }
        work -= 1 + (bits / 128) * (bits / 128);
        return true;
    }

    @Override
    public Real of(BigFraction value) {
        return new Real.Exact(Surd.of(value));
    }

    @Override
    public Real ofDouble(double value) {
        if (Double.isNaN(value)) {
            throw NoValueException.undefined("a measured value that is not a number");
        }
        return Double.isInfinite(value) ? new Real.Infinite(value > 0) : new Real.Exact(Surd.ofDouble(value));
    }

    @Override
    public Real pi() {
        return new Real.Enclosed(intervals.pi());
    }

    @Override
    public Real e() {
        return new Real.Enclosed(intervals.e());
    }

    @Override
    public Real add(Real a, Real b) {
        return exactOr(a, b, Surd::add, Interval::add);
    }

    @Override
    public Real subtract(Real a, Real b) {
        return exactOr(a, b, Surd::subtract, Interval::subtract);
    }

    @Override
    public Real multiply(Real a, Real b) {
        if (isExactZero(a) || isExactZero(b)) {
            requireFinite(a);
            requireFinite(b);
            return zero();
        }
        return RealSpectra.product(a, b)
                .orElseGet(() -> exactOr(a, b, (x, y) -> Optional.of(x.multiply(y)), Interval::multiply));
    }

    @Override
    public Real divide(Real a, Real b) {
        if (isExactZero(b)) {
            throw NoValueException.undefined("division by zero");
        }
        if (mayBeZero(b)) {
            return new Real.Enclosed(intervals.divide(a.enclosure(), b.enclosure()));
        }
        return RealSpectra.quotient(a, b)
                .orElseGet(() -> exactOr(a, b, (x, y) -> Optional.of(x.divide(y)), intervals::divide));
    }

    @Override
    public Real negate(Real a) {
        return a instanceof Real.Infinite infinite
                ? new Real.Infinite(!infinite.positive())
                : exactOr(a, x -> Optional.of(x.negate()), Interval::negate);
    }

    @Override
    public Real abs(Real a) {
        if (a instanceof Real.NormOf || a instanceof Real.RadiusOf) {
            return a;
        }
        return a instanceof Real.Infinite
                ? new Real.Infinite(true)
                : exactOr(a, x -> Optional.of(x.abs()), Interval::abs);
    }

    @Override
    public Real min(Real a, Real b) {
        return RealExtremes.min(a, b);
    }

    @Override
    public Real max(Real a, Real b) {
        return RealExtremes.max(a, b);
    }

    @Override
    public Real floor(Real a) {
        return exactOr(a, x -> Optional.of(Surd.of(new BigFraction(x.floor()))), intervals::floor);
    }

    @Override
    public Real ceil(Real a) {
        return exactOr(a, x -> Optional.of(Surd.of(new BigFraction(x.ceil()))), intervals::ceil);
    }

    @Override
    public Real sqrt(Real a) {
        if (a instanceof Real.Exact exact && exact.value().signum() < 0) {
            throw NoValueException.undefined("square root of a negative number");
        }
        return exactOr(a, Surd::sqrt, intervals::sqrt);
    }

    @Override
    public Real square(Real a) {
        return RealSpectra.power(a, 2).orElseGet(() -> exactOr(a, x -> Optional.of(x.multiply(x)), Interval::square));
    }

    @Override
    public Real power(Real a, int k) {
        if (isExactZero(a) && k <= 0) {
            throw NoValueException.undefined("zero to a power not above 0");
        }
        Optional<Real> spectral = RealSpectra.power(a, k);
        if (spectral.isPresent()) {
            return spectral.get();
        }
        long longest = a instanceof Real.Exact || a instanceof Real.Between
                ? Math.max(ExactRange.low(a).bitLength(), ExactRange.high(a).bitLength())
                : 0;
        long bits = longest * Math.abs((long) k);
        if (!afford(bits) || (k <= 0 && mayBeZero(a))) {
            return new Real.Enclosed(intervals.power(a.enclosure(), k));
        }
        return exactOr(
                a,
                x -> x.signum() == 0 && k <= 0 ? Optional.empty() : Optional.of(x.pow(k)),
                x -> intervals.power(x, k));
    }

    @Override
    public Real power(Real a, Real b) {
        return new RealPowers(this).power(a, b);
    }

    @Override
    public Real overRoot(Real a, Real share, Real rest) {
        return a instanceof Real.Exact && share instanceof Real.Exact && rest instanceof Real.Exact
                ? Arithmetic.super.overRoot(a, share, rest)
                : new Real.Enclosed(intervals.overRoot(a.enclosure(), share.enclosure(), rest.enclosure()));
    }

    @Override
    public Real sharper(Real a, Real b) {
        if (a instanceof Real.Exact || b instanceof Real.Exact) {
            return a instanceof Real.Exact ? a : b;
        }
        return new Real.Enclosed(a.enclosure().intersect(b.enclosure()));
    }

    @Override
    public Real apply(Transcendental function, Real a) {
        Interval result = intervals.apply(function, a.enclosure());
        return result.isPoint() && isExactArgument(a)
                ? new Real.Exact(Surd.ofDouble(result.lower()))
                : new Real.Enclosed(result);
    }

    private static boolean isExactArgument(Real a) {
        return a instanceof Real.Exact && a.enclosure().isPoint();
    }

    @Override
    public Truth less(Real a, Real b) {
        return RealComparison.less(a, b);
    }

    @Override
    public Truth lessOrEqual(Real a, Real b) {
        return less(b, a).not();
    }

    @Override
    public Truth equal(Real a, Real b) {
        return RealComparison.equal(a, b);
    }

    @Override
    public Optional<BigInteger> integer(Real a) {
        return a instanceof Real.Exact exact
                ? exact.value()
                        .rational()
                        .filter(q -> q.reduce().getDenominator().equals(BigInteger.ONE))
                        .map(q -> q.reduce().getNumerator())
                : Optional.empty();
    }

    @Override
    public MatrixArithmetic<Real> matrices() {
        return ExactMatrices.REALS;
    }

    @Override
    public double approximate(Real a) {
        if (a instanceof Real.Infinite infinite) {
            return infinite.positive() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return a.enclosure().midpoint();
    }

    /** Whether this is a range with 0 in it. */
    private static boolean mayBeZero(Real a) {
        return a instanceof Real.Between
                && ExactRange.low(a).signum() <= 0
                && ExactRange.high(a).signum() >= 0;
    }

    private static boolean isExactZero(Real a) {
        return a instanceof Real.Exact exact && exact.value().signum() == 0;
    }

    private static void requireFinite(Real a) {
        if (a instanceof Real.Infinite) {
            throw NoValueException.undecided("arithmetic with infinity");
        }
    }

    private Real exactOr(Real a, Real b, ExactRange.Pair exactly, BinaryOperator<Interval> otherwise) {
        if (a instanceof Real.Exact x && b instanceof Real.Exact y) {
            if (afford(x.value().bitLength() + (long) y.value().bitLength())) {
                Optional<Surd> result = exactly.apply(x.value(), y.value());
                if (result.isPresent()) {
                    return new Real.Exact(result.get());
                }
            }
        } else if ((a instanceof Real.Between || b instanceof Real.Between) && afford(1)) {
            Optional<Real> range = ExactRange.image(a, b, exactly);
            if (range.isPresent()) {
                return range.get();
            }
        }
        return new Real.Enclosed(otherwise.apply(a.enclosure(), b.enclosure()));
    }

    private Real exactOr(Real a, ExactRange.Single exactly, UnaryOperator<Interval> otherwise) {
        if (a instanceof Real.Exact x && afford(x.value().bitLength())) {
            Optional<Surd> result = exactly.apply(x.value());
            if (result.isPresent()) {
                return new Real.Exact(result.get());
            }
        } else if (a instanceof Real.Between && afford(1)) {
            Optional<Real> range = ExactRange.image(a, exactly);
            if (range.isPresent()) {
                return range.get();
            }
        }
        return new Real.Enclosed(otherwise.apply(a.enclosure()));
    }
}
