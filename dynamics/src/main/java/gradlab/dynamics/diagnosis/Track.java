package gradlab.dynamics.diagnosis;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A series made ready to be looked at: its finite values on a scale where they can be compared, their running level and their
 * scatter. Norms stand as natural logarithms, so that a difference is a ratio; losses in units of the first loss, so that noise
 * close to zero does not count.
 */
final class Track {
    private static final int FIRST = 3;
    private static final int FEW = 10;
    private static final int WIDEST = 50;
    private static final int MOST = 1 << 16;

    private final LogSeries series;
    private final double[] values;
    private final double[] level;
    private final double scatter;
    private final int window;

    private Track(LogSeries series, double[] values, double finest) {
        this.series = series;
        this.values = values;
        this.window = Math.max(1, Math.min(WIDEST, values.length / FEW));
        this.level = Robust.running(values, window);
        this.scatter = Math.max(finest, Robust.scatter(values, level) * Robust.caution(values.length));
    }

    /** Natural logarithms of the positive finite values; scatter below 0.1 is taken for 0.1, a tenth of a norm. */
    static Track ofNorm(LogSeries series) {
        LogSeries positive = thinned(series.finite(), 0);
        double[] values = positive.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.log(values[i]);
        }
        return new Track(positive, values, 0.1);
    }

    /** Finite values over the size of the first; scatter below 1/50 is taken for 1/50. */
    static Track ofLoss(LogSeries series) {
        LogSeries finite = thinned(series.finite(), Double.NEGATIVE_INFINITY);
        double[] values = finite.values();
        double unit = values.length == 0 ? 1 : Math.abs(first(values));
        for (int i = 0; i < values.length; i++) {
            values[i] /= unit > 0 ? unit : 1;
        }
        return new Track(finite, values, 0.02);
    }

    /** Finite values as they are; scatter below 1/20 is taken for 1/20. */
    static Track ofShare(LogSeries series) {
        LogSeries finite = thinned(series.finite(), Double.NEGATIVE_INFINITY);
        return new Track(finite, finite.values(), 0.05);
    }

    /** Values above a bound; of very many an even choice, the last among them. */
    private static LogSeries thinned(LogSeries series, double above) {
        int[] kept = IntStream.range(0, series.size())
                .filter(i -> series.value(i) > above)
                .toArray();
        int every = (kept.length + MOST - 1) / MOST;
        int[] chosen = every <= 1
                ? kept
                : IntStream.range(0, kept.length)
                        .filter(i -> (kept.length - 1 - i) % every == 0)
                        .map(i -> kept[i])
                        .toArray();
        return LogSeries.of(
                series.name(),
                Arrays.stream(chosen).mapToLong(series::step).toArray(),
                Arrays.stream(chosen).mapToDouble(series::value).toArray());
    }

    /** The median of three values; where these differ by more than a factor of two, a run left its first loss at once: then that. */
    private static double first(double[] values) {
        if (values.length < FEW) {
            return values[0];
        }
        double least = Math.min(values[0], Math.min(values[1], values[2]));
        double most = Math.max(values[0], Math.max(values[1], values[2]));
        return most > 2 * Math.abs(least) ? values[0] : Robust.median(values, 0, FIRST);
    }

    int size() {
        return values.length;
    }

    double value(int i) {
        return values[i];
    }

    /** The median of the values up to {@code i}, of a tenth of all, 50 at most. */
    double level(int i) {
        return level[i];
    }

    double scatter() {
        return scatter;
    }

    int window() {
        return window;
    }

    long step(int i) {
        return series.step(i);
    }

    /** The value as logged. */
    double logged(int i) {
        return series.value(i);
    }

    /** As logged, the median over the last tenth. */
    double loggedLast() {
        return Robust.median(series.values(), size() - end(), size());
    }

    /** As logged, the first. */
    double loggedFirst() {
        return first(series.values());
    }

    double first() {
        return first(values);
    }

    /** The median of the last tenth, of three values at least where there are six. */
    double last() {
        return Robust.median(values, size() - end(), size());
    }

    private int end() {
        return size() < 2 * FIRST ? window : Math.max(window, FIRST);
    }

    /** The median of a part, given by shares of the whole. */
    double part(double from, double to) {
        int begin = Math.min(size() - 1, (int) (from * size()));
        return Robust.median(values, begin, Math.max(begin + 1, (int) Math.ceil(to * size())));
    }

    /** The median of the values from {@code from} (included) to {@code to} (excluded). */
    double median(int from, int to) {
        return Robust.median(values, from, Math.min(to, size()));
    }

    /**
     * What the series has risen to for good: the last tenth, or all of the last three values where there are ten or more. In
     * shorter logs both of the last two: a single value is a spike until it stays.
     */
    double risen() {
        int n = size();
        if (n < FEW) {
            return Math.min(values[n - 1], values[Math.max(0, n - 2)]);
        }
        return Math.max(last(), Arrays.stream(values, n - FIRST, n).min().orElseThrow());
    }

    /**
     * The lowest running level, without what chance alone makes of a lowest one: of n numbers that scatter by s the least lies
     * s sqrt(2 ln n) below their mean on average, at most (boucheron2013, theorem 2.5), and a level of w values scatters by s/sqrt(w).
     */
    double best() {
        double chance = scatter * Math.sqrt(2 * Math.log(Math.max(1, size())) / window);
        return Math.min(first(), level[lowest()] + chance);
    }

    /** Where the running level is lowest. */
    int lowest() {
        return IntStream.range(0, size())
                .reduce((a, b) -> level[b] < level[a] ? b : a)
                .orElse(0);
    }

    /**
     * Where the series went above a height for good: behind the last place with a running level below it, and, since the level
     * follows late, as much earlier as the values themselves lie above; the last place if it never did.
     */
    int onsetAbove(double height) {
        int i = size() - 1;
        while (i > 0 && level[i - 1] > height) {
            i--;
        }
        while (i > 0 && values[i - 1] > height) {
            i--;
        }
        return i;
    }

    /**
     * By how many scatters a value lies above the level before it. The scatter may change on the way, so it is the larger of that
     * of the whole series and that of the ten values before, as their differences give it.
     */
    double jump(int i) {
        int from = Math.max(0, i - FEW);
        double[] steps = new double[i - from];
        for (int j = from; j < i; j++) {
            steps[j - from] = j == 0 ? 0 : Math.abs(values[j] - values[j - 1]);
        }
        double near = steps.length == 0 ? 0 : Robust.NORMAL * Robust.median(steps, 0, steps.length) / Math.sqrt(2);
        return (values[i] - level[i - 1]) / Math.max(scatter, near);
    }
}
