package gradlab.analysis.arithmetic;

import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Computing as a format of floating-point numbers does: every operation rounded to the nearest. Constants and variables
 * are rounded to the format first, a power with an integer exponent multiplies from the left. What the standard does not
 * fix, elementary functions and decompositions, is undefined here, and so is what overflows.
 */
public final class FormatArithmetic implements Arithmetic<Double> {

    private static final int LARGEST_POWER = 10_000;

    private final FloatFormat format;

    /** The arithmetic of a format. */
    public FormatArithmetic(FloatFormat format) {
        this.format = format;
    }

    private Double rounded(double value) {
        double rounded = format.round(value);
        if (!Double.isFinite(rounded)) {
            throw NoValueException.undefined("overflow in " + format.word());
        }
        return rounded;
    }

    private NoValueException missing(String what) {
        return NoValueException.undefined(what + " is no operation of " + format.word());
    }

    @Override
    public Double of(BigFraction value) {
        return rounded(format.round(value));
    }

    @Override
    public Double ofDouble(double value) {
        return rounded(value);
    }

    @Override
    public Double pi() {
        throw missing("pi");
    }

    @Override
    public Double e() {
        throw missing("e");
    }

    @Override
    public Double add(Double a, Double b) {
        return rounded(a + b);
    }

    @Override
    public Double subtract(Double a, Double b) {
        return rounded(a - b);
    }

    @Override
    public Double multiply(Double a, Double b) {
        return rounded(a * b);
    }

    @Override
    public Double divide(Double a, Double b) {
        if (b == 0) {
            throw NoValueException.undefined("division by zero");
        }
        return rounded(a / b);
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
        return rounded(StrictMath.ceil(a));
    }

    @Override
    public Double sqrt(Double a) {
        if (a < 0) {
            throw NoValueException.undefined("square root of a negative number");
        }
        return rounded(Math.sqrt(a));
    }

    @Override
    public Double square(Double a) {
        return multiply(a, a);
    }

    @Override
    public Double power(Double a, int k) {
        if (a == 0 && k <= 0) {
            throw NoValueException.undefined("zero to a power not above 0");
        }
        if (Math.abs((long) k) > LARGEST_POWER) {
            throw NoValueException.undecided("a power beyond " + LARGEST_POWER);
        }
        Double product = 1.0;
        for (int i = 0; i < Math.abs(k); i++) {
            product = multiply(product, a);
        }
        return k < 0 ? divide(1.0, product) : product;
    }

    @Override
    public Double power(Double a, Double b) {
        throw missing("a power that is no integer");
    }

    @Override
    public Double apply(Transcendental function, Double a) {
        throw missing("an elementary function");
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
        return Math.rint(a) == a ? Optional.of(new java.math.BigDecimal(a).toBigIntegerExact()) : Optional.empty();
    }

    @Override
    public MatrixArithmetic<Double> matrices() {
        throw missing("what only a whole matrix has");
    }

    @Override
    public double approximate(Double a) {
        return a;
    }
}
