package gradlab.dynamics.lyapunov;

import java.util.Arrays;

/**
 * Natural logarithms of k products of positive numbers, each kept as a number in [2^-300, 2^300] and a power of two, so that one
 * logarithm serves any number of factors. A factor of 0 makes the logarithm minus infinity for good.
 *
 * <p>Error of ln of a product of T factors: T 2^-53, and one unit in the last place of the logarithm.
 */
final class LogProducts {
    private static final double LARGE = 0x1p300;
    private static final double SMALL = 0x1p-300;
    private static final double LN_2 = StrictMath.log(2);

    private final double[] parts;
    private final long[] exponents;

    LogProducts(int k) {
        parts = new double[k];
        exponents = new long[k];
        Arrays.fill(parts, 1);
    }

    /** Multiplies each product by its factor, which is not negative. */
    void multiply(double[] factors) {
        for (int j = 0; j < parts.length; j++) {
            double factor = factors[j];
            if (factor < SMALL || factor > LARGE) {
                factor = split(j, factor);
            }
            double product = parts[j] * factor;
            parts[j] = product < SMALL || product > LARGE ? split(j, product) : product;
        }
    }

    /** The mantissa of a positive number, whose exponent goes to that of product j. */
    private double split(int j, double number) {
        if (number == 0 || !Double.isFinite(number)) {
            return number;
        }
        // Below the normal numbers getExponent says the same for all; one step up makes them normal.
        double raised = number < Double.MIN_NORMAL ? number * 0x1p54 : number;
        int exponent = Math.getExponent(raised);
        exponents[j] += exponent - (raised == number ? 0 : 54);
        return Math.scalb(raised, -exponent);
    }

    /** ln of product j. */
    double log(int j) {
        return StrictMath.log(parts[j]) + exponents[j] * LN_2;
    }

    /** The sum of all the logarithms. */
    double sum() {
        double sum = 0;
        for (int j = 0; j < parts.length; j++) {
            sum += log(j);
        }
        return sum;
    }
}
