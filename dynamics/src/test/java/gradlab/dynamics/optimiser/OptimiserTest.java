package gradlab.dynamics.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.dynamics.optimiser.Optimiser.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimiserTest {
    private static Optimiser of(Kind kind) {
        return switch (kind) {
            case SGD -> new Optimiser(kind, 0.1, 0, 0, 0, 0.01);
            case MOMENTUM, NESTEROV -> new Optimiser(kind, 0.1, 0.9, 0, 0, 0.01);
            case RMSPROP -> new Optimiser(kind, 0.1, 0, 0.99, 1e-8, 0.01);
            case ADAM, ADAMW -> new Optimiser(kind, 0.1, 0.9, 0.999, 1e-8, 0.01);
        };
    }

    /** Gradient of sum (i + 1)/2 p_i² + sin p_i: neither linear nor of equal entries. */
    private static double[] gradient(double[] p) {
        double[] g = new double[p.length];
        for (int i = 0; i < g.length; i++) {
            g[i] = (i + 1) * p[i] + StrictMath.cos(p[i]);
        }
        return g;
    }

    private static List<String> reference() throws IOException {
        try (InputStream in = OptimiserTest.class.getResourceAsStream("steps.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** Against torch 1.13.0a0 (Debian python3-torch 1.13.1+dfsg-4): dynamics/src/test/python/optimisers.py made steps.txt. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void twentyStepsAreThoseOfPyTorch(Kind kind) throws IOException {
        double[] p = {1, -2, 0.5};
        double[][] states = new double[kind.states()][p.length];
        Optimiser optimiser = of(kind);
        for (int t = 1; t <= 20; t++) {
            p = optimiser.update(p, gradient(p), states, t, optimiser.rate());
        }
        String name = kind.name().toLowerCase(Locale.ROOT) + " ";
        double[] expected = reference().stream()
                .filter(line -> line.startsWith(name))
                .flatMapToDouble(line ->
                        Arrays.stream(line.substring(name.length()).split(" ")).mapToDouble(Double::parseDouble))
                .toArray();
        assertThat(p).containsExactly(expected, within(1e-13));
    }

    @Test
    void theFirstStepOfAdamIsTheRate() {
        Optimiser adam = new Optimiser(Kind.ADAM, 0.25, 0.9, 0.999, 0, 0);
        double[] p = adam.update(new double[] {1, 1}, new double[] {1e-3, -50}, new double[2][2], 1, 0.25);
        assertThat(p).containsExactly(new double[] {0.75, 1.25}, within(1e-12));
    }

    /** On p²s/2 the largest factor of an update has modulus 1 at the threshold: below it shrinks, above it grows. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SGD", "MOMENTUM", "NESTEROV"})
    void theThresholdSeparatesShrinkingFromGrowing(Kind kind) {
        for (double decay : new double[] {0, 0.3}) {
            double momentum = kind == Kind.SGD ? 0 : 0.8;
            Optimiser optimiser = new Optimiser(kind, 0.1, momentum, 0, 0, decay);
            assertThat(size(optimiser, 0.99 * optimiser.threshold(0.1))).isLessThan(1e-3);
            assertThat(size(optimiser, 1.01 * optimiser.threshold(0.1))).isGreaterThan(1e3);
        }
    }

    /** The same for Adam with its second mean frozen: s = 0 would divide by the gradient itself. */
    @Test
    void theThresholdOfAdamIsThatOfItsMeanOfGradients() {
        double m = 0.8;
        Optimiser adam = new Optimiser(Kind.ADAM, 0.1, m, 0.5, 0, 0);
        double threshold = adam.threshold(0.1);
        for (double side : new double[] {0.99, 1.01}) {
            double p = 1;
            double mean = 0;
            for (int t = 0; t < 3000; t++) {
                mean = m * mean + (1 - m) * side * threshold * p;
                p -= 0.1 * mean;
            }
            assertThat(Math.abs(p) > 1).isEqualTo(side > 1);
        }
    }

    private static double size(Optimiser optimiser, double curvature) {
        double[] p = {1};
        double[][] states = new double[optimiser.kind().states()][1];
        for (int t = 1; t <= 3000; t++) {
            p = optimiser.update(p, new double[] {curvature * p[0]}, states, t, optimiser.rate());
        }
        return Math.abs(p[0]);
    }

    @Test
    void schedulesFollowTheirFormulas() {
        Schedule cosine = new Schedule(Schedule.Kind.COSINE, 10, 0.1, 1, 1);
        assertThat(cosine.factor(0, 111)).isEqualTo(0.1);
        assertThat(cosine.factor(9, 111)).isEqualTo(1);
        assertThat(cosine.factor(10, 111)).isEqualTo(1);
        assertThat(cosine.factor(60, 111)).isCloseTo(0.55, within(1e-15));
        assertThat(cosine.factor(110, 111)).isCloseTo(0.1, within(1e-15));
        Schedule stairs = new Schedule(Schedule.Kind.STEP, 0, 0, 0.5, 4);
        assertThat(new double[] {stairs.factor(3, 100), stairs.factor(4, 100), stairs.factor(12, 100)})
                .containsExactly(1, 0.5, 0.125);
        assertThat(Schedule.constant().factor(99, 100)).isEqualTo(1);
    }

    @Test
    void clippingBoundsNormOrEntries() {
        double[] gradient = {3, -4};
        assertThat(new Clip(Clip.Kind.NORM, 1).of(gradient, 5))
                .containsExactly(new double[] {0.6, -0.8}, within(1e-15));
        assertThat(new Clip(Clip.Kind.NORM, 5).of(gradient, 5)).isSameAs(gradient);
        assertThat(new Clip(Clip.Kind.VALUE, 3.5).of(gradient, 5)).containsExactly(3, -3.5);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Optimiser.sgd(Double.NaN))
                .withMessageContaining("rate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Optimiser(Kind.ADAM, 1, 1, 0.9, 0, 0))
                .withMessageContaining("momentum");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Clip(Clip.Kind.NORM, 0))
                .withMessageContaining("limit");
    }
}
