package gradlab.dynamics.lyapunov;

import java.util.Arrays;

/** How far the beginning of a measurement is from its end (geweke1992). */
final class Stationarity {
    private Stationarity() {}

    /** The difference of the means of the first and the last of so many parts, in standard errors; 0 if both have no error. */
    static double distance(double[] sums, int parts) {
        int size = sums.length / parts;
        IntervalEstimate estimate = new IntervalEstimate(1, 0x1p-40);
        Exponent early = estimate.of(Arrays.copyOf(sums, size), size);
        Exponent late = estimate.of(Arrays.copyOfRange(sums, sums.length - size, sums.length), size);
        if (Double.isInfinite(early.value()) || Double.isInfinite(late.value())) {
            return 0;
        }
        double error = Math.hypot(early.halfWidth(), late.halfWidth()) / 1.96;
        return Math.abs(early.value() - late.value()) / error;
    }
}
