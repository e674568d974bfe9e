package gradlab.analysis.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Point arguments against 60-digit series: always inside, never wider than documented. */
class ElementaryProperties {
    private static final int POINTS = 1500;

    private record Function(
            String name,
            UnaryOperator<Interval> enclosure,
            UnaryOperator<BigDecimal> exact,
            int smallest,
            int largest,
            boolean negative,
            int ulps) {}

    private static final Function[] FUNCTIONS = {
        new Function("exp", Elementary::exp, HighPrecision::exp, -60, 9, true, 2),
        new Function("log", Elementary::log, HighPrecision::log, -1074, 1023, false, 2),
        new Function("log near 1", Elementary::log, HighPrecision::log, -2, 1, false, 2),
        new Function("log2", Elementary::log2, ElementaryProperties::log2, -1074, 1023, false, 7),
        new Function("sin", Elementary::sin, HighPrecision::sin, -60, 1023, true, 2),
        new Function("sin of small", Elementary::sin, HighPrecision::sin, -4, 5, true, 2),
        new Function("cos", Elementary::cos, HighPrecision::cos, -60, 1023, true, 3),
        new Function("cos of small", Elementary::cos, HighPrecision::cos, -4, 5, true, 3),
        new Function("tan", Elementary::tan, HighPrecision::tan, -60, 1023, true, 4),
        new Function("sinh", Elementary::sinh, HighPrecision::sinh, -60, 9, true, 8),
        new Function("cosh", Elementary::cosh, HighPrecision::cosh, -30, 9, true, 8),
        new Function("tanh", Elementary::tanh, HighPrecision::tanh, -60, 4, true, 8),
        new Function("sigmoid", Elementary::sigmoid, HighPrecision::sigmoid, -60, 9, true, 8),
        new Function("sigmoid slope", Elementary::sigmoidSlope, ElementaryProperties::slope, -60, 8, true, 12),
        new Function("sech squared", Elementary::sechSquared, ElementaryProperties::sechSquared, -60, 8, true, 12),
        new Function("erf", Elementary::erf, HighPrecision::erf, -60, 2, true, 20),
    };

    @TestFactory
    Iterable<DynamicTest> pointsHoldTheExactValue() {
        return Arrays.stream(FUNCTIONS)
                .map(f -> DynamicTest.dynamicTest(f.name(), () -> check(f)))
                .toList();
    }

    private static void check(Function function) {
        SplittableRandom random = new SplittableRandom(function.name().hashCode());
        for (int i = 0; i < POINTS; i++) {
            double sign = function.negative() && random.nextBoolean() ? -1 : 1;
            double x =
                    sign * Math.scalb(1 + random.nextDouble(), random.nextInt(function.smallest(), function.largest()));
            Interval result = function.enclosure().apply(Interval.of(x));
            String where = function.name() + " at " + Double.toHexString(x) + ": " + result;
            assertThat(holds(result, function.exact().apply(new BigDecimal(x))))
                    .as(where)
                    .isTrue();
            if (result.isFinite() && result.mignitude() > 1e-290) {
                assertThat(result.width())
                        .as(where)
                        .isLessThanOrEqualTo(function.ulps() * Math.ulp(result.magnitude()));
            }
        }
    }

    @Test
    void powersHoldTheExactValue() {
        SplittableRandom random = new SplittableRandom(31);
        for (int i = 0; i < POINTS; i++) {
            double x = Math.scalb(1 + random.nextDouble(), random.nextInt(-20, 20));
            double y = random.nextInt(4) == 0 ? random.nextInt(-20, 20) : random.nextDouble(-30, 30);
            Interval result = Elementary.pow(Interval.of(x), Interval.of(y));
            BigDecimal exact = HighPrecision.pow(new BigDecimal(x), new BigDecimal(y));
            assertThat(result.isPoint() || holds(result, exact))
                    .as("%s ^ %s", x, y)
                    .isTrue();
            assertThat(result.width()).isLessThanOrEqualTo(2 * Math.ulp(result.upper()));
        }
    }

    @Test
    void imagesHoldTheValuesInside() {
        SplittableRandom random = new SplittableRandom(32);
        for (int i = 0; i < 20_000; i++) {
            Function function = FUNCTIONS[random.nextInt(FUNCTIONS.length)];
            double a = function.negative() ? random.nextDouble(-20, 20) : random.nextDouble(0.01, 20);
            double b = a + random.nextDouble() * (random.nextBoolean() ? 8 : 0.01);
            Interval image = function.enclosure().apply(Interval.of(a, b));
            double inside = random.nextDouble(a, b);
            assertThat(image.overlaps(function.enclosure().apply(Interval.of(inside))))
                    .as("%s of [%s, %s] at %s", function.name(), a, b, inside)
                    .isTrue();
        }
    }

    private static boolean holds(Interval interval, BigDecimal exact) {
        boolean above = Double.isInfinite(interval.lower()) || new BigDecimal(interval.lower()).compareTo(exact) <= 0;
        boolean below = Double.isInfinite(interval.upper()) || new BigDecimal(interval.upper()).compareTo(exact) >= 0;
        return above && below;
    }

    private static BigDecimal log2(BigDecimal x) {
        return HighPrecision.log(x).divide(HighPrecision.log(BigDecimal.valueOf(2)), new MathContext(80));
    }

    private static BigDecimal slope(BigDecimal x) {
        return HighPrecision.sigmoid(x).multiply(HighPrecision.sigmoid(x.negate()));
    }

    private static BigDecimal sechSquared(BigDecimal x) {
        BigDecimal cosh = HighPrecision.cosh(x);
        return BigDecimal.ONE.divide(cosh.multiply(cosh), new MathContext(80));
    }
}
