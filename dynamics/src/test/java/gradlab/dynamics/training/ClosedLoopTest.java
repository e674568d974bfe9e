package gradlab.dynamics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.model.NpzWriter;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.tensor.Shape;
import gradlab.dynamics.blueprint.Mode;
import gradlab.dynamics.data.DataSet;
import gradlab.dynamics.lyapunov.LyapunovSpectrum;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.Orbit;
import gradlab.dynamics.system.SystemSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks made by hand, whose closed loops are maps that are known. */
class ClosedLoopTest {
    private static final double EVERY = 0.5;
    private static final int LENGTH = 3;

    private static final String TEXT = """
            data: {set: mackey_glass, length: 3, every: 0.5, answer: all, train: 8, test: 4}
            network:
              - {rnn: 2, activation: relu, output: all}
              - dense: 1
            loss: mse
            optimiser: {sgd: {rate: 0.001}}
            batch: 4
            steps: 1
            closed_loop: {steps: 4000, transient: 100}
            """;

    private static Experiment experiment(String cell) {
        String text = TEXT.replace("{rnn: 2, activation: relu, output: all}", cell);
        return ExperimentReader.read(new SourceText("loop.yaml", text));
    }

    /** Windows of a series, each one step further. */
    private static DataSet windows(double... series) {
        int count = series.length - LENGTH;
        double[] inputs = new double[count * LENGTH];
        double[] targets = new double[count * LENGTH];
        for (int i = 0; i < count; i++) {
            System.arraycopy(series, i, inputs, i * LENGTH, LENGTH);
            System.arraycopy(series, i + 1, targets, i * LENGTH, LENGTH);
        }
        return DataSet.targeted(Shape.of(LENGTH, 1), inputs, targets);
    }

    private static ClosedLoop loop(String cell, double[] parameters, double... series) {
        return ClosedLoop.of(experiment(cell), windows(series), parameters, Mode.plain());
    }

    private static Map<String, Double> numbers(ClosedLoop loop) {
        return loop.numbers(new ClosedLoopPlan(4_000, 100), (steps, most, halfWidth) -> {});
    }

    /** y to slope (relu(y) - 2 relu(y - 1/2)): W, U, b, then A and c. */
    private static double[] tent(double slope) {
        return new double[] {0, 0, 0, 0, 1, 1, 0, -0.5, slope, -2 * slope, 0};
    }

    private static final String TWO = "{rnn: 2, activation: relu, output: all}";

    /** All slopes of the tent map are 1.9 or -1.9; a tangent has coordinates of other sizes, which end parts make, ln 4 over 2000. */
    @Test
    void aTentMapHasTheLogarithmOfItsSlopePerUnitOfTime() {
        Map<String, Double> numbers = numbers(loop(TWO, tent(1.9), 0.1, 0.19, 0.361, 0.6859, 0.5));
        assertThat(numbers.get("closed_loop/exponent")).isCloseTo(Math.log(1.9) / EVERY, within(1e-3));
        assertThat(numbers.get("closed_loop/half_width")).isLessThan(1e-3);
        assertThat(numbers).containsEntry("closed_loop/bounded", 1.0).containsEntry("closed_loop/collapsed", 0.0);
    }

    @Test
    void aContractionCollapses() {
        // y to 0.6 y + 0.1
        double[] parameters = {0, 0, 0, 0, 1, 0, 0, 0, 0.6, 0, 0.1};
        Map<String, Double> numbers = numbers(loop(TWO, parameters, 1, 0.7, 0.5, 0.4, 0.3));
        assertThat(numbers.get("closed_loop/exponent")).isCloseTo(Math.log(0.6) / EVERY, within(1e-9));
        assertThat(numbers).containsEntry("closed_loop/bounded", 1.0).containsEntry("closed_loop/collapsed", 1.0);
    }

    @Test
    void whatLeavesTheNumbersHasNoExponent() {
        double[] parameters = {0, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0.1};
        Map<String, Double> numbers = numbers(loop(TWO, parameters, 1, 3, 9, 27, 81));
        assertThat(numbers).containsEntry("closed_loop/bounded", 0.0).doesNotContainKey("closed_loop/exponent");
    }

