package gradlab.dynamics.lyapunov;

import java.util.HashMap;
import java.util.Map;

/**
 * How far the mean of a stationary, correlated sequence is from what it estimates, from the sums over M batches.
 *
 * <p>The variance of the mean of M batches is s²/M with s² = gamma_0 + 2 (gamma_1 + ... + gamma_K), where the sum ends at the
 * first K that is at least {@value #WINDOW} times the autocorrelation time 1 + 2 (rho_1 + ... + rho_K) (sokal1997), and at least
 * {@value #LEAST_WINDOW} or M/30, for orbits that linger are not told by the first few correlations; and the larger of the sums to K and to 2 K is taken,
 * for a run that stops when its interval is narrow stops where chance made it too narrow. The estimate
 * of s² has about M / (2K + 1) degrees of freedom (the variance of a truncated sum of autocovariances, priestley1981), and is low
 * by a part (2K + 1)/M for the mean that was subtracted, which is made good; the half-width is Student's quantile times s.
 *
 * <p>That alone would say 0 where growth telescopes: the direction of a flow, whose growth is a difference ln |f(x_T)| - ln
 * |f(x_0)|, a periodic orbit, a constant chain. There the error is that difference over T. So the half-width is at least 1.96
 * sqrt(2) d / T, d the standard deviation of the sums around the straight line through the whole; of a sequence with s > 0 these
 * are a Brownian bridge and d is mostly below 0.41 s sqrt(T), so that this floor does not show. And it is at least what rounding
 * may have done.
 */
final class IntervalEstimate {
    static final double CONFIDENCE = 0.95;
    private static final int WINDOW = 5;
    private static final int LEAST_WINDOW = 12;
    private static final int FEWEST = 16;
    private static final double NORMAL = 1.959964;

    private final double length;
    private final double rounding;
    private final Map<Double, Double> quantiles = new HashMap<>();

    /**
     * For batches of this length in units of time, each off by at most so much per unit for rounding.
     *
     * @param rounding relative to 1 + |mean|
     */
    IntervalEstimate(double length, double rounding) {
        this.length = length;
        this.rounding = rounding;
    }

    /** The mean per unit of time of the first {@code count} batches. */
    Exponent of(double[] sums, int count) {
        double total = 0;
        for (int b = 0; b < count; b++) {
            if (sums[b] == Double.NEGATIVE_INFINITY) {
                return Exponent.MINUS_INFINITY;
            }
            total += sums[b];
        }
        double mean = total / count;
        if (count < FEWEST) {
            return new Exponent(mean / length, Double.POSITIVE_INFINITY, 0, 0);
        }
        double[] centred = new double[count];
        for (int b = 0; b < count; b++) {
            centred[b] = sums[b] - mean;
        }
        double variance = covariance(centred, 0);
        int lag = 0;
        double time = 1;
        int least = Math.min(LEAST_WINDOW, count / 30);
        while (variance > 0 && lag < count / 4 && (lag < least || lag < WINDOW * time)) {
            lag++;
            time += 2 * covariance(centred, lag) / variance;
        }
        double wider = time;
        for (int further = lag + 1; variance > 0 && further <= 2 * lag && further < count / 4; further++) {
            wider += 2 * covariance(centred, further) / variance;
        }
        time = Math.max(time, wider);
        double window = 2.0 * lag + 1;
        double freedom = Math.max(1, count / window - 1);
        double longRun = Math.max(0, variance * time) * count / Math.max(1, count - window);
        double quantile = quantiles.computeIfAbsent(freedom, f -> StudentT.quantile(CONFIDENCE, f));
        double half = quantile * Math.sqrt(longRun / count);
        half = Math.max(half, NORMAL * StrictMath.sqrt(2) * wander(centred) / count);
        double value = mean / length;
        return new Exponent(
                value, Math.max(half / length, rounding * (1 + Math.abs(value))), Math.max(0, time) * length, freedom);
    }

    private static double covariance(double[] x, int lag) {
        double sum = 0;
        for (int i = lag; i < x.length; i++) {
            sum += x[i] * x[i - lag];
        }
        return sum / x.length;
    }

    /** The standard deviation of the sums of what is centred. */
    private static double wander(double[] centred) {
        double sum = 0;
        double mean = 0;
        double[] sums = new double[centred.length];
        for (int b = 0; b < centred.length; b++) {
            sum += centred[b];
            sums[b] = sum;
            mean += sum / centred.length;
        }
        double squares = 0;
        for (double s : sums) {
            squares += (s - mean) * (s - mean);
        }
        return Math.sqrt(squares / centred.length);
    }
}
