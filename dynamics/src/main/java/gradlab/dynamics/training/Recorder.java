package gradlab.dynamics.training;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Collects rows, and passes them on. The row of the latest step waits until it is known whether it is the last finite one. */
final class Recorder {
    private final Map<String, Growing> series = new TreeMap<>();
    private final Keeper keeper;
    private int step = -1;
    private boolean due;
    private Map<String, Double> extras = Map.of();
    private Supplier<Map<String, Double>> scalars = Map::of;

    Recorder(Keeper keeper) {
        this.keeper = keeper;
    }

    /** Goes on from a saved state. */
    void restore(Snapshot snapshot) {
        snapshot.series().forEach((name, saved) -> series.put(name, Growing.of(saved)));
        Snapshot.Waiting waiting = snapshot.waiting();
        next(waiting.step(), waiting.due(), waiting.extras(), waiting::scalars);
    }

    /** Holds the row of a step in place of that of the step before; its scalars are worked out when they are recorded. */
    void next(int newStep, boolean isDue, Map<String, Double> more, Supplier<Map<String, Double>> numbers) {
        flush();
        step = newStep;
        due = isDue;
        extras = more;
        scalars = numbers;
    }

    /** Records the waiting row, whether it is due or not. */
    void keepLast() {
        due = true;
        flush();
    }

    /** What waits, worked out. */
    Snapshot.Waiting waiting() {
        Map<String, Double> worked = scalars.get();
        scalars = () -> worked;
        return new Snapshot.Waiting(step, due, extras, worked);
    }

    private void flush() {
        SortedMap<String, Double> row = new TreeMap<>(extras);
        if (due) {
            row.putAll(scalars.get());
        }
        if (!row.isEmpty()) {
            row.forEach((name, value) ->
                    series.computeIfAbsent(name, n -> new Growing()).add(step, value));
            keeper.row(step, row);
        }
        extras = Map.of();
        scalars = Map::of;
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

        static Growing of(Series saved) {
            Growing growing = new Growing();
            for (int i = 0; i < saved.size(); i++) {
                growing.add(saved.step(i), saved.value(i));
            }
            return growing;
        }

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
