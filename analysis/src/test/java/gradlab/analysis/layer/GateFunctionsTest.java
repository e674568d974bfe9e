package gradlab.analysis.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.random.RandomStream;
import org.junit.jupiter.api.Test;

class GateFunctionsTest {
    /** Two numbers that were each rounded a few times. */
    private static final double RELATIVE = 8e-16;

    private static double[] points() {
        RandomStream random = RandomStream.of(1, "points");
        double[] points = new double[4000];
        for (int i = 0; i < points.length; i++) {
            points[i] = random.nextGaussian() * Math.pow(10, i % 6 - 4);
        }
        points[0] = 0;
        points[1] = 400;
        points[2] = -400;
        return points;
    }

    @Test
    void valuesAndSlopesAreRelativelyAccurateEverywhere() {
        double[] x = points();
        int n = x.length;
        double[] value = new double[n];
        double[] slope = new double[n];
        GateFunctions.tanh(x, value, slope, 0, n, new GateFunctions.Scratch(n));
        for (int i = 0; i < n; i++) {
            double tanh = StrictMath.tanh(x[i]);
            assertThat(value[i]).as("tanh %s", x[i]).isCloseTo(tanh, within(Math.abs(tanh) * RELATIVE));
            double cosh = StrictMath.cosh(x[i]);
            double flat = Math.abs(x[i]) > 350 ? slope[i] : 1 / cosh / cosh;
            assertThat(slope[i])
                    .as("slope of tanh %s", x[i])
                    .isCloseTo(flat, within(flat * 2 * RELATIVE))
                    .isPositive();
        }
        GateFunctions.sigmoid(x, value, slope, 0, n, new GateFunctions.Scratch(n));
        for (int i = 0; i < n; i++) {
            double e = StrictMath.exp(-Math.abs(x[i]));
            double sigmoid = x[i] < 0 ? e / (1 + e) : 1 / (1 + e);
            assertThat(value[i]).as("sigmoid %s", x[i]).isCloseTo(sigmoid, within(sigmoid * RELATIVE));
            double steep = e / (1 + e) / (1 + e);
            assertThat(slope[i]).as("slope of sigmoid %s", x[i]).isCloseTo(steep, within(steep * 2 * RELATIVE));
        }
    }

    @Test
    void whatIsNoNumberStaysNone() {
        double[] x = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] value = new double[3];
        double[] slope = new double[3];
        GateFunctions.tanh(x, value, slope, 0, 3, new GateFunctions.Scratch(3));
        assertThat(value).containsExactly(Double.NaN, 1, -1);
        GateFunctions.sigmoid(x, value, slope, 0, 3, new GateFunctions.Scratch(3));
        assertThat(value[0]).isNaN();
        assertThat(value[1]).isEqualTo(1);
        assertThat(value[2]).isLessThan(1e-300);
    }
}
