package gradlab.reports.document;

import gradlab.dynamics.training.Series;
import java.util.stream.IntStream;

/**
 * What is drawn of a long series: of each of 200 stretches the smallest and the largest number, and the first and the last of all.
 * So no spike is lost, and a figure of a hundred thousand steps is no larger than one of four hundred.
 */
final class Thinned {

    private static final int STRETCHES = 200;

    private Thinned() {}

    /** The entries to draw, ascending. */
    static int[] entries(Series series) {
        int size = series.size();
        if (size <= 2 * STRETCHES) {
            return IntStream.range(0, size).toArray();
        }
        IntStream ends = IntStream.of(0, size - 1);
        IntStream extremes = IntStream.range(0, STRETCHES)
                .flatMap(k ->
                        extremes(series, (int) ((long) k * size / STRETCHES), (int) ((k + 1L) * size / STRETCHES)));
        return IntStream.concat(ends, extremes).sorted().distinct().toArray();
    }

    private static IntStream extremes(Series series, int from, int to) {
        int smallest = from;
        int largest = from;
        for (int i = from; i < to; i++) {
            smallest = series.value(i) < series.value(smallest) ? i : smallest;
            largest = series.value(i) > series.value(largest) ? i : largest;
        }
        return IntStream.of(smallest, largest);
    }
}
