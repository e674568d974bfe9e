package gradlab.analysis.multiprecision;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Transcendental;
import gradlab.analysis.interval.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Elementary functions to many digits: against mpmath, and against the intervals of binary64. */
class BigElementaryTest {

    @ParameterizedTest
    @CsvFileSource(resources = "functions.txt", delimiter = '|')
    void enclosesTheReference(Transcendental function, String argument, String value) {
        BigInterval x = new BigArithmetic().of(fraction(argument));
        BigInterval y = new BigArithmetic().apply(function, x);
        BigDecimal reference = new BigDecimal(value);
        BigDecimal last = reference.abs().movePointLeft(69);
        assertThat(decimal(y.low())).isLessThanOrEqualTo(reference.add(last));
        assertThat(decimal(y.high())).isGreaterThanOrEqualTo(reference.subtract(last));
        BigFloat width = y.high().add(y.low().negate(), true);
        assertThat(width.signum() == 0
                        || width.top() < Math.max(-170, y.magnitude().top() - 150))
                .as("width of %s(%s)", function, argument)
                .isTrue();
    }

    /** Where they agree on what is a value, both hold the true one, so they meet. */
    @ParameterizedTest
    @EnumSource(Transcendental.class)
    void meetsTheIntervalsOfBinary64(Transcendental function) {
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            double x = random.nextGaussian() * Math.scalb(1.0, random.nextInt(20) - 12);
            try {
                Interval small = IntervalArithmetic.INTERVALS.apply(function, Interval.of(x));
                BigInterval big = new BigArithmetic().apply(function, new BigArithmetic().ofDouble(x));
                assertThat(big.low().doubleValue())
                        .as("%s(%s)", function, x)
                        .isLessThanOrEqualTo(Math.nextUp(small.upper()));
                assertThat(big.high().doubleValue())
                        .as("%s(%s)", function, x)
                        .isGreaterThanOrEqualTo(Math.nextDown(small.lower()));
            } catch (NoValueException e) {
                assertThat(x)
                        .as("%s has no value at %s: %s", function, x, e.getMessage())
                        .isLessThanOrEqualTo(0);
            }
        }
    }

    /** The slope of tanh at 1000 is far below the smallest double, and above 0. */
    @Test
    void knowsWhatBinary64TakesForZero() {
        Arithmetic<BigInterval> numbers = new BigArithmetic();
        BigInterval slope = numbers.apply(Transcendental.TANH_SLOPE, numbers.of(1000));
        assertThat(slope.low().signum()).isPositive();
        assertThat(slope.high().top()).isLessThan(-2800);
    }

    /** An interval argument holds the values at points inside. */
    @ParameterizedTest
    @EnumSource(Transcendental.class)
    void wideArgumentsEncloseTheirPoints(Transcendental function) {
        Random random = new Random(5);
        for (int i = 0; i < 40; i++) {
            double low = 0.01 + random.nextDouble() * 2;
            double width = Math.scalb(1.0, -random.nextInt(60));
            Arithmetic<BigInterval> numbers = new BigArithmetic();
            BigInterval wide = new BigInterval(
                    numbers.ofDouble(low).low(),
                    numbers.add(numbers.ofDouble(low), numbers.ofDouble(width)).high());
            BigInterval inside = numbers.add(
                    numbers.ofDouble(low),
                    numbers.multiply(numbers.ofDouble(width), numbers.of(new BigFraction(1, 3))));
            try {
                BigInterval image = numbers.apply(function, wide);
                BigInterval value = numbers.apply(function, inside);
                assertThat(image.low()).isLessThanOrEqualTo(value.high());
                assertThat(image.high()).isGreaterThanOrEqualTo(value.low());
            } catch (NoValueException e) {
                assertThat(function).as(e.getMessage()).isEqualTo(Transcendental.TAN);
            }
        }
    }

    static BigFraction fraction(String text) {
        String[] parts = (text + "/1").split("/", 3);
        return new BigFraction(new BigInteger(parts[0]), new BigInteger(parts[1]));
    }

    static BigDecimal decimal(BigFloat x) {
        BigDecimal mantissa = new BigDecimal(x.mantissa());
        return x.exponent() >= 0
                ? mantissa.multiply(new BigDecimal(BigInteger.ONE.shiftLeft((int) x.exponent())))
                : mantissa.divide(new BigDecimal(BigInteger.ONE.shiftLeft((int) -x.exponent())));
    }
}
