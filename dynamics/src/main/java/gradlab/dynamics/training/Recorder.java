package gradlab.dynamics.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Collects series. The scalars of the latest step wait until it is known whether it is the last finite one. */
final class Recorder {
    private final Map<String, Growing> series = new TreeMap<>();
    private final Map<String, Double> latest = new LinkedHashMap<>();
    private int latestStep = -1;

    /** Keeps the numbers of a step in place of those of the step before. */
    void offer(int step, Map<String, Double> numbers) {
        latest.clear();
        latest.putAll(numbers);
        latestStep = step;
    }

    /** Adds the numbers of the latest step to the series, unless they are there already. */
    void keep() {
        latest.forEach((name, value) -> add(name, latestStep, value));
        latest.clear();
    }

    void add(String name, int step, double value) {
        series.computeIfAbsent(name, n -> new Growing()).add(step, value);
    }

    Map<String, Series> series() {
        Map<String, Series> finished = new TreeMap<>();
        series.forEach((name, growing) -> finished.put(name, growing.toSeries()));
        return finished;
    }

    private static final class Growing {
        private int[] steps = new int[16];
        private double[] values = new double[16];
        private int size;

        void add(int step, double value) {
            if (size == steps.length) {
                steps = Arrays.copyOf(steps, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            steps[size] = step;
            values[size++] = value;
        }

        Series toSeries() {
            return Series.of(Arrays.copyOf(steps, size), Arrays.copyOf(values, size));
        }
    }
}
