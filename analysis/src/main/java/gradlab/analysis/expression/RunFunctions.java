package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.ShapeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Built-in functions of recorded training runs. */
final class RunFunctions {

    private RunFunctions() {}

    static <N> Value<N> run(Arguments<N> a) {
        return new Value.OfRun<>(a.runs().run(a.text(0), a.integer(1, 0, Integer.MAX_VALUE)));
    }

    static <N> Value<N> last(Arguments<N> a) {
        List<Double> series = named(a);
        return measured(a, series.get(series.size() - 1));
    }

    /** The value at a step; a step that was not recorded is an error, since the series' names are no guide to it. */
    static <N> Value<N> at(Arguments<N> a) {
        int step = a.integer(2, 0, Integer.MAX_VALUE);
        named(a);
        double value = a.run(0)
                .at(a.text(1), step)
                .orElseThrow(
                        () -> new ShapeException("step " + step, "a step at which \"" + a.text(1) + "\" was recorded"));
        return measured(a, value);
    }

    /** The largest entry; undefined if an entry is not a number. */
    static <N> Value<N> largest(Arguments<N> a) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : named(a)) {
            largest = Math.max(largest, value);
        }
        return measured(a, largest);
    }

    static <N> Value<N> series(Arguments<N> a) {
        List<N> entries = new ArrayList<>();
        for (double value : named(a)) {
            entries.add(a.numbers().ofDouble(value));
        }
        return new Value.OfVector<>(entries);
    }

    static <N> Value<N> firstNonFinite(Arguments<N> a) {
        var step = a.run(0).firstNonFinite();
        return measured(a, step.isPresent() ? step.getAsInt() : Double.POSITIVE_INFINITY);
    }

    static <N> Value<N> accuracy(Arguments<N> a) {
        return measured(a, a.run(0).accuracy());
    }

    private static <N> List<Double> named(Arguments<N> a) {
        RecordedRun run = a.run(0);
        String name = a.text(1);
        List<Double> series =
                run.series(name).orElseThrow(() -> new ShapeException("the series \"" + name + "\"", names(run)));
        if (series.isEmpty()) {
            throw new ShapeException("an empty series \"" + name + "\"", "a series with entries");
        }
        return series;
    }

    /** The series of a whole run, and one of a layer as an example: there are hundreds of those. */
    private static String names(RecordedRun run) {
        List<String> whole =
                run.seriesNames().stream().filter(n -> !n.contains("/")).toList();
        Optional<String> part =
                run.seriesNames().stream().filter(n -> n.contains("/")).findFirst();
        return "one of " + String.join(", ", whole)
                + part.map(n -> ", or one of a layer, such as " + n).orElse("");
    }

    private static <N> Value<N> measured(Arguments<N> a, double value) {
        return new Value.OfNumber<>(a.numbers().ofDouble(value));
    }
}
