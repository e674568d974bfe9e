package gradlab.dynamics.diagnosis;

import java.util.Arrays;

/** Medians, and the scatter of series that may have a trend and outliers. */
final class Robust {
    /** The median of the absolute value of a normal number is its deviation times 0.6745. */
    static final double NORMAL = 1.4826;

    private static final double EFFICIENCY = 0.37;

    private Robust() {}

    /** The median of the values from {@code from} (included) to {@code to} (excluded); at least one. */
    static double median(double[] values, int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, Math.max(0, from), to);
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /**
     * The standard deviation of the scatter about a slow trend: the larger of what differences of neighbours give, blind to a
     * trend, and what distances from the running level give, which sees slow wandering too.
     */
    static double scatter(double[] values, double[] level) {
        int n = values.length;
        if (n < 3) {
            return 0;
        }
        double[] steps = new double[n - 1];
        double[] distances = new double[n];
        for (int i = 0; i < n; i++) {
            distances[i] = Math.abs(values[i] - level[i]);
            if (i > 0) {
                steps[i - 1] = Math.abs(values[i] - values[i - 1]);
            }
        }
        double neighbours = NORMAL * median(steps, 0, n - 1) / Math.sqrt(2);
        return Math.max(neighbours, NORMAL * median(distances, 0, n));
    }

    /**
     * What an estimated scatter is multiplied by, so that it is one standard error above the estimate. A median distance is
     * as good as the deviation of 37 % of the values (hampel1974), whose relative standard error is 1/sqrt(2 n).
     */
    static double caution(int n) {
        return 1 + 1 / Math.sqrt(2 * EFFICIENCY * Math.max(1, n));
    }

    /** The median of each value and the {@code window - 1} before it. */
    static double[] running(double[] values, int window) {
        double[] level = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            level[i] = median(values, Math.max(0, i - window + 1), i + 1);
        }
        return level;
    }

    /** The standard deviation of a part. */
    static double deviation(double[] values, int from, int to) {
        double mean = Arrays.stream(values, from, to).average().orElse(0);
        double squares = Arrays.stream(values, from, to)
                .map(v -> (v - mean) * (v - mean))
                .sum();
        return Math.sqrt(squares / Math.max(1, to - from));
    }
}
