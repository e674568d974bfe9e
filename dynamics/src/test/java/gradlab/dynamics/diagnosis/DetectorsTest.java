package gradlab.dynamics.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.Series;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each detector on the plainest log that has its trouble, and on logs like it that have not. */
class DetectorsTest {
    private static final int N = 200;

    /** A loss that falls to a seventh. */
    private static Logs learning(int size) {
        double[] noise = Logs.noise(size, "loss");
        return Logs.of(size).with("loss", i -> 2.3 * Math.exp(-2.0 * i / size) * (1 + 0.1 * noise[i]));
    }

    private static Logs stuck(int size) {
        double[] noise = Logs.noise(size, "stuck");
        return Logs.of(size).with("loss", i -> Math.log(10) + 0.01 * noise[i]);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 40, 200, 3000})
    void aRunThatLearnsIsHealthy(int size) {
        double[] noise = Logs.noise(size, "gradient");
        Logs log = learning(size)
                .with("grad_norm", i -> Math.exp(0.5 * noise[i]))
                .with("weight_norm", i -> 10 + 3.0 * i / size);
        assertThat(log.isHealthy()).isTrue();
        assertThat(log.findings()).isEmpty();
    }

    @Test
    void aNumberThatIsNotFiniteIsAnExplosionForSure() {
        Finding finding = learning(N)
                .with("gradients/a", i -> i < 150 ? 1 : Double.NaN)
                .with("gradients/b", i -> i < 140 ? 1 : Double.POSITIVE_INFINITY)
                .finding(FindingKind.EXPLOSION)
                .orElseThrow();
        assertThat(finding.confidence()).isOne();
        assertThat(finding.step()).hasValue(140);
        assertThat(finding.layer()).contains("b");
    }

    @Test
    void overflowsOfAScaledLossPassOff() {
        Logs log = learning(N)
                .with("loss_scale", i -> 1024)
                .with("grad_norm", i -> i == 50 ? Double.POSITIVE_INFINITY : 1);
        assertThat(log.finding(FindingKind.EXPLOSION)).isPresent();
        assertThat(log.isHealthy()).isTrue();
    }

    @Test
    void aLossThatRunsAwayIsAnExplosionWhereItBegins() {
        double[] noise = Logs.noise(N, "loss");
        Logs log = Logs.of(N)
                .with(
                        "loss",
                        i -> 2 * Math.exp(-i / 100.0) * (1 + 0.05 * noise[i]) + (i < 160 ? 0 : Math.expm1(i - 159)))
                .with("grad_norm", i -> i < 160 ? 1 : Math.exp(i - 159));
        Finding finding = log.finding(FindingKind.EXPLOSION).orElseThrow();
        assertThat(log.isHealthy()).isFalse();
        assertThat(finding.step().orElseThrow()).isBetween(159L, 163L);
    }

    /** As of a network that was thrown far away by its first steps and died there. */
    @Test
    void aRunThatComesBackFromAnExplosionWorseThanUntrainedIsHarmed() {
        Logs log = Logs.of(N)
                .with("loss", i -> i == 0 ? 2.4 : i < 4 ? 6e7 : 10.5)
                .with("weight_norm", i -> i == 0 ? 16 : 3e10);
        assertThat(log.findings())
                .filteredOn(f -> f.kind() == FindingKind.EXPLOSION && f.isHarmful())
                .hasSize(2);
    }

    @Test
    void shortLogsTellOfARiseThatStaysAlone() {
        double[] single = {2.3, 2.1, 2.2, 9};
        double[] rising = {2.5, 2.3, 4, 9, 20};
        double[] noisy = {1.9, 2.6, 0.9, 4, 1.2, 3.8};
        assertThat(Logs.of(4).with("loss", i -> single[i]).isHealthy()).isTrue();
        assertThat(Logs.of(5).with("loss", i -> rising[i]).isHealthy()).isFalse();
        assertThat(Logs.of(6).with("loss", i -> noisy[i]).isHealthy()).isTrue();
        assertThat(Logs.read("step,loss\n0,2.3\n1,2.2\n").notes()).hasSize(1);
        assertThat(Logs.read("step,loss\n0,2.3\n1,2.2\n2,2.1\n").notes()).isEmpty();
    }

    /** What a noisy loss has at its best is partly chance: coming back from there is no explosion. */
    @Test
    void theBestOfANoisyLossIsNotWhatWasLearned() {
        for (int run = 0; run < 40; run++) {
            double[] noise = Logs.noise(30, "chance" + run);
            assertThat(Logs.of(30)
                            .with("loss", i -> 2.3 - 0.015 * i + 0.25 * noise[i])
                            .finding(FindingKind.EXPLOSION)
                            .filter(Finding::isHarmful))
                    .isEmpty();
        }
    }

    @Test
    void oneOrMoreOtherSeriesAreNamedInGoodEnglish() {
        Logs two = learning(N)
                .with("grad_norm", i -> i < 150 ? 1 : Double.NaN)
                .with("weight_norm", i -> i < 150 ? 1 : Double.NaN);
        assertThat(two.findings().get(0).evidence())
                .startsWith("grad_norm is NaN at step 150, and 1 other series is not finite");
        two.with("update_norm", i -> i < 150 ? 1 : Double.NaN);
        assertThat(two.findings().get(0).evidence()).contains(", and 2 other series are not finite there");
    }

    @Test
    void aSpikeThatPassesOffIsToldAndHarmless() {
        Logs log = learning(N);
        double[] before = log.log().loss().orElseThrow().values();
        Logs spiked = Logs.of(N).with("loss", i -> i == 80 || i == 81 ? 9 : before[i]);
        assertThat(spiked.finding(FindingKind.EXPLOSION).orElseThrow().step()).hasValue(80);
        assertThat(spiked.isHealthy()).isTrue();
    }

    @Test
    void growthOfNormsIsHarmUnlessTheLossFallsMeanwhile() {
        assertThat(stuck(N).with("weight_norm", i -> Math.exp(i / 40.0)).isHealthy())
                .isFalse();
        assertThat(learning(N).with("weight_norm", i -> Math.exp(i / 40.0)).finding(FindingKind.EXPLOSION))
                .isPresent();
        assertThat(learning(N).with("weight_norm", i -> Math.exp(i / 40.0)).isHealthy())
                .isTrue();
        // A factor of e^2.2, below ten.
        assertThat(Logs.of(N).with("grad_norm", i -> Math.exp(2.2 * i / N)).isHealthy())
                .isTrue();
        assertThat(Logs.of(N).with("grad_norm", i -> Math.exp(2.9 * i / N)).isHealthy())
                .isFalse();
    }

    private static Logs withLayers(Logs log, double factor) {
        for (int layer = 0; layer < 10; layer++) {
            double norm = Math.pow(factor, 9 - layer);
            log.with("gradients/layers." + layer + ".weight", i -> norm)
                    .with("gradients/layers." + layer + ".bias", i -> 1);
        }
        return log;
    }

    @Test
    void gradientsThatVanishOverDepthAreNamedWithTheirLayer() {
        Finding finding =
                withLayers(stuck(N), 0.3).finding(FindingKind.VANISHING).orElseThrow();
        assertThat(finding.isHarmful()).isTrue();
        assertThat(finding.layer()).contains("layers.0.weight");
        assertThat(finding.evidence()).contains("0.300 a layer", "three e-foldings");
        // 0.8^9 = 0.134 is within three e-foldings.
        assertThat(withLayers(stuck(N), 0.8).finding(FindingKind.VANISHING)).isEmpty();
        // A run that learned may differ more, but not by 2^24.
        assertThat(withLayers(learning(N), 0.3).finding(FindingKind.VANISHING)).isEmpty();
        assertThat(withLayers(learning(N), 0.1).isHealthy()).isFalse();
        Finding explosion =
                withLayers(stuck(N), 3).finding(FindingKind.EXPLOSION).orElseThrow();
        assertThat(explosion.layer()).contains("layers.0.weight");
    }

    /** As of tanh layers with large weights: the first updates throw them to where their slopes are 0. */
    @Test
    void growthOverDepthInTheFirstRecordIsAnExplosionIfTheLossDidNotFallAfterwards() {
        Logs log = Logs.of(N).with("loss", i -> i == 0 ? 6.3 : 3 + 0.3 * (i % 3));
        for (int layer = 0; layer < 10; layer++) {
            double first = Math.pow(0.6, layer);
            log.with("gradients/layers." + layer + ".weight", i -> i == 0 ? first : 0.1);
        }
        Finding finding = log.finding(FindingKind.EXPLOSION).orElseThrow();
        assertThat(finding.isHarmful()).isTrue();
        assertThat(finding.step()).hasValue(0);
        Logs learns = learning(N);
        for (int layer = 0; layer < 10; layer++) {
            double first = Math.pow(0.6, layer);
            learns.with("gradients/layers." + layer + ".weight", i -> i == 0 ? first : 0.1);
        }
        assertThat(learns.findings()).isEmpty();
    }

    @Test
    void aSmallGradientBesideALossThatStandsStillVanishes() {
        // At rate 1, 200 steps of norm g lower the loss by 200 g^2: a twentieth of ln 10 at g = 0.024.
        assertThat(stuck(N).with("grad_norm", i -> 0.01)
                        .finding(FindingKind.VANISHING)
                        .orElseThrow()
                        .isHarmful())
                .isTrue();
        assertThat(stuck(N).with("grad_norm", i -> 0.03).finding(FindingKind.VANISHING))
                .isEmpty();
        assertThat(learning(N).with("grad_norm", i -> 0.01).findings()).isEmpty();
    }

    @Test
    void aLossThatNeverFallsIsAPlateau() {
        Finding finding = stuck(N).finding(FindingKind.PLATEAU).orElseThrow();
        assertThat(finding.isHarmful()).isTrue();
        assertThat(finding.evidence()).contains("ln 10");
        assertThat(learning(N).finding(FindingKind.PLATEAU)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dead_share/relu2", "saturated_share/relu2"})
    void mostUnitsOfALayerAreHarm(String name) {
        FindingKind kind = name.startsWith("dead") ? FindingKind.DEAD_UNITS : FindingKind.SATURATION;
        Finding finding =
                stuck(N).with(name, i -> Math.min(0.9, i / 100.0)).finding(kind).orElseThrow();
        assertThat(finding.isHarmful()).isTrue();
        assertThat(finding.layer()).contains("relu2");
        assertThat(finding.step().orElseThrow()).isBetween(50L, 52L);
        assertThat(learning(N).with(name, i -> 0.45).findings()).isEmpty();
        // A run that learns for all that is told, and harmed only where all units are gone.
        Logs learns = learning(N).with(name, i -> 0.9);
        assertThat(learns.finding(kind)).isPresent();
        assertThat(learns.isHealthy()).isTrue();
        assertThat(learning(N).with(name, i -> 1).isHealthy()).isFalse();
    }

    @Test
    void aLayerWithoutGradientIsDead() {
        Finding finding = learning(N)
                .with("gradients/a", i -> i < 100 ? 1 : 0)
                .with("gradients/b", i -> 1)
                .finding(FindingKind.DEAD_UNITS)
                .orElseThrow();
        assertThat(finding.layer()).contains("a");
        assertThat(finding.step()).hasValue(100);
        assertThat(finding.confidence()).isCloseTo(101.0 / 102, within(1e-12));
    }

    @Test
    void clippingHidesWhatGrowsBehindIt() {
        Logs hidden = learning(N)
                .with("gradient_norm", i -> 2 * Math.exp(5.0 * i / N))
                .with("clipped_gradient_norm", i -> 1);
        assertThat(hidden.finding(FindingKind.HIDDEN_BY_CLIPPING).orElseThrow().isHarmful())
                .isTrue();
        assertThat(hidden.finding(FindingKind.EXPLOSION)).isEmpty();
        Logs steady = learning(N).with("gradient_norm", i -> 5).with("max_grad_norm", i -> 1);
        assertThat(steady.findings()).isEmpty();
    }

    @Test
    void sharpnessCountsAgainstTheLimitOfTheOptimiser() {
        // 2/0.05 = 40; (2 + 1.8)/0.05 = 76.
        Logs plain = stuck(N).with("sharpness", i -> 60).with("lr", i -> 0.05);
        assertThat(plain.finding(FindingKind.SHARPNESS).orElseThrow().isHarmful())
                .isTrue();
        Logs momentum =
                stuck(N).with("sharpness", i -> 60).with("lr", i -> 0.05).with("momentum", i -> 0.9);
        assertThat(momentum.finding(FindingKind.SHARPNESS)).isEmpty();
        Logs edge = learning(N).with("sharpness", i -> 60).with("lr", i -> 0.05);
        assertThat(edge.finding(FindingKind.SHARPNESS).orElseThrow().isHarmful())
                .isFalse();
    }

    @Test
    void aSwingThatDoesNotDieOutIsAnOscillation() {
        double[] noise = Logs.noise(N, "swing");
        Logs swing = Logs.of(N).with("loss", i -> 1 + (i % 2 == 0 ? 0.4 : -0.4) + 0.05 * noise[i]);
        assertThat(swing.finding(FindingKind.OSCILLATION).orElseThrow().isHarmful())
                .isTrue();
        assertThat(swing.finding(FindingKind.OSCILLATION).orElseThrow().evidence())
                .contains("period of 2.00 records");
        Logs dying =
                Logs.of(N).with("loss", i -> 1 + (i % 2 == 0 ? 0.4 : -0.4) * Math.exp(-i / 20.0) + 0.001 * noise[i]);
        assertThat(dying.finding(FindingKind.OSCILLATION)).isEmpty();
        assertThat(Logs.of(N).with("loss", i -> 1 + 0.3 * noise[i]).finding(FindingKind.OSCILLATION))
                .isEmpty();
    }

    @Test
    void aRecordIsALogToo() {
        RunRecord run = new RunRecord(
                "made",
                1,
                5,
                new TreeMap<>(Map.of(
                        "loss", Series.of(new int[] {0, 1, 2, 3, 4}, new double[] {2.3, 2.2, 4, 9, 20}),
                        "gradient_norm", Series.of(new int[] {0, 2, 4}, new double[] {1, 2, 3}))),
                Optional.of(new RunRecord.NonFinite(5, "value of layer1")),
                0.1,
                9,
                "");
        RunLog log = RecordedLog.of(run);
        assertThat(log.end()).isEmpty();
        assertThat(log.whole(Quantity.GRADIENT).orElseThrow().step(1)).isEqualTo(2);
        assertThat(Diagnosis.of(log).findings().get(0).kind()).isEqualTo(FindingKind.EXPLOSION);
        assertThat(FindingKind.of("hidden-by-clipping")).contains(FindingKind.HIDDEN_BY_CLIPPING);
        assertThat(FindingKind.of("hidden")).isEmpty();
        assertThat(log.until(2).loss().orElseThrow().values()).containsExactly(2.3, 2.2, 4);
    }

    @Test
    void confidenceIsCantellisBound() {
        assertThat(Confidence.of(0, 1)).isZero();
        assertThat(Confidence.of(1, 1)).isEqualTo(0.5);
        assertThat(Confidence.of(3, 1)).isCloseTo(0.9, within(1e-15));
        assertThat(Confidence.of(Double.POSITIVE_INFINITY, 1)).isOne();
        assertThat(Confidence.of(-5, 1)).isZero();
    }
}
