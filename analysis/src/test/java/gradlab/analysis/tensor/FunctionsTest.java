package gradlab.analysis.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.interval.Interval;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every function of the tables must satisfy. */
class FunctionsTest {
    private static final IntervalArithmetic INTERVALS = IntervalArithmetic.INTERVALS;
    private static final double[] POINTS = {-30.3, -5.7, -2.9, -1.3, -0.77, -0.2, 1e-9, 0.3, 0.81, 1.4, 2.6, 3.3, 40.2};
    private static final Set<Trigonometric> NOT_COMPUTED =
            EnumSet.of(Trigonometric.ASIN, Trigonometric.ACOS, Trigonometric.ATAN);

    static Stream<UnaryFunction> unary() {
        return Stream.<UnaryFunction[]>of(
                        Powers.values(),
                        Steps.values(),
                        Exponentials.values(),
                        Trigonometric.values(),
                        Hyperbolic.values(),
                        GaussianUnits.values(),
                        SmoothUnits.values(),
                        Activations.values())
                .flatMap(Stream::of);
    }

    static Stream<BinaryFunction> binary() {
        return Stream.<BinaryFunction[]>of(
                        Pairs.values(), Choices.values(), Exponentiation.values(), RectifiedPairs.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("unary")
    void theSlopeIsTheDerivative(UnaryFunction f) {
        int seen = 0;
        for (double x : POINTS) {
            if (Double.isNaN(f.value(x - 0.1)) || f.kink(x) || Double.isNaN(f.value(x + 0.1)) || x == 1e-9) {
                continue;
            }
            seen++;
            double expected = Differences.of(v -> new double[] {f.value(v[0])}, new double[] {x}, new double[] {1})[0];
            double scale = Math.max(1, Math.abs(f.value(x)));
            assertThat(f.slope(x)).as("at " + x).isCloseTo(expected, within(2e-9 * scale));
        }
        assertThat(seen).isGreaterThanOrEqualTo(f == Hyperbolic.ACOSH || f == Hyperbolic.ATANH ? 3 : 4);
        assertThat(f.value(Double.NaN)).isNaN();
        assertThat(f == Powers.NEGATE || Double.isNaN(f.slope(Double.NaN)) || f == Activations.RELU)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("unary")
    void theEnclosureHoldsTheBinaryValue(UnaryFunction f) {
        if (f instanceof Trigonometric t && NOT_COMPUTED.contains(t)) {
            return;
        }
        for (double x : POINTS) {
            if (Double.isFinite(f.value(x)) && !f.kink(x)) {
                near(f.value(INTERVALS, Interval.of(x)), f.value(x), f + " at " + x);
                near(f.slope(INTERVALS, Interval.of(x)), f.slope(x), f + "' at " + x);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("binary")
    void slopesOfPairsAreDerivativesAndEnclosed(BinaryFunction f) {
        for (double a : List.of(-2.3, -0.7, 0.4, 1.9)) {
            for (double b : List.of(0.3, 0.8, 3.0)) {
                if (Double.isNaN(f.value(a, b))) {
                    continue;
                }
                double[] left =
                        Differences.of(v -> new double[] {f.value(v[0], b)}, new double[] {a}, new double[] {1});
                assertThat(f.slopeLeft(a, b)).isCloseTo(left[0], within(1e-8));
                near(f.value(INTERVALS, Interval.of(a), Interval.of(b)), f.value(a, b), f + "");
                near(f.slopeLeft(INTERVALS, Interval.of(a), Interval.of(b)), f.slopeLeft(a, b), f + " left");
                if (!Double.isNaN(f.slopeRight(a, b))) {
                    double[] right =
                            Differences.of(v -> new double[] {f.value(a, v[0])}, new double[] {b}, new double[] {1});
                    assertThat(f.slopeRight(a, b)).isCloseTo(right[0], within(1e-8));
                    near(f.slopeRight(INTERVALS, Interval.of(a), Interval.of(b)), f.slopeRight(a, b), f + " right");
                }
            }
        }
    }

    /** The enclosure is narrow but may lose digits by cancellation; binary64 must lie within it up to rounding. */
    private static void near(Interval enclosure, double value, String what) {
        double tolerance = 1e-13 * Math.abs(value);
        assertThat(enclosure.lower()).as(what).isLessThanOrEqualTo(value + tolerance);
        assertThat(enclosure.upper()).as(what).isGreaterThanOrEqualTo(value - tolerance);
        assertThat(enclosure.upper() - enclosure.lower()).as(what).isLessThan(1e-9 * Math.max(1, Math.abs(value)));
    }

    @Test
    void kinksHaveNoSlopeInOtherArithmetics() {
        for (UnaryFunction f : List.of(Powers.ABS, Activations.RELU, Activations.SELU, Steps.FLOOR, Steps.SIGN)) {
            assertThat(f.kink(0)).isTrue();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> f.slope(INTERVALS, Interval.ZERO))
                    .isInstanceOf(NoValueException.class);
        }
    }

    @Test
    void tailsKeepTheirDigits() {
        // mpmath 1.3.0 at 30 digits: erf(0.3), erfc(3), erfc(26), ncdf(-10)*-10, log1p(exp(-40)).
        assertThat(ErrorFunctions.erf(0.3)).isCloseTo(0.328626759459127, within(1e-15));
        assertThat(ErrorFunctions.erfc(3)).isCloseTo(2.209049699858544e-05, within(5e-20));
        assertThat(ErrorFunctions.erfc(26)).isCloseTo(5.663192408856143e-296, within(1e-310));
        assertThat(GaussianUnits.GELU.value(-10)).isCloseTo(-7.619853024160526e-23, within(1.6e-37));
        assertThat(Exponentials.SOFTPLUS.value(-40)).isCloseTo(4.248354255291589e-18, within(1e-32));
        assertThat(GaussianUnits.GELU.slope(Math.sqrt(2))).isCloseTo(1.128904145185155, within(1e-15));
        for (UnaryFunction f : List.of(SmoothUnits.SILU, SmoothUnits.MISH, SmoothUnits.GELU_TANH, GaussianUnits.GELU)) {
            for (double x : List.of(-1e300, -800.0, 800.0, 1e300)) {
                assertThat(f.value(x)).isEqualTo(Math.max(x, -0.0));
                assertThat(f.slope(x)).isEqualTo(x > 0 ? 1 : 0, within(1e-300));
            }
        }
    }
}