    /**
     * Lozi's map y'' = 1 - 1.7 |y'| + 0.5 y, of which the recurrent weights carry y on. 0.4702 is (± 0.0003) is from 2,000,000 steps of
     * the same map in dynamics/src/test/python/lozi.py; the sum of both exponents is ln 0.5 exactly.
     */
    @Test
    void memoryBelongsToTheLoop() {
        double[] parameters = new double[16 + 4 + 4 + 4 + 1];
        parameters[3 * 4 + 2] = 1; // h4 is the h3 of the step before
        System.arraycopy(new double[] {1, -1, 1, 0}, 0, parameters, 16, 4); // y, -y, y + 10
        parameters[22] = 10;
        System.arraycopy(new double[] {-1.7, -1.7, 0, 0.5, 1 - 5}, 0, parameters, 24, 5);
        ClosedLoop loop = loop("{rnn: 4, activation: relu, output: all}", parameters, 0.1, 0.1, 0.88, -0.446, 0.6818);
        double[] forecasts = loop.forecasts(0, 3);
        assertThat(forecasts[0]).isCloseTo(1 - 1.7 * 0.88 + 0.05, within(1e-14));
        assertThat(forecasts[1]).isCloseTo(1 - 1.7 * Math.abs(forecasts[0]) + 0.44, within(1e-14));
        assertThat(forecasts[2]).isCloseTo(1 - 1.7 * Math.abs(forecasts[1]) + 0.5 * forecasts[0], within(1e-14));
        Map<String, Double> numbers = loop.numbers(new ClosedLoopPlan(60_000, 100), (steps, most, halfWidth) -> {});
        double halfWidth = Objects.requireNonNull(numbers.get("closed_loop/half_width"));
        assertThat(halfWidth).isPositive().isLessThan(0.02);
        assertThat(numbers.get("closed_loop/exponent")).isCloseTo(0.4702 / EVERY, within(2 * halfWidth));
        double two =
                LyapunovSpectrum.withDefaults().withExponents(2).withSteps(2_000).of(loop.system()).exponents().stream()
                        .mapToDouble(e -> e.value())
                        .sum();
        assertThat(two).isCloseTo(Math.log(0.5), within(1e-9));
    }

    /** After the first window of three the truth is on the map for two steps, or for one. */
    @Test
    void forecastsHoldUntilTheTruthLeavesThem() {
        double[] series = {0.1, 0.19, 0.361, 0.6859, 0.59679, 0};
        ClosedLoop loop = loop(TWO, tent(1.9), series);
        assertThat(loop.truth()).containsExactly(Arrays.copyOf(series, 5));
        assertThat(numbers(loop).get("closed_loop/forecast_time")).isCloseTo(2 * EVERY, within(1e-15));
        series[4] = 100;
        assertThat(numbers(loop(TWO, tent(1.9), series)).get("closed_loop/forecast_time"))
                .isCloseTo(EVERY, within(1e-15));
    }

    /** The tangent is the derivative of the step, gates, normalisation and readout included. */
    @ParameterizedTest
    @ValueSource(strings = {"{rnn: 3, output: all}", "{lstm: 3, output: all}", "{gru: 3, output: all}", "{gru: 3}"})
    void tangentsAreDerivatives(String cell) {
        String text = TEXT.replace(TWO, cell + "\n  - layernorm: 0.1\n  - tanh")
                .replace("answer: all, ", cell.contains("all") ? "answer: all, " : "");
        Experiment experiment = ExperimentReader.read(new SourceText("loop.yaml", text));
        double[] parameters = RandomStream.of(3, "weights")
                .gaussians(experiment.initialNetwork(1).parameterCount());
        DynamicalSystem system = ClosedLoop.of(experiment, windows(0.1, 0.5, -0.3, 0.2, 0.7), parameters, Mode.plain())
                .system();
        int n = system.dimension();
        double[] at = system.start();
        double[] tangents = RandomStream.of(4, "tangents").gaussians(2 * n);
        double[] moved = tangents.clone();
        Orbit orbit = system.orbit(at);
        orbit.advance(moved, 2);
        for (int j = 0; j < 2; j++) {
            double[] ahead = at.clone();
            double[] behind = at.clone();
            for (int i = 0; i < n; i++) {
                ahead[i] += 1e-6 * tangents[2 * i + j];
                behind[i] -= 1e-6 * tangents[2 * i + j];
            }
            Orbit up = system.orbit(ahead);
            Orbit down = system.orbit(behind);
            up.advance();
            down.advance();
            for (int i = 0; i < n; i++) {
                // Central differences at 1e-6 lose about 1e-10.
                assertThat(moved[2 * i + j]).isCloseTo((up.state()[i] - down.state()[i]) / 2e-6, within(1e-8));
            }
        }
    }

