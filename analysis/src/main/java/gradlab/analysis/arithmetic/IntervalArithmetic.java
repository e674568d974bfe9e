package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.Surd;
import gradlab.analysis.interval.Elementary;
import gradlab.analysis.interval.Exponentials;
import gradlab.analysis.interval.GaussianUnit;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.interval.MishUnit;
import gradlab.analysis.interval.SigmoidUnits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Computing with enclosures: whatever real number an expression stands for lies in the interval. Where an operation
 * has no value for some number of an operand's interval, the result is undecided; where for none, undefined.
 */
public final class IntervalArithmetic implements Arithmetic<Interval> {

    /** The one there is. */
    public static final IntervalArithmetic INTERVALS = new IntervalArithmetic();

    private IntervalArithmetic() {}

    @Override
    public Interval of(BigFraction value) {
        Surd surd = Surd.of(value);
        return new Interval(surd.lower(), surd.upper());
    }

    @Override
    public Interval ofDouble(double value) {
        if (!Double.isFinite(value)) {
            throw NoValueException.undecided("a measured value that is not finite");
        }
        return Interval.of(value);
    }

    @Override
    public Interval pi() {
        return Elementary.PI;
    }

    @Override
    public Interval e() {
        return Elementary.E;
    }

    @Override
    public Interval add(Interval a, Interval b) {
        return a.add(b);
    }

    @Override
    public Interval subtract(Interval a, Interval b) {
        return a.subtract(b);
    }

    @Override
    public Interval multiply(Interval a, Interval b) {
        return a.multiply(b);
    }

    @Override
    public Interval divide(Interval a, Interval b) {
        Definedness.divisor(b.contains(0), b.isPoint());
        return a.divide(b);
    }

    @Override
    public Interval negate(Interval a) {
        return a.negate();
    }

    @Override
    public Interval abs(Interval a) {
        return a.abs();
    }

    @Override
    public Interval min(Interval a, Interval b) {
        return a.min(b);
    }

    @Override
    public Interval max(Interval a, Interval b) {
        return a.max(b);
    }

    @Override
    public Interval floor(Interval a) {
        return a.floor();
    }

    @Override
    public Interval ceil(Interval a) {
        return a.ceil();
    }

    @Override
    public Interval sqrt(Interval a) {
        Definedness.radicand(a.lower() < 0, a.upper() < 0);
        return a.sqrt();
    }

    @Override
    public Interval square(Interval a) {
        return a.square();
    }

    @Override
    public Interval power(Interval a, int k) {
        Definedness.base(k <= 0 && a.contains(0), a.isPoint());
        return a.pow(k);
    }

    @Override
    public Interval power(Interval a, Interval b) {
        Definedness.positiveBase(a.lower() <= 0, a.upper() < 0 && integer(b).isEmpty() && b.isPoint());
        return Elementary.pow(a, b);
    }

    @Override
    public Interval overRoot(Interval a, Interval share, Interval rest) {
        Interval wide = Arithmetic.super.overRoot(a, share, rest);
        if (a.isPoint() || !a.isFinite() || share.lower() < 0 || rest.lower() < 0) {
            return wide;
        }
        Interval low = endOverRoot(a.lower(), share, rest);
        Interval high = endOverRoot(a.upper(), share, rest);
        return wide.intersect(Interval.of(low.lower(), high.upper()));
    }

    private static Interval endOverRoot(double a, Interval share, Interval rest) {
        Interval point = Interval.of(a);
        return point.divide(share.multiply(point.square()).add(rest).sqrt());
    }

    @Override
    public Interval sharper(Interval a, Interval b) {
        return a.intersect(b);
    }

    @Override
    public Interval apply(Transcendental function, Interval a) {
        return switch (function) {
            case EXP -> Elementary.exp(a);
            case LOG -> Elementary.log(above(0, a));
            case LOG2 -> Elementary.log2(above(0, a));
            case SIN -> Elementary.sin(a);
            case COS -> Elementary.cos(a);
            case TAN -> withoutPole(Elementary.tan(a));
            case TANH -> Elementary.tanh(a);
            case TANH_SLOPE -> Elementary.sechSquared(a);
            case SIGMOID -> Elementary.sigmoid(a);
            case SIGMOID_SLOPE -> Elementary.sigmoidSlope(a);
            case ERF -> Elementary.erf(a);
            case EXPM1 -> Exponentials.expm1(a);
            case LOG1P -> Exponentials.log1p(above(-1, a));
            case SOFTPLUS -> Exponentials.softplus(a);
            case GELU -> GaussianUnit.value(a);
            case GELU_SLOPE -> GaussianUnit.slope(a);
            case GELU_TANH -> SigmoidUnits.geluTanh(a);
            case GELU_TANH_SLOPE -> SigmoidUnits.geluTanhSlope(a);
            case SILU -> SigmoidUnits.silu(a);
            case SILU_SLOPE -> SigmoidUnits.siluSlope(a);
            case MISH -> MishUnit.value(a);
            case MISH_SLOPE -> MishUnit.slope(a);
        };
    }

    private static Interval withoutPole(Interval tangent) {
        if (tangent.equals(Interval.ENTIRE)) {
            throw NoValueException.undecided("a tangent near its pole");
        }
        return tangent;
    }

    /** The same, above a bound from which a logarithm is defined on. */
    private static Interval above(double bound, Interval a) {
        Definedness.logarithm(a.lower() <= bound, a.upper() <= bound);
        return a;
    }

    @Override
    public Truth less(Interval a, Interval b) {
        return a.certainlyLess(b) ? Truth.TRUE : b.certainlyLessOrEqual(a) ? Truth.FALSE : Truth.UNDECIDED;
    }

    @Override
    public Truth lessOrEqual(Interval a, Interval b) {
        return less(b, a).not();
    }

    @Override
    public Truth equal(Interval a, Interval b) {
        if (a.isPoint() && b.isPoint()) {
            return Truth.of(a.lower() == b.lower());
        }
        return a.overlaps(b) ? Truth.UNDECIDED : Truth.FALSE;
    }

    @Override
    public Optional<BigInteger> integer(Interval a) {
        return a.isPoint() && a.lower() == Math.rint(a.lower())
                ? Optional.of(new BigDecimal(a.lower()).toBigIntegerExact())
                : Optional.empty();
    }

    @Override
    public MatrixArithmetic<Interval> matrices() {
        return MatrixEnclosures.ENCLOSURES;
    }

    @Override
    public double approximate(Interval a) {
        return a.midpoint();
    }
}
