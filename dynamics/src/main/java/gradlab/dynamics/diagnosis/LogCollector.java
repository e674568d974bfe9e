package gradlab.dynamics.diagnosis;

import gradlab.analysis.source.MemoryAllowance;
import gradlab.analysis.source.SourceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers rows of named numbers into series, within a bound on what may be held. The step of a row is the number under the
 * first of the usual names of steps that the row has; without one, the number of the row. Where steps start again with
 * every epoch, the number of the row takes their place.
 */
final class LogCollector {
    private static final int ONE_IN = 4;
    private static final int MOST_SERIES = 100_000;
    private static final int LONGEST_NAME = 4_096;
    private static final int SERIES_BYTES = 256;

    private static final List<String> STEPS = List.of(
            "global_step",
            "trainer/global_step",
            "train/global_step",
            "_step",
            "step",
            "steps",
            "iteration",
            "iter",
            "epoch");

    /** Names of clocks and counters, which are nobody's series. */
    private static final Set<String> CLOCKS = Set.of(
            "_timestamp",
            "_runtime",
            "wall time",
            "wall_time",
            "time",
            "timestamp",
            "train_runtime",
            "total_flos",
            "epoch");

    private final String file;
    private final MemoryAllowance allowance;
    private final Map<String, Growing> series = new LinkedHashMap<>();
    private long rows;
    private double lastStep = Double.NEGATIVE_INFINITY;
    private double lastEpoch = Double.NEGATIVE_INFINITY;
    private boolean restarts;
    private boolean jumpsBack;

    LogCollector(String file) {
        this.file = file;
        this.allowance = MemoryAllowance.ofHeap(file, ONE_IN);
    }

    /** Takes a row. */
    void row(Map<String, Double> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        String key = STEPS.stream()
                .filter(name -> isWhole(numbers.get(name)))
                .findFirst()
                .orElse("");
        double step = key.isEmpty() ? rows : numbers.getOrDefault(key, 0.0);
        double epoch = numbers.getOrDefault("epoch", Double.NaN);
        if (step < lastStep) {
            restarts |= epoch > lastEpoch;
            jumpsBack |= !(epoch > lastEpoch);
        }
        lastStep = step;
        lastEpoch = epoch;
        numbers.forEach((name, value) -> {
            if (!STEPS.contains(name) && !CLOCKS.contains(name)) {
                add(name, (long) step, value);
            }
        });
        rows++;
    }

    private static boolean isWhole(@org.jspecify.annotations.Nullable Double value) {
        return value != null && value == Math.rint(value) && Math.abs(value) < 1L << 53;
    }

    /** Takes one number at a step. */
    void add(String name, long step, double value) {
        Growing found = series.get(name);
        if (found == null) {
            if (series.size() == MOST_SERIES || name.length() > LONGEST_NAME) {
                throw SourceException.in(
                        file,
                        series.size() == MOST_SERIES ? "more series" : "a name of " + name.length() + " characters",
                        "at most " + MOST_SERIES + " series, with names of at most " + LONGEST_NAME);
            }
            allowance.take(SERIES_BYTES + 2L * name.length(), 1, "series " + SourceException.quote(name));
            found = new Growing();
            series.put(name, found);
        }
        allowance.take(2L, 3 * Double.BYTES, "value " + found.size + " of " + SourceException.quote(name));
        found.add(step, rows, value);
    }

    boolean isEmpty() {
        return series.isEmpty();
    }

    List<LogSeries> series() {
        boolean byRow = restarts && !jumpsBack;
        List<LogSeries> finished = new ArrayList<>();
        series.forEach((name, growing) -> finished.add(growing.series(name, byRow)));
        return finished;
    }

    private static final class Growing {
        private long[] steps = new long[4];
        private long[] rows = new long[4];
        private double[] values = new double[4];
        private int size;

        void add(long step, long row, double value) {
            if (size == steps.length) {
                steps = Arrays.copyOf(steps, 2 * size);
                rows = Arrays.copyOf(rows, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            steps[size] = step;
            rows[size] = row;
            values[size++] = value;
        }

        /** Sorted by step; of several values at a step the last, as a run that was resumed leaves them. */
        LogSeries series(String name, boolean byRow) {
            long[] places = byRow ? rows : steps;
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            if (!increasing(places)) {
                Arrays.sort(order, (a, b) -> Long.compare(places[a], places[b]));
            }
            long[] kept = new long[size];
            double[] numbers = new double[size];
            int count = 0;
            for (int i : order) {
                count -= count > 0 && kept[count - 1] == places[i] ? 1 : 0;
                kept[count] = places[i];
                numbers[count++] = values[i];
            }
            return LogSeries.of(name, Arrays.copyOf(kept, count), Arrays.copyOf(numbers, count));
        }

        private boolean increasing(long[] places) {
            for (int i = 1; i < size; i++) {
                if (places[i] <= places[i - 1]) {
                    return false;
                }
            }
            return true;
        }
    }
}
