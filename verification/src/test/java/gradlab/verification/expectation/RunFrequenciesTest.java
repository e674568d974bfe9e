package gradlab.verification.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.expression.RecordedRun;
import gradlab.analysis.expression.RunRequest;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.source.SourceText;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimReader;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Evidence.Standing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates of runs, here of runs made up: those with a seed divisible by four succeed. */
final class RunFrequenciesTest {

    private static final RunSource RUNS = new RunSource() {
        @Override
        public boolean knows(String experiment) {
            return true;
        }

        @Override
        public RecordedRun run(RunRequest request) {
            return new MadeUp(request.seed() % 4 == 0 ? 0.9 : 0.125);
        }
    };

    private record MadeUp(double accuracy) implements RecordedRun {
        @Override
        public Optional<List<Double>> series(String name) {
            return Optional.of(List.of(accuracy));
        }

        @Override
        public OptionalDouble at(String name, int step) {
            return OptionalDouble.empty();
        }

        @Override
        public List<String> seriesNames() {
            return List.of();
        }

        @Override
        public Optional<Boolean> diagnosed(String kind) {
            return Optional.of(false);
        }

        @Override
        public double testLoss() {
            return 0;
        }

        @Override
        public int steps() {
            return 1;
        }

        @Override
        public OptionalInt firstNonFinite() {
            return OptionalInt.empty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P(accuracy(run('a', seed)) > 0.5) >= 0.2   | 0.9  | 200 | SATISFIES",
                "P(accuracy(run('a', seed)) > 0.5) >= 0.2   | 0.05 | 200 | OPEN",
                "P(accuracy(run('a', seed)) > 0.5) >= 0.6   | 0.9  | 200 | VIOLATES",
                "P(accuracy(run('a', seed)) > 0.5) >= 0.6   | 0.05 | 8   | OPEN",
                "P(accuracy(run('a', seed)) < 0.5) >= 0.7   | 0.9  | 200 | SATISFIES",
                "P(1/(accuracy(run('a', seed)) - 0.125) > 0) >= 0.2 | 0.9 | 200 | OPEN",
            })
    void areJudged(String statement, String tolerance, long count, Standing expected) {
        String text = "id: c\nrandom: {seed: 'seeds(" + count + ")'}\ntolerance: " + tolerance + "\nclaim: "
                + statement.replace("'", "\"");
        Claim claim = ClaimReader.read(new SourceText("f.yaml", text), RUNS).claim();
        RunFrequencies frequencies = new RunFrequencies(claim);
        Evidence.Expectation found = frequencies.of(LongStream.rangeClosed(1, count)
                .mapToObj(seed -> frequencies.of(seed, RUNS))
                .toList());
        assertThat(found.standing()).as(found.toString()).isEqualTo(expected);
        assertThat(found.means()).allSatisfy(mean -> assertThat(mean.draws()).isEqualTo((int) count));
    }
}
