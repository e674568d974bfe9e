package gradlab.dynamics.system;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.random.RandomStream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** tanh and its slope beside those of the JDK, which are within an ulp or two. */
class TanhUnitsTest {
    private static final Percentage FOUR_ULPS = Percentage.withPercentage(100 * 0x1p-50);

    @Test
    void bothKeepTheirRelativeAccuracyAtAllSizes() {
        double[] u = RandomStream.of(1, "u").gaussians(3_000);
        for (int i = 0; i < u.length; i++) {
            u[i] = u[i] * StrictMath.pow(10, i % 20 - 17) * (i % 20 == 19 ? 3 : 1);
        }
        double[] values = new double[u.length];
        double[] slopes = new double[u.length];
        TanhUnits.of(u, values, slopes);
        for (int i = 0; i < u.length; i++) {
            double cosh = StrictMath.cosh(u[i]);
            assertThat(values[i]).isCloseTo(StrictMath.tanh(u[i]), FOUR_ULPS);
            assertThat(slopes[i]).isCloseTo(1 / cosh / cosh, withinFourUlps(1 / cosh / cosh));
        }
    }

    /** Below the normal numbers ulps are absolute. */
    private static Offset<Double> withinFourUlps(double x) {
        return Offset.offset(Math.max(x * 0x1p-50, 4 * Double.MIN_VALUE));
    }

    @Test
    void saturationAndTheBoundaryOfTheFormulas() {
        double[] values = {0.45, Math.nextDown(0.45), 354, 1e300, -0.0, Double.POSITIVE_INFINITY};
        double[] slopes = new double[values.length];
        TanhUnits.of(values, values, slopes);
        assertThat(values[0]).isCloseTo(StrictMath.tanh(0.45), FOUR_ULPS);
        assertThat(values[1]).isCloseTo(values[0], FOUR_ULPS);
        assertThat(values[2]).isEqualTo(1);
        assertThat(slopes[2]).isCloseTo(4 * StrictMath.exp(-354) * StrictMath.exp(-354), FOUR_ULPS);
        assertThat(slopes[3]).isZero();
        assertThat(values[4]).isEqualTo(-0.0);
        assertThat(values[5]).isEqualTo(1);
    }
}
