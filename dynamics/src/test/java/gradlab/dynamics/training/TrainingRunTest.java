package gradlab.dynamics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.layer.SoftmaxCrossEntropy;
import gradlab.analysis.network.Network;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.source.SourceText;
import gradlab.dynamics.data.DataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TrainingRunTest {
    private static final Experiment SMALL =
            ExperimentReader.read(new SourceText("small.yaml", ExperimentReaderTest.SMALL));

    private static Experiment exploding() {
        String text = ExperimentReaderTest.SMALL
                .replace("gain: 0.9", "gain: 100")
                .replace("rate: 0.1", "rate: 1000")
                .replace("    activation: tanh\n", "")
                .replace("- layernorm: 1e-3\n            affine: true\n", "- leaky_relu: 0.5\n")
                .replace("steps: 7", "steps: 50");
        return ExperimentReader.read(new SourceText("exploding.yaml", text));
    }

    @Test
    void aRunReplaysBitForBitOnAnyNumberOfThreads() throws Exception {
        RunRecord run = TrainingRun.withDefaults().of(SMALL, 3);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<RunRecord>> futures = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                futures.add(threads.submit(() -> TrainingRun.withDefaults().of(SMALL, 3)));
            }
            for (Future<RunRecord> future : futures) {
                assertThat(future.get()).isEqualTo(run);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(TrainingRun.withDefaults().of(SMALL, 4).digest()).isNotEqualTo(run.digest());
    }

    /** The digest of this run on this code; it changes only if the arithmetic, the data or what is recorded does. */
    @Test
    void theBitsAreTheSameOnEveryMachine() {
        assertThat(TrainingRun.withDefaults().of(SMALL, 3).digest())
                .isEqualTo("8f4c72010b5aa4994a6a301f8a6972068dc6cd0256b84444b3f9dccf08e7f6b7");
    }

    @Test
    void everySeriesIsRecordedAtItsSteps() {
        RunRecord run = TrainingRun.withDefaults().of(SMALL, 3);
        assertThat(run.steps()).isEqualTo(7);
        assertThat(run.firstNonFinite()).isEmpty();
        Series loss = run.series("loss");
        assertThat(List.of(loss.step(0), loss.step(1), loss.step(2), loss.step(3)))
                .containsExactly(0, 2, 4, 6);
        Series ratio = run.series("product_bound_ratio");
        assertThat(List.of(ratio.step(0), ratio.step(1), ratio.step(2))).containsExactly(0, 3, 6);
        assertThat(ratio.largest().orElseThrow()).isPositive().isLessThanOrEqualTo(1 + 1e-12);
        assertThat(run.series())
                .containsKeys(
                        "accuracy",
                        "gradient_norm",
                        "gradient_norm/layer2",
                        "gradient_norm/layer2/branch/layer2",
                        "gradient_at/layer1",
                        "gradient_at/output",
                        "weight_norm/layer4",
                        "jacobian_norm",
                        "jacobian_norm/layer1/layer2",
                        "jacobian_norm/layer3/branch/layer1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.series("lost"))
                .withMessageContaining("gradient_at/output");
    }

    @Test
    void theGradientNormIsThatOfTheLoss() {
        Network network = SMALL.initialNetwork(3);
        DataSet batch = SMALL.split(3).train().select(0, 1, 2, 3);
        double[] parameters = network.parameters();
        double[] gradient = StepProbe.of(network, parameters, batch).gradient();
        double h = 1e-5;
        for (int i = 0; i < parameters.length; i += 7) {
            double[] moved = parameters.clone();
            moved[i] += h;
            double above = loss(network.withParameters(moved), batch);
            moved[i] -= 2 * h;
            double below = loss(network.withParameters(moved), batch);
            assertThat(gradient[i]).isCloseTo((above - below) / (2 * h), within(1e-8));
        }
    }

    private static double loss(Network network, DataSet batch) {
        double[] outputs = network.at(batch.inputs(), batch.size()).value();
        return SoftmaxCrossEntropy.value(outputs, batch.labels());
    }

    @Test
    void trainingLowersTheLoss() {
        String text = ExperimentReaderTest.SMALL.replace("steps: 7", "steps: 300");
        RunRecord run = TrainingRun.withDefaults().of(ExperimentReader.read(new SourceText("s.yaml", text)), 1);
        assertThat(run.series("loss").last().orElseThrow()).isLessThan(0.5);
        assertThat(run.testAccuracy()).isGreaterThan(0.5);
    }

    @Test
    void anExplosionEndsTheRunBeforeItTouchesAWeight() {
        RunRecord run = TrainingRun.withDefaults().of(exploding(), 1);
        assertThat(run.firstNonFinite()).hasValue(run.steps());
        assertThat(run.nonFinite().orElseThrow().where()).contains("layer");
        assertThat(run.series("weight_norm").last().orElseThrow()).isFinite();
        assertThat(run.series("loss").step(run.series("loss").size() - 1)).isEqualTo(run.steps() - 1);
        assertThat(run).isEqualTo(TrainingRun.withDefaults().of(exploding(), 1));
    }

    @Test
    void aNaNAmongTheInputsIsCaughtAndPlaced() {
        Network network = SMALL.initialNetwork(1);
        double[] inputs = new double[2 * 64];
        Arrays.fill(inputs, 0.5);
        inputs[70] = Double.NaN;
        DataSet batch = DataSet.of(64, 10, inputs, new int[] {1, 2});
        assertThat(StepProbe.of(network, network.parameters(), batch).nonFinite())
                .contains("value of layer1");
        assertThat(JacobianProbe.of(network, batch.select(1), Loss.SOFTMAX_CROSS_ENTROPY)
                        .nonFinite())
                .contains("value of layer1 at the first training point");
    }

    @Test
    void aJacobianThatOverflowsWhereValuesDoNotIsPlaced() {
        Layer huge = Layers.dense(DenseMatrix.of(1, 1, 1e200));
        Network network = Network.of(1, huge, huge);
        DataSet tiny = DataSet.of(1, 1, new double[] {1e-300}, new int[] {0});
        assertThat(JacobianProbe.of(network, tiny, Loss.SOFTMAX_CROSS_ENTROPY).nonFinite())
                .contains("Jacobian of the network at the first training point");
    }

    @Test
    void anInterruptEndsTheRunWithAReason() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> TrainingRun.withDefaults().of(SMALL, 1))
                    .withMessage("run small of seed 1 was interrupted at step 0");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void progressIsToldOfEveryStep() {
        List<Integer> steps = new ArrayList<>();
        TrainingRun.withDefaults()
                .withProgress((step, all, loss) -> steps.add(step))
                .of(SMALL, 1);
        assertThat(steps).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void aSeriesRefusesWhatIsNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.of(new int[] {0}, new double[] {Double.NaN}))
                .withMessageContaining("finite");
        Series series = Series.of(new int[] {0, 5}, new double[] {2, 1});
        assertThat(series.at(5)).hasValue(1);
        assertThat(series.at(4)).isEmpty();
        assertThat(series.largest()).hasValue(2);
    }
}
