package gradlab.dynamics.system;

/**
 * tanh and its slope 1/cosh² together, with one exponential where {@link StrictMath} takes two calls: q = exp(−|u|), tanh |u| = (1 − q²)/(1 + q²),
 * slope (2 q/(1 + q²))², which keeps its relative accuracy in saturation, where 1 − tanh² would round to 0. Below 0.45, where 1 − q² cancels,
 * tanh is a convergent of Lambert's continued fraction u/(1 + u²/(3 + u²/(5 + ...))), whose error there is below 2⁻⁵⁴ of it, and the slope
 * 1 − tanh². Both are within some 2⁻⁵¹ of themselves; the same bits on any machine.
 */
final class TanhUnits {
    private static final double SMALL = 0.45;

    private TanhUnits() {}

    /** values[i] = tanh(u[i]) and slopes[i] = 1/cosh²(u[i]); as many as there are slopes; values may be u itself. */
    static void of(double[] u, double[] values, double[] slopes) {
        for (int i = 0; i < slopes.length; i++) {
            double x = u[i];
            double size = Math.abs(x);
            if (size < SMALL) {
                double t = fraction(x);
                values[i] = t;
                slopes[i] = (1 - t) * (1 + t);
            } else {
                double q = StrictMath.exp(-size);
                double whole = 1 + q * q;
                double sech = 2 * q / whole;
                values[i] = Math.copySign((1 - q * q) / whole, x);
                slopes[i] = sech * sech;
            }
        }
    }

    private static double fraction(double x) {
        double s = x * x;
        return x * (135135 + s * (17325 + s * (378 + s))) / (135135 + s * (62370 + s * (3150 + s * 28)));
    }
}
