package gradlab.verification.expectation;

import gradlab.analysis.interval.Interval;
import java.util.Arrays;
import java.util.List;

/**
 * Independent values of one random quantity, each known to lie in an interval; an event is 1 where it happens and 0 where
 * not, and [0, 1] where it cannot be told.
 */
final class Sample {

    private final double[] low;
    private final double[] high;
    private final int undefined;
    private final Interval range;

    /**
     * A sample.
     *
     * @param values an interval around each value
     * @param undefined how many further draws gave no value
     * @param range what no value can leave
     */
    Sample(List<Interval> values, int undefined, Interval range) {
        this.low = values.stream().mapToDouble(Interval::lower).toArray();
        this.high = values.stream().mapToDouble(Interval::upper).toArray();
        this.undefined = undefined;
        this.range = range;
    }

    int undefined() {
        return undefined;
    }

    Interval range() {
        return range;
    }

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
        return Arrays.stream(ends).filter(x -> x == 1).count();
    }
}
