package gradlab.verification.expectation;

import gradlab.analysis.interval.Elementary;
import gradlab.analysis.interval.Interval;

/** The standard normal distribution. */
final class Normal {

    private static final double FARTHEST = 8;

    private Normal() {}

    /** How many standard deviations from the mean leave a given probability outside on both sides together. */
    static double quantile(double outside) {
        double low = 0;
        double high = FARTHEST;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double inside = Elementary.erf(Interval.of(middle / Math.sqrt(2))).midpoint();
            if (1 - inside > outside) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
