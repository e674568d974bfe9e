package gradlab.dynamics.diagnosis;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** One series of a training log: values at increasing steps, those that are not finite included. Immutable. */
public final class LogSeries {
    private final String name;
    private final SeriesName meaning;
    private final long[] steps;
    private final double[] values;

    private LogSeries(String name, SeriesName meaning, long[] steps, double[] values) {
        this.name = name;
        this.meaning = meaning;
        this.steps = steps;
        this.values = values;
    }

    /**
     * A series.
     *
     * @param name its name in the log, which tells the quantity and the layer
     * @param steps increasing
     * @param values as many
     */
    public static LogSeries of(String name, long[] steps, double[] values) {
        if (steps.length != values.length) {
            throw new IllegalArgumentException(
                    "values must be as many as steps, " + steps.length + ", were " + values.length);
        }
        for (int i = 1; i < steps.length; i++) {
            if (steps[i] <= steps[i - 1]) {
                throw new IllegalArgumentException("steps must increase, were " + steps[i - 1] + ", " + steps[i]);
            }
        }
        return new LogSeries(name, SeriesName.of(name), steps.clone(), values.clone());
    }

    /** Its name in the log. */
    public String name() {
        return name;
    }

    /** What it measures. */
    public Quantity quantity() {
        return meaning.quantity();
    }

    /** Of which layer; empty for the whole network. */
    public String layer() {
        return meaning.layer();
    }

    /** How many values. */
    public int size() {
        return steps.length;
    }

    /** The step of value {@code i}. */
    public long step(int i) {
        return steps[i];
    }

    /** Value {@code i}. */
    public double value(int i) {
        return values[i];
    }

    /** A copy of the values. */
    public double[] values() {
        return values.clone();
    }

    /** The first value that is not finite. */
    public OptionalInt firstNonFinite() {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isFinite(values[i]))
                .findFirst();
    }

    /** The finite values alone. */
    LogSeries finite() {
        int[] kept = IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
        return new LogSeries(
                name,
                meaning,
                Arrays.stream(kept).mapToLong(i -> steps[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> values[i]).toArray());
    }

    /** The values up to a step. */
    LogSeries until(long step) {
        int found = Arrays.binarySearch(steps, step);
        int kept = found >= 0 ? found + 1 : -found - 1;
        return new LogSeries(name, meaning, Arrays.copyOf(steps, kept), Arrays.copyOf(values, kept));
    }

    /** The last value at or before a step; NaN where there is none. */
    double at(long step) {
        int found = Arrays.binarySearch(steps, step);
        int place = found >= 0 ? found : -found - 2;
        return place < 0 ? Double.NaN : values[place];
    }
}
