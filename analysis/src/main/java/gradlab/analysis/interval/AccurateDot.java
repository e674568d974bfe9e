package gradlab.analysis.interval;

/**
 * Inner products in doubled precision with a proved bound of their error.
 *
 * <p>With h_i + r_i = x_i y_i (fused multiply-add) and p_i + q_i = p_(i-1) + h_i (2Sum) exactly, x'y = p_n + sum(q_i + r_i),
 * and the small sum s is recursive (ogita2005, algorithm 5.3). As |q_i| <= u |p_i| and |r_i| <= u |x_i
 * y_i| with u = 2^-53, sum(|q_i| + |r_i|) <= (n + 1) u (1 + n u) |x|'|y|, which s misses by at most a factor of (n + 1) u
 * (1 + n u); so fl(p_n + s) is within u |fl(p_n + s)| + 1.1 (n + 2)² u² |x|'|y| of x'y for n <= 2^40. Where products
 * underflow, each r_i misses less than 2^-1074. Sums must not overflow: callers scale first.
 */
final class AccurateDot {
    /** Slightly above u, so that rounding the bound itself is covered. */
    private static final double UNIT = 0x1.0001p-53;

    private AccurateDot() {}

    /** The inner product of the first {@code length} entries, in doubled precision, rounded once. */
    static double of(double[] x, double[] y, int length) {
        double sum = 0;
        double rest = 0;
        for (int i = 0; i < length; i++) {
            double product = x[i] * y[i];
            double productRest = Math.fma(x[i], y[i], -product);
            double next = sum + product;
            double back = next - sum;
            rest += (sum - (next - back)) + (product - back) + productRest;
            sum = next;
        }
        return sum + rest;
    }

    /**
     * An upper bound of the distance from {@code value = of(x, y, length)} to the exact inner product.
     *
     * @param absolute an upper bound of the sum of all |x_i y_i|
     */
    static double error(double value, int length, double absolute) {
        double factor = (length + 2.0) * UNIT;
        return (Math.abs(value) * UNIT + 1.2 * factor * factor * absolute + (length + 4.0) * Double.MIN_VALUE)
                * 0x1.0001p0;
    }

    /** An enclosure of the inner product of the first {@code length} entries, all finite and of moderate size. */
    static Interval enclose(double[] x, double[] y, int length) {
        double absolute = 0;
        for (int i = 0; i < length; i++) {
            absolute += Math.abs(x[i] * y[i]);
        }
        double value = of(x, y, length);
        double error = error(value, length, absolute * 1.001);
        return Math.abs(value) <= Double.MAX_VALUE
                ? new Interval(Rounding.addDown(value, -error), Rounding.addUp(value, error))
                : Interval.ENTIRE;
    }
}
