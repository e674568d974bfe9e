package gradlab.analysis.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.interval.Interval;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Activation functions and their slopes: at points against mpmath, over intervals against what is inside. */
class ActivationEnclosuresTest {
    private static final IntervalArithmetic INTERVALS = IntervalArithmetic.INTERVALS;
    /** The literals have at least 28 digits. */
    private static final BigDecimal LITERAL = new BigDecimal("1e-26");

    private static final EnumSet<Transcendental> RISING = EnumSet.of(Transcendental.EXPM1, Transcendental.SOFTPLUS);

    @ParameterizedTest
    @CsvFileSource(resources = "/gradlab/analysis/interval/activations.csv")
    void pointsHoldTheExactValue(Transcendental function, double x, String value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal slack = exact.abs().multiply(LITERAL);
        Interval enclosure = INTERVALS.apply(function, Interval.of(x));
        assertThat(new BigDecimal(enclosure.lower())).isLessThanOrEqualTo(exact.add(slack));
        assertThat(new BigDecimal(enclosure.upper())).isGreaterThanOrEqualTo(exact.subtract(slack));
        assertThat(enclosure.width()).isLessThan(1e-14 + 1e-13 * Math.abs(exact.doubleValue()));
        double near = exact.doubleValue();
        assertThat(DoubleArithmetic.BINARY64.apply(function, x)).isCloseTo(near, within(1e-14 * (1 + Math.abs(near))));
    }

    /** The image holds the image of every point, and its ends are reached but for rounding. */
    @ParameterizedTest
    @EnumSource(
            value = Transcendental.class,
            names = {
                "EXPM1",
                "SOFTPLUS",
                "GELU",
                "GELU_SLOPE",
                "GELU_TANH",
                "GELU_TANH_SLOPE",
                "SILU",
                "SILU_SLOPE",
                "MISH",
                "MISH_SLOPE"
            })
    void imagesAreTight(Transcendental function) {
        SplittableRandom random = new SplittableRandom(function.name().hashCode());
        for (int k = 0; k < 60; k++) {
            double a = random.nextDouble(-6, 6);
            double b = a + random.nextDouble() * (k % 2 == 0 ? 4 : 0.05);
            Interval image = INTERVALS.apply(function, Interval.of(a, b));
            Interval seen = INTERVALS.apply(function, Interval.of(a));
            for (int i = 0; i <= 200; i++) {
                Interval at = INTERVALS.apply(function, Interval.of(Math.min(b, a + (b - a) * i / 200)));
                assertThat(image.contains(at.intersect(image)) && image.overlaps(at))
                        .isTrue();
                assertThat(image.contains(at.midpoint())).isTrue();
                seen = Interval.hull(seen, at);
            }
            // Steps of at most 0.02 around an extremum of second derivative below 2 (e^6 for expm1, which is rising).
            double slack = RISING.contains(function) ? 1e-10 : 1e-3;
            assertThat(image.lower()).isCloseTo(seen.lower(), within(slack));
            assertThat(image.upper()).isCloseTo(seen.upper(), within(slack));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Transcendental.class,
            names = {"GELU", "GELU_SLOPE", "GELU_TANH", "GELU_TANH_SLOPE", "SILU", "SILU_SLOPE", "MISH", "MISH_SLOPE"})
    void rangesAreThose(Transcendental function) {
        Interval range = INTERVALS.apply(function, Interval.ENTIRE);
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 2000; k++) {
            double x = random.nextDouble(-1, 1) * Math.scalb(1.0, random.nextInt(-20, 1000));
            Interval at = INTERVALS.apply(function, Interval.of(x));
            assertThat(range.overlaps(at)).as("%s at %s", function, x).isTrue();
            assertThat(at.isEmpty()).isFalse();
        }
        boolean slope = function.name().endsWith("SLOPE");
        assertThat(range.upper() < 1.13).isEqualTo(slope);
        assertThat(range.lower()).isBetween(-0.31, -0.09);
    }
}
