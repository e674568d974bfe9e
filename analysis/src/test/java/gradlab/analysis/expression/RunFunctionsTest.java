package gradlab.analysis.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of a run made up: its loss falls from 0.5 to 0.1 over three records, and it ended at step 7. */
final class RunFunctionsTest {

    private static final Map<String, List<Double>> SERIES = Map.of(
            "loss", List.of(0.5, 0.25, 0.1),
            "closed_loop/exponent", List.of(0.875),
            "closed_loop/half_width", List.of(0.125),
            "empty", List.of(),
            "gradient_norm/layer1", List.of(1.0));

    private static final class MadeUp implements RunSource {
        private final List<RunRequest> asked = new ArrayList<>();
        private final List<String> heard = new ArrayList<>();

        @Override
        public boolean knows(String experiment) {
            return names().contains(experiment);
        }

        @Override
        public Set<String> names() {
            return Set.of("small", "numbers");
        }

        @Override
        public Optional<String> objection(String experiment, List<String> changes) {
            return changes.stream()
                    .filter(change -> change.startsWith("bad"))
                    .map(change -> "'" + change + "': found bad, expected good")
                    .findFirst();
        }

        @Override
        public RecordedRun run(RunRequest request) {
            asked.add(request);
            return new Recorded(request.experiment().equals("numbers") ? Double.NaN : 0.75, heard);
        }
    }

    private record Recorded(double accuracy, List<String> heard) implements RecordedRun {
        @Override
        public Optional<List<Double>> series(String name) {
            return Optional.ofNullable(SERIES.get(name));
        }

        @Override
        public OptionalDouble at(String name, int step) {
            return step == 5 ? OptionalDouble.of(0.25) : OptionalDouble.empty();
        }

        @Override
        public List<String> seriesNames() {
            return SERIES.keySet().stream().sorted().toList();
        }

        @Override
        public OptionalInt firstNonFinite() {
            return OptionalInt.of(7);
        }

        @Override
        public Optional<Boolean> diagnosed(String kind) {
            return kind.equals("explosion") ? Optional.of(true) : Optional.empty();
        }

        @Override
        public double testLoss() {
            return 2.5;
        }

        @Override
        public int steps() {
            return 12;
        }

        @Override
        public void hear(String quantity, double value) {
            heard.add(quantity + " = " + value);
        }
    }

    private final MadeUp runs = new MadeUp();

    private Expression checked(String text) {
        Expression expression = Texts.parse(text.replace('\'', '"'));
        new TypeChecker("f.yaml", runs, Map.of()).require(expression, Kind.TRUTH);
        return expression;
    }

    private Truth truth(String text) {
        Expression expression = checked(text);
        Truth sharp = new Evaluator<>("f.yaml", new RealArithmetic(), runs).truth(expression, Scope.empty());
        Truth fast = new Evaluator<>("f.yaml", IntervalArithmetic.INTERVALS, runs).truth(expression, Scope.empty());
        assertThat(fast).isIn(sharp, Truth.UNDECIDED);
        return sharp;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first(run('small', 3), 'loss') == 1/2",
                "last(run('small', 3), 'loss') < 11/100",
                "largest(run('small', 3), 'loss') == first(run('small', 3), 'loss')",
                "smallest(run('small', 3), 'loss') == last(run('small', 3), 'loss')",
                "3 * average(run('small', 3), 'loss') == sum(series(run('small', 3), 'loss'))",
                "at(run('small', 3), 'loss', 5) == 1/4",
                "steps(run('small', 3)) == 12",
                "first_nonfinite(run('small', 3)) == 7",
                "accuracy(run('small', 3)) == 3/4",
                "test_loss(run('numbers', 3)) == 5/2",
                "diagnosed(run('small', 3), 'explosion')",
                "exponent(run('small', 3)) == 7/8 and exponent_half_width(run('small', 3)) == 1/8",
            })
    void readWhatWasRecorded(String statement) {
        assertThat(truth(statement)).isEqualTo(Truth.TRUE);
    }

    @Test
    void changesAndSeedArrive() {
        assertThat(truth("steps(run('small', 2 + 3, 'a=1', '+b={c: 2}')) == 12"))
                .isEqualTo(Truth.TRUE);
        assertThat(runs.asked).first().isEqualTo(new RunRequest("small", List.of("a=1", "+b={c: 2}"), 5));
        assertThat(runs.asked.get(0).label()).isEqualTo("small seed 5 a=1 +b={c: 2}");
    }

    @Test
    void whatIsReadIsHeard() {
        truth("last(run('small', 1), 'loss') < 1 and first_nonfinite(run('small', 1)) > 3");
        assertThat(runs.heard).contains("last \"loss\" = 0.1", "first_nonfinite = 7.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "steps(run('smal', 1)) > 0 | 1:11: found the unknown experiment 'smal', expected the name of an experiment; did you mean 'small'?",
                "steps(run('elephant', 1)) > 0 | 1:11: found the unknown experiment 'elephant', expected one of numbers, small",
                "steps(run('../small', 1)) > 0 | 1:11: found the unknown experiment '../small'",
                "steps(run(3, 1)) > 0 | 1:7: found (a number, a number), expected run(a quoted text, a number) or run(a quoted text, a number, a quoted text, ...)",
                "steps(run(if(1 < 2, 'small', 'small'), 1)) > 0 | 1:11: found no name of an experiment",
                "steps(run('small', 1, if(1 < 2, 'a=1', 'a=2'))) > 0 | 1:23: found no quoted change",
                "steps(run('small', 1, 'a=1', 'bad=1')) > 0 | 1:30: found a run of small that cannot be made ('bad=1': found bad, expected good)",
            })
    void mistakesAreFoundBeforeAnythingIsTrained(String text, String message) {
        assertThatThrownBy(() -> checked(text))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f.yaml:" + message)
                .hasMessageNotContaining("\n");
        assertThat(runs.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "last(run('small', 1), 'los') > 0 | 1:1: found the series \"los\", expected one of empty, loss, or one of a layer, such as closed_loop/exponent",
                "last(run('small', 1), 'empty') > 0 | 1:1: found an empty series \"empty\"",
                "at(run('small', 1), 'loss', 4) > 0 | 1:1: found step 4, expected a step at which \"loss\" was recorded",
                "accuracy(run('numbers', 1)) > 0 | 1:1: found the accuracy of a run whose answers are numbers",
                "steps(run('small', 1/2)) > 0 | 1:7: found",
            })
    void whatWasNotRecordedIsSaid(String text, String message) {
        assertThatThrownBy(() -> truth(text))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f.yaml:" + message);
    }

    @Test
    void tooManyChangesAreRefused() {
        String changes = ", 'a=1'".repeat(21);
        assertThatThrownBy(() -> checked("steps(run('small', 1" + changes + ")) > 0"))
                .hasMessageContaining("found 21 changes, expected at most 20 changes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "smallest", "average", "steps", "test_loss", "exponent_half_width"})
    void someNamesGiveWay(String name) {
        new TypeChecker("f.yaml", runs, Map.of())
                .requireFree(name, Texts.parse("1").position());
        TypeChecker own = new TypeChecker("f.yaml", runs, Map.of(name, Type.NUMBER));
        assertThat(own.typeOf(Texts.parse(name + " + 1")).kind()).isEqualTo(Kind.NUMBER);
    }
}
