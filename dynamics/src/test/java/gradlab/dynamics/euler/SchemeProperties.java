package gradlab.dynamics.euler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.operator.DenseMatrix;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** Stability polynomials and the largest steps inside their regions. */
class SchemeProperties {
    /** The real root of 24 + 12 z + 4 z² + z³ = 0, by mpmath 1.3.0: findroot(..., -2.8) with 30 digits. */
    private static final double RK4_REAL_LIMIT = 2.785293563405282;

    @Property
    void theExcessIsTheSquaredAmplificationLessOne(
            @ForAll Scheme scheme,
            @ForAll @Scale(15) @DoubleRange(min = -3, max = 3) double x,
            @ForAll @Scale(15) @DoubleRange(min = -3, max = 3) double y) {
        double amplification = scheme.amplification(x, y);
        // The terms reach |z|^8/576, with |z| <= 4.3: some 200.
        assertThat(scheme.excess(x, y)).isCloseTo(amplification * amplification - 1, within(1e-11));
    }

    /** Of order p: R(z) - e^z = O(z^(p+1)), so halving z divides it by 2^(p+1). */
    @Property
    void thePolynomialIsTheExponentialUpToItsOrder(
            @ForAll Scheme scheme, @ForAll @Scale(15) @DoubleRange(min = 0.3, max = 0.5) double x) {
        double error = scheme.amplification(x, 0) - StrictMath.exp(x);
        double half = scheme.amplification(x / 2, 0) - StrictMath.exp(x / 2);
        assertThat(StrictMath.log(error / half) / StrictMath.log(2)).isCloseTo(scheme.order() + 1, within(0.2));
    }

    @Property
    void aStepOfTheTestEquationMultipliesByThePolynomial(
            @ForAll Scheme scheme,
            @ForAll @Scale(15) @DoubleRange(min = -3, max = 1) double x,
            @ForAll @Scale(15) @DoubleRange(min = -3, max = 3) double y) {
        DenseMatrix rotation = DenseMatrix.of(2, 2, x, -y, y, x);
        double[] next = scheme.advance(rotation::apply, new double[] {1, 0}, 0.5);
        assertThat(StrictMath.hypot(next[0], next[1])).isCloseTo(scheme.amplification(x / 2, y / 2), within(1e-12));
        assertThat(scheme.step(rotation, 0.5).apply(new double[] {1, 0})).containsExactly(next, within(1e-13));
    }

    @Example
    void limitsOnTheAxes() {
        assertThat(StableStep.of(Scheme.FORWARD_EULER, -1, 0)).isEqualTo(2);
        assertThat(StableStep.of(Scheme.RK2, -1, 0)).isCloseTo(2, within(1e-14));
        assertThat(StableStep.of(Scheme.RK4, -1, 0)).isCloseTo(RK4_REAL_LIMIT, within(1e-14));
        assertThat(StableStep.of(Scheme.RK4, 0, 1)).isCloseTo(2 * Math.sqrt(2), within(1e-14));
        assertThat(StableStep.of(Scheme.RK4, 0, -5)).isCloseTo(0.4 * Math.sqrt(2), within(1e-14));
        assertThat(StableStep.of(Scheme.FORWARD_EULER, 0, 1)).isZero();
        assertThat(StableStep.of(Scheme.RK2, 0, 1)).isZero();
        for (Scheme scheme : Scheme.values()) {
            assertThat(StableStep.of(scheme, 0, 0)).isInfinite();
            assertThat(StableStep.of(scheme, 1e-9, 5)).isZero();
        }
        assertThatThrownBy(() -> StableStep.of(Scheme.RK2, Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void forwardEulersLimitIsTheFormula(
            @ForAll @Scale(15) @DoubleRange(min = -1e3, max = -1e-3) double x,
            @ForAll @Scale(15) @DoubleRange(min = -1e3, max = 1e3) double y) {
        double expected = -2 * x / (x * x + y * y);
        assertThat(StableStep.of(Scheme.FORWARD_EULER, x, y)).isCloseTo(expected, within(1e-13 * expected));
    }

    /** The first exit: |R| <= 1 on the whole way to the limit, > 1 just beyond. Both halves of the plane by symmetry. */
    @Property
    void theLimitIsTheFirstExit(
            @ForAll Scheme scheme,
            @ForAll @Scale(15) @DoubleRange(min = -1, max = -1e-3) double x,
            @ForAll @Scale(15) @DoubleRange(min = -20, max = 20) double y) {
        double limit = StableStep.of(scheme, x, y);
        assertThat(StableStep.of(scheme, x, -y)).isEqualTo(limit);
        for (int i = 1; i < 200; i++) {
            double h = limit * i / 200;
            assertThat(scheme.excess(h * x, h * y)).isNegative();
        }
        double beyond = limit * (1 + 1e-9);
        assertThat(scheme.excess(beyond * x, beyond * y)).isPositive();
    }

    /** 1 + i w has modulus above 1 for every w that is not 0, however small. */
    @Property
    void anImaginaryEigenvalueIsOutsideForwardEulersRegion(
            @ForAll @Scale(15) @DoubleRange(min = 1e-12, max = 1e12) double w) {
        assertThat(Scheme.FORWARD_EULER.excess(0, w)).isPositive();
        assertThat(Scheme.RK2.excess(0, w)).isPositive();
    }

    @Example
    void theBoundaryIsWhereThePolynomialHasModulusOne() {
        for (Scheme scheme : Scheme.values()) {
            StabilityBoundary boundary = StabilityBoundary.of(scheme);
            double leftmost = 0;
            double highest = 0;
            int last = boundary.real().size() - 1;
            for (int k = 0; k <= last; k++) {
                double x = boundary.real().get(k);
                double y = boundary.imaginary().get(k);
                assertThat(scheme.amplification(x, y)).isCloseTo(1, within(1e-9));
                leftmost = Math.min(leftmost, x);
                highest = Math.max(highest, y);
            }
            assertThat(StrictMath.hypot(
                            boundary.real().get(last), boundary.imaginary().get(last)))
                    .as("closed")
                    .isLessThan(1e-6);
            double real = StableStep.of(scheme, -1, 0);
            assertThat(leftmost).isCloseTo(-real, within(0.01));
            assertThat(highest).isGreaterThanOrEqualTo(0.99);
        }
    }
}