    /** What the network says to a whole sequence, it says step by step. */
    @Test
    void theLoopSaysWhatTheNetworkSays() {
        Experiment experiment = experiment("{lstm: 3, output: all}");
        double[] parameters = RandomStream.of(3, "weights")
                .gaussians(experiment.initialNetwork(1).parameterCount());
        double[] series = {0.1, 0.5, -0.3, 0.2, 0.7};
        double[] said = experiment
                .network(Shape.of(LENGTH, 1), parameters, Mode.plain())
                .value(Arrays.copyOf(series, LENGTH));
        double[] first = loop("{lstm: 3, output: all}", parameters, series).forecasts(0, 1);
        assertThat(first[0]).isCloseTo(said[LENGTH - 1], within(1e-15));
    }

    /** What a run leaves behind is, read as a system with its readout, the same loop. */
    @ParameterizedTest
    @ValueSource(strings = {"{rnn: 3, output: all}", "{lstm: 3, output: all}", "{gru: 3, output: all}"})
    void theParametersAtTheEndAreTheSameLoop(String cell, @TempDir Path folder) throws IOException {
        Experiment experiment = experiment(cell);
        double[] parameters = RandomStream.of(3, "weights")
                .gaussians(experiment.initialNetwork(1).parameterCount());
        Path file = folder.resolve("parameters.npz");
        Files.write(
                file, NpzWriter.bytes(ParameterTensors.of(experiment.initialNetwork(1), parameters, new TreeMap<>())));
        DynamicalSystem stored = SystemSource.of(file + ":readout=layer2");
        DynamicalSystem loop = loop(cell, parameters, 0.1, 0.5, -0.3, 0.2, 0.7).system();
        int n = stored.dimension();
        Orbit one = stored.orbit(Arrays.copyOf(loop.start(), n));
        Orbit other = loop.orbit(loop.start());
        double[] tangent = RandomStream.of(4, "tangent").gaussians(n);
        one.advance(tangent, 1);
        one.advance();
        other.advance();
        other.advance();
        for (int i = 0; i < n; i++) {
            assertThat(one.state()[i]).isCloseTo(other.state()[i], within(1e-13));
        }
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> SystemSource.of(file + ":readout=layer3"))
                .withMessageContaining("no tensor 'layer3.weight', expected layer3.weight of shape [1, 3]");
    }

    @Test
    void aRunRecordsItsClosedLoopAfterTheLastStep() {
        Experiment experiment = experiment("{gru: 3, output: all}");
        RunRecord run = TrainingRun.withDefaults().of(experiment, 1);
        assertThat(run.series("closed_loop/exponent").size()).isEqualTo(1);
        assertThat(run.series("closed_loop/exponent").step(0)).isEqualTo(1);
        assertThat(TrainingRun.withDefaults().of(experiment, 1).digest()).isEqualTo(run.digest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "closed_loop: {steps: 4000, transient: 100}|closed_loop: {steps: 10}|9:22: found '10'",
                "closed_loop: {steps: 4000|closed_loop: {stepz: 4000|the unknown key 'stepz'",
                "- dense: 1|- {attention: 1}\\n  - dense: 1|a closed loop only of forecasts",
                "{rnn: 2, activation: relu, output: all}|{dense: 2}|a closed loop only of forecasts",
                "steps: 1|steps: 1\\nprecision: binary32|a closed loop only of forecasts"
            })
    void whatCannotRunFreeIsRefused(String part, String other, String message) {
        String text = TEXT.replaceFirst(java.util.regex.Pattern.quote(part), other.replace("\\n", "\n"));
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> ExperimentReader.read(new SourceText("loop.yaml", text)))
                .withMessageContaining(message);
    }
}
