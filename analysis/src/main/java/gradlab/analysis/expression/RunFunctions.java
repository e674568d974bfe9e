package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.arithmetic.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** Built-in functions of recorded training runs. */
final class RunFunctions {

    /** What a run free in closed loop records: the largest exponent, and the half-width of its 95 % interval. */
    private static final String EXPONENT = "closed_loop/exponent";

    private static final String HALF_WIDTH = "closed_loop/half_width";

    private RunFunctions() {}

    static <N> Value<N> run(Arguments<N> a) {
        List<String> changes = new ArrayList<>();
        for (int i = 2; i < a.count(); i++) {
            changes.add(a.text(i));
        }
        return new Value.OfRun<>(a.runs().run(new RunRequest(a.text(0), changes, a.integer(1, 0, Integer.MAX_VALUE))));
    }

    static <N> Value<N> first(Arguments<N> a) {
        return ofSeries(a, "first", named(a).get(0));
    }

    static <N> Value<N> last(Arguments<N> a) {
        List<Double> series = named(a);
        return ofSeries(a, "last", series.get(series.size() - 1));
    }

    /** The value at a step; a step that was not recorded is an error, since the series' names are no guide to it. */
    static <N> Value<N> at(Arguments<N> a) {
        int step = a.integer(2, 0, Integer.MAX_VALUE);
        named(a);
        double value = a.run(0)
                .at(a.text(1), step)
                .orElseThrow(
                        () -> new ShapeException("step " + step, "a step at which \"" + a.text(1) + "\" was recorded"));
        return measured(a, "at " + step + " " + quoted(a), value);
    }

    /** The largest entry; undefined if an entry is not a number. */
    static <N> Value<N> largest(Arguments<N> a) {
        return ofSeries(a, "largest", folded(a, Math::max));
    }

    /** The smallest entry; undefined if an entry is not a number. */
    static <N> Value<N> smallest(Arguments<N> a) {
        return ofSeries(a, "smallest", folded(a, Math::min));
    }

    /** The mean of the entries, in this arithmetic: what a run records is taken as exact. */
    static <N> Value<N> average(Arguments<N> a) {
        List<Double> series = named(a);
        N sum = a.numbers().zero();
        double shown = 0;
        for (double value : series) {
            sum = a.numbers().add(sum, a.numbers().ofDouble(value));
            shown += value / series.size();
        }
        a.run(0).hear("average " + quoted(a), shown);
        return new Value.OfNumber<>(a.numbers().divide(sum, a.numbers().of(series.size())));
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
        return measured(a, "first_nonfinite", step.isPresent() ? step.getAsInt() : Double.POSITIVE_INFINITY);
    }

    static <N> Value<N> accuracy(Arguments<N> a) {
        double accuracy = a.run(0).accuracy();
        if (Double.isNaN(accuracy)) {
            throw new ShapeException("the accuracy of a run whose answers are numbers", "a run that tells classes");
        }
        return measured(a, "accuracy", accuracy);
    }

    static <N> Value<N> testLoss(Arguments<N> a) {
        return measured(a, "test_loss", a.run(0).testLoss());
    }

    static <N> Value<N> steps(Arguments<N> a) {
        return measured(a, "steps", a.run(0).steps());
    }

    static <N> Value<N> diagnosed(Arguments<N> a) {
        boolean found = a.run(0)
                .diagnosed(a.text(1))
                .orElseThrow(() -> new ShapeException(
                        "the harm \"" + a.text(1) + "\"", "a kind of harm that docs/diagnosis.md lists"));
        a.run(0).hear("diagnosed " + quoted(a), found ? 1 : 0);
        return new Value.OfTruth<>(Truth.of(found));
    }

    static <N> Value<N> exponent(Arguments<N> a) {
        return measured(a, "exponent", closedLoop(a, EXPONENT));
    }

    static <N> Value<N> exponentHalfWidth(Arguments<N> a) {
        return measured(a, "exponent_half_width", closedLoop(a, HALF_WIDTH));
    }

    private static <N> double closedLoop(Arguments<N> a, String name) {
        List<Double> series = a.run(0)
                .series(name)
                .filter(found -> !found.isEmpty())
                .orElseThrow(() ->
                        new ShapeException("a run without \"" + name + "\"", "an experiment that records closed_loop"));
        return series.get(series.size() - 1);
    }

    private static <N> double folded(Arguments<N> a, DoubleBinaryOperator better) {
        return named(a).stream().mapToDouble(Double::doubleValue).reduce(better).orElseThrow();
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

    private static <N> String quoted(Arguments<N> a) {
        return '"' + a.text(1) + '"';
    }

    private static <N> Value<N> ofSeries(Arguments<N> a, String function, double value) {
        return measured(a, function + " " + quoted(a), value);
    }

    private static <N> Value<N> measured(Arguments<N> a, String quantity, double value) {
        a.run(0).hear(quantity, value);
        return new Value.OfNumber<>(a.numbers().ofDouble(value));
    }
}
