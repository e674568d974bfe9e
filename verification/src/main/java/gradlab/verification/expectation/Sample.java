package gradlab.verification.expectation;

import gradlab.analysis.interval.Interval;

/**
 * Independent values of one random quantity, each known to lie in an interval; an event is 1 where it happens and 0 where
 * not, and [0, 1] where it cannot be told.
 *
 * @param low lower ends
 * @param high upper ends
 * @param undefined how many further draws gave no value
 * @param range what no value can leave
 */
record Sample(double[] low, double[] high, int undefined, Interval range) {

    int size() {
        return low.length;
    }

    /** Draws, with those that gave no value. */
    int drawn() {
        return low.length + undefined;
    }

    double value(int i) {
        return 0.5 * low[i] + 0.5 * high[i];
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < low.length; i++) {
            sum += value(i);
        }
        return sum / low.length;
    }

    /** How far the mean may be off because values are known within bounds only. */
    double blur() {
        double sum = 0;
        for (int i = 0; i < low.length; i++) {
            sum += high[i] - low[i];
        }
        return sum / low.length;
    }

    /** The mean of a power of the distance from a point. */
    double central(double center, int power) {
        double sum = 0;
        for (int i = 0; i < low.length; i++) {
            sum += StrictMath.pow(value(i) - center, power);
        }
        return sum / low.length;
    }

    /** Sum of squares divided by one less than their number. */
    double variance() {
        return central(mean(), 2) * low.length / (low.length - 1.0);
    }

    long certain() {
        return count(low);
    }

    long possible() {
        return count(high) + undefined;
    }

    private static long count(double[] ends) {
        return java.util.Arrays.stream(ends).filter(x -> x == 1).count();
    }
}
