package gradlab.dynamics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.YamlReader;
import gradlab.analysis.source.YamlText;
import gradlab.analysis.spectrum.SingularValues;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {
    private static final String MLP = """
            title: A network
            data: {set: digits, train: 200, scaling: unit}
            network:
              - dense: 12
                activation: tanh
              - dense: 10
            loss: cross_entropy
            optimiser: {kind: sgd, rate: 0.1}
            batch: 50
            steps: 12
            record: {every: 1}
            """;

    private static RunRecord run(String... changes) {
        Overrides.Resolved resolved = Overrides.read(new SourceText("mlp.yaml", MLP), List.of(changes));
        return TrainingRun.withDefaults().of(resolved.experiment(), 1);
    }

    @Test
    void valuesBeyondBinary16AreCaughtWithTheLayerNamed() {
        RunRecord run = run("+precision=binary16", "+initialisation={scheme: he, gain: 100000}");
        assertThat(run.steps()).isZero();
        assertThat(run.nonFinite().orElseThrow().where()).isEqualTo("value of layer2");
        assertThat(run("+initialisation={scheme: he, gain: 100000}").steps()).isEqualTo(12);
    }

    @Test
    void anOverflowingGradientIsCaughtBeforeTheUpdateAndAScaleThatIsDynamicBacksOff() {
        RunRecord fixed = run("+precision={format: binary16, loss_scale: 1e9}");
        assertThat(fixed.steps()).isZero();
        assertThat(fixed.nonFinite().orElseThrow().where()).startsWith("gradient");
        RunRecord dynamic = run("+precision={format: binary16, loss_scale: dynamic}", "optimiser.rate=0.01");
        assertThat(dynamic.nonFinite()).isEmpty();
        RunRecord huge =
                run("+precision={format: binary16, loss_scale: dynamic}", "+initialisation={scheme: he, gain: 30}");
        assertThat(huge.series("loss_scale").values().get(0)).isEqualTo(0x1p15);
        assertThat(huge.series("skipped").largest()).hasValue(1);
        assertThat(huge.series("loss_scale").last().orElseThrow()).isLessThan(0x1p15);
        assertThat(huge.series("gradient_norm").last()).isPresent();
    }

    @Test
    void shortFormatsRoundButLearn() {
        RunRecord full = run("steps=100");
        RunRecord half = run("steps=100", "+precision=bfloat16");
        assertThat(half.digest()).isNotEqualTo(full.digest());
        assertThat(half.series("loss").last().orElseThrow())
                .isCloseTo(full.series("loss").last().orElseThrow(), within(0.2));
        // The formats' unit roundoffs, 2^-8 and 2^-53, compounded over two layers.
        assertThat(half.series("loss").value(0)).isCloseTo(full.series("loss").value(0), within(0.1));
    }

    /** The loss of one linear layer without bias is |X w - y|²/n: its Hessian is 2 X'X/n. */
    @Test
    void theSharpnessOfAQuadraticIsItsLargestEigenvalue() {
        String text = """
                data: {set: adding, length: 4, train: 40, test: 5}
                network:
                  - flatten
                  - dense: 1
                    bias: false
                loss: mse
                optimiser: {kind: momentum, rate: 0.01, momentum: 0.5}
                batch: 40
                steps: 2
                record: {every: 1, sharpness: 1}
                """;
        Experiment experiment = ExperimentReader.read(new SourceText("q.yaml", text));
        double[] x = experiment.split(1).train().inputs();
        double largest = SingularValues.of(DenseMatrix.of(40, 8, x)).largest();
        RunRecord run = TrainingRun.withDefaults().of(experiment, 1);
        double expected = 2 * largest * largest / 40;
        assertThat(run.series("sharpness").value(0)).isCloseTo(expected, within(1e-6));
        assertThat(run.series("sharpness_error").value(0)).isLessThan(1e-3 * expected);
        assertThat(run.series("sharpness_threshold").value(0)).isCloseTo(300, within(1e-10));
    }

    /** Where tanh is as good as linear, h' = W h has W's own stretching: with W = g I every exponent is ln g. */
    @Test
    void exponentsOfAScaledIdentityAreItsLogarithm() {
        String text = """
                data: {set: digits, view: pixels, train: 50, scaling: unit}
                network:
                  - rnn: 6
                  - dense: 10
                initialisation: {scheme: gaussian, gain: 1e-6, recurrent: {scheme: identity, gain: 0.5}}
                loss: cross_entropy
                optimiser: {kind: sgd, rate: 1e-9}
                batch: 10
                steps: 1
                record: {every: 1, lyapunov: 1, spectrum: 1, activations: 1}
                """;
        RunRecord run = TrainingRun.withDefaults().of(ExperimentReader.read(new SourceText("l.yaml", text)), 1);
        for (int i = 1; i <= 4; i++) {
            assertThat(run.series("lyapunov_exponent/layer1/" + i).value(0)).isCloseTo(Math.log(0.5), within(1e-9));
        }
        assertThat(run.series()).containsKeys("jacobian_singular_value/1", "activation_mean/layer1");
    }

    @Test
    void momentumClippingAndScheduleShowInTheRecord() {
        RunRecord run =
                run("optimiser={kind: momentum, rate: 0.1}", "+clip.norm=0.01", "+schedule={kind: cosine, warmup: 4}");
        assertThat(run.series("clipped_gradient_norm").largest().orElseThrow()).isCloseTo(0.01, within(1e-12));
        assertThat(run.series("gradient_norm").value(0)).isGreaterThan(0.01);
        assertThat(run.series("rate").value(0)).isCloseTo(0.025, within(1e-15));
        assertThat(run.series("rate").last().orElseThrow()).isCloseTo(0, within(1e-15));
        assertThat(run.series("update_norm").value(0)).isCloseTo(0.00025, within(1e-12));
    }

    @Test
    void sequencesGrowAlongACurriculum() {
        String text = """
                data: {set: running_parity, length: 24, train: 64, test: 16}
                network:
                  - gru: 8
                    output: all
                  - dense: 2
                loss: cross_entropy
                optimiser: {kind: adam, rate: 0.01}
                curriculum: {from: 2, over: 40}
                batch: 16
                steps: 50
                """;
        Experiment experiment = ExperimentReader.read(new SourceText("c.yaml", text));
        Lessons lessons = new Lessons(experiment, 1);
        assertThat(lessons.batch(0).shape().length(0)).isEqualTo(2);
        assertThat(lessons.batch(39).shape().length(0)).isEqualTo(21);
        assertThat(lessons.batch(40).shape().length(0)).isEqualTo(24);
        assertThat(lessons.batch(0).shape().length(0)).isEqualTo(2);
        RunRecord run = TrainingRun.withDefaults().of(experiment, 1);
        assertThat(run.steps()).isEqualTo(50);
        assertThat(run.series("accuracy").last()).isPresent();
    }

    @Test
    void pixelsGrowAlongACurriculumByTheirFirstSteps() {
        String text = """
                data: {set: digits, view: pixels, train: 64, scaling: unit}
                network: [{gru: 4}, {dense: 10}]
                loss: cross_entropy
                optimiser: {kind: adam, rate: 0.01}
                curriculum: {from: 8, over: 40}
                batch: 16
                steps: 3
                """;
        Lessons lessons = new Lessons(ExperimentReader.read(new SourceText("c.yaml", text)), 1);
        double[] early = lessons.batch(0).inputs();
        int[] labels = lessons.batch(0).labels();
        assertThat(early).hasSize(16 * 8);
        // The same place in the order of a later epoch would hold other points: look the early ones up among all.
        double[] all = lessons.train().inputs();
        for (int i = 0; i < 16; i++) {
            double[] start = java.util.Arrays.copyOfRange(early, 8 * i, 8 * i + 8);
            boolean found = false;
            for (int p = 0; p < 64; p++) {
                found |= lessons.train().labels()[p] == labels[i]
                        && java.util.Arrays.equals(start, java.util.Arrays.copyOfRange(all, 64 * p, 64 * p + 8));
            }
            assertThat(found).isTrue();
        }
        assertThat(lessons.batch(40).shape().length(0)).isEqualTo(64);
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> ExperimentReader.read(new SourceText("c.yaml", text.replace("pixels", "flat"))))
                .withMessageContaining("c.yaml:2:11: found a recurrent layer on shape [64]");
        String copying = text.replace(
                        "{set: digits, view: pixels, train: 64, scaling: unit}",
                        "{set: copying, length: 30, train: 64, test: 9}")
                .replace("[{gru: 4}, {dense: 10}]", "[{gru: 4, output: all}, {dense: 9}]");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> ExperimentReader.read(new SourceText("c.yaml", copying)))
                .withMessageContaining("a curriculum only on sequences that may be as short as its first length");
        String windows = text.replace("[{gru: 4}, {dense: 10}]", "[{conv1d: 2, kernel: 9}, {gru: 4}, {dense: 10}]");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> ExperimentReader.read(new SourceText("c.yaml", windows)))
                .withMessageContaining("c.yaml:5:13: found a mapping, expected a curriculum only on sequences");
        Lessons growing =
                new Lessons(ExperimentReader.read(new SourceText("c.yaml", copying.replace("from: 8", "from: 21"))), 1);
        assertThat(growing.batch(0).shape().length(0)).isEqualTo(21);
        assertThat(growing.batch(39).shape().length(0)).isEqualTo(46);
        assertThat(growing.batch(40).shape().length(0)).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "optimiser.rat=0.1|'optimiser.rat=0.1': found no key 'rat', expected one of kind, rate, or + before a new key",
                "optimiser.rate=x|'optimiser.rate=x':1:16: found 'x', expected a rate above 0, up to 1e6",
                "network.7.dense=3|'network.7.dense=3': found no item '7' in the list, expected a number from 0 to 1",
                "network.0.dense=0|'network.0.dense=0':1:17: found '0', expected a whole number from 1 to 4096",
                "+batch=3|'+batch=3': found the key 'batch', which is there, expected no + before it",
                "batch|'batch': found no change, expected key.key=value",
                "optimiser={kind:sgd, rate:x}|'optimiser={kind:sgd, rate:x}':1:27: found 'x', expected a rate",
                "steps={a: 1|'steps={a: 1':1:6: found a YAML error",
                "title.x=1|'title.x=1': found a scalar at 'title', expected a mapping or a list there",
                "network.1=|'network.1=':1:11: found '', expected relu",
                "loss=mse|'loss=mse':1:6: found 'mse', expected softmax_cross_entropy, since the answers are classes",
                "+colour=red|'+colour=red':1:9: found the unknown key 'colour'"
            })
    void aWrongChangeIsToldInOneLine(String change, String message) {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Overrides.read(new SourceText("mlp.yaml", MLP), List.of(change)))
                .withMessageStartingWith(message.substring(0, Math.min(12, message.length())))
                .withMessageContaining(message.substring(message.indexOf("found")))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void changesReachTheResolvedText() {
        Overrides.Resolved resolved = Overrides.read(
                new SourceText("mlp.yaml", MLP),
                List.of(
                        "network.0={dense: 5}",
                        "+network.1=tanh",
                        "~record",
                        "++clip={norm:1}",
                        "++batch=30",
                        "title=A \"b\" é"));
        String text = YamlText.of(resolved.root());
        assertThat(text).contains("  - tanh\n", "clip:\n  norm: 1\n").doesNotContain("record");
        Experiment again = ExperimentReader.read(new SourceText("mlp.yaml", text));
        assertThat(again).isEqualTo(resolved.experiment());
        assertThat(again.network()).hasSize(3);
        assertThat(YamlText.of(YamlReader.read(new SourceText("x", text)))).isEqualTo(text);
    }
}
