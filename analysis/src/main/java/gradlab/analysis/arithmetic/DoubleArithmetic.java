package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.Binary64;
import gradlab.analysis.interval.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Computing in binary64, with {@link StrictMath} so that every machine gives the same bits. Fast and approximate: it
 * steers the search and draws the margins, and decides nothing. A result that overflows is undecided.
 */
public final class DoubleArithmetic implements Arithmetic<Double> {

    /** The one there is. */
    public static final DoubleArithmetic BINARY64 = new DoubleArithmetic();

    private static final double LN2 = StrictMath.log(2);

    private DoubleArithmetic() {}

    static Double finite(double value) {
        if (!Double.isFinite(value)) {
            throw NoValueException.undecided("overflow in binary64");
        }
        return value;
    }

    @Override
    public Double of(BigFraction value) {
        return Binary64.near(value);
    }

    @Override
    public Double ofDouble(double value) {
        if (Double.isNaN(value)) {
            throw NoValueException.undefined("not a number");
        }
        return value;
    }

    @Override
    public Double pi() {
        return StrictMath.PI;
    }

    @Override
    public Double e() {
        return StrictMath.E;
    }

    @Override
    public Double add(Double a, Double b) {
        return finite(a + b);
    }

    @Override
    public Double subtract(Double a, Double b) {
        return finite(a - b);
    }

    @Override
    public Double multiply(Double a, Double b) {
        return finite(a * b);
    }

    @Override
    public Double divide(Double a, Double b) {
        if (b == 0) {
            throw NoValueException.undefined("division by zero");
        }
        return finite(a / b);
    }

    @Override
    public Double negate(Double a) {
        return -a;
    }

    @Override
    public Double abs(Double a) {
        return Math.abs(a);
    }

    @Override
    public Double min(Double a, Double b) {
        return Math.min(a, b);
    }

    @Override
    public Double max(Double a, Double b) {
        return Math.max(a, b);
    }

    @Override
    public Double floor(Double a) {
        return StrictMath.floor(a);
    }

    @Override
    public Double ceil(Double a) {
        return StrictMath.ceil(a);
    }

    @Override
    public Double sqrt(Double a) {
        if (a < 0) {
            throw NoValueException.undefined("square root of a negative number");
        }
        return Math.sqrt(a);
    }

    @Override
    public Double square(Double a) {
        return finite(a * a);
    }

    @Override
    public Double power(Double a, int k) {
        if (a == 0 && k <= 0) {
            throw NoValueException.undefined("zero to a power not above 0");
        }
        return finite(StrictMath.pow(a, k));
    }

    @Override
    public Double power(Double a, Double b) {
        if (a < 0 || (a == 0 && b <= 0)) {
            throw NoValueException.undefined("a power of a base not above 0");
        }
        return finite(StrictMath.pow(a, b));
    }

    @Override
    public Double apply(Transcendental function, Double a) {
        return switch (function) {
            case EXP -> finite(StrictMath.exp(a));
            case LOG -> StrictMath.log(positive(a));
            case LOG2 -> StrictMath.log(positive(a)) / LN2;
            case SIN -> StrictMath.sin(a);
            case COS -> StrictMath.cos(a);
            case TAN -> finite(StrictMath.tan(a));
            case TANH -> StrictMath.tanh(a);
            case TANH_SLOPE -> square(1 / StrictMath.cosh(a));
            case SIGMOID -> sigmoid(a);
            case SIGMOID_SLOPE -> sigmoid(a) * sigmoid(-a);
            case EXPM1 -> finite(StrictMath.expm1(a));
            case LOG1P -> logOnePlus(a);
            case ERF, SOFTPLUS, GELU, GELU_SLOPE, GELU_TANH, GELU_TANH_SLOPE, SILU, SILU_SLOPE, MISH, MISH_SLOPE ->
                IntervalArithmetic.INTERVALS
                        .apply(function, Interval.of(finite(a)))
                        .midpoint();
        };
    }

    private static double logOnePlus(double a) {
        if (a <= -1) {
            throw NoValueException.undefined("logarithm of a number not above 0");
        }
        return StrictMath.log1p(a);
    }

    private static double sigmoid(double a) {
        return 1 / (1 + StrictMath.exp(-a));
    }

    private static double positive(double a) {
        if (a <= 0) {
            throw NoValueException.undefined("logarithm of a number not above 0");
        }
        return a;
    }

    @Override
    public Truth less(Double a, Double b) {
        return Truth.of(a < b);
    }

    @Override
    public Truth lessOrEqual(Double a, Double b) {
        return Truth.of(a <= b);
    }

    @Override
    public Truth equal(Double a, Double b) {
        return Truth.of(a.doubleValue() == b.doubleValue());
    }

    @Override
    public Optional<BigInteger> integer(Double a) {
        return Double.isFinite(a) && a == Math.rint(a)
                ? Optional.of(new BigDecimal(a).toBigIntegerExact())
                : Optional.empty();
    }

    @Override
    public MatrixArithmetic<Double> matrices() {
        return DoubleMatrices.BINARY64;
    }

    @Override
    public double approximate(Double a) {
        return a;
    }
}
