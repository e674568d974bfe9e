package gradlab.dynamics.lyapunov;

import org.hipparchus.special.Beta;

/** Student's distribution. */
final class StudentT {
    private static final double FARTHEST = 1e6;
    private static final int HALVINGS = 80;

    private StudentT() {}

    /**
     * How far from 0, on both sides, a part {@code inside} of the distribution reaches.
     *
     * @param freedom degrees of freedom, at least 1, not only whole ones
     */
    static double quantile(double inside, double freedom) {
        double low = 0;
        double high = FARTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            // P(|t| > x) = I_{v / (v + x²)}(v/2, 1/2)
            double outside = Beta.regularizedBeta(freedom / (freedom + middle * middle), freedom / 2, 0.5);
            if (1 - outside < inside) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
