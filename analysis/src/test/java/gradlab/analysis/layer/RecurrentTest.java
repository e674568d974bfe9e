package gradlab.analysis.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.BatchKernels;
import gradlab.analysis.block.Cell;
import gradlab.analysis.block.GruCell;
import gradlab.analysis.block.LstmCell;
import gradlab.analysis.block.RnnCell;
import gradlab.analysis.block.Unrolled;
import gradlab.analysis.layer.Recurrent.Kind;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.Hyperbolic;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecurrentTest {
    private static final int INPUTS = 3;
    private static final int HIDDEN = 5;
    private static final int STEPS = 4;
    private static final int BATCH = 9;

    private static Cell cell(Kind kind) {
        return switch (kind) {
            case TANH -> new RnnCell(INPUTS, HIDDEN, Hyperbolic.TANH);
            case RELU -> new RnnCell(INPUTS, HIDDEN, Activations.RELU);
            case LSTM -> new LstmCell(INPUTS, HIDDEN);
            case GRU -> new GruCell(INPUTS, HIDDEN);
        };
    }

    private static double[] random(String name, long count) {
        return RandomStream.of(7, name).gaussians((int) count);
    }

    private static Recurrent fused(Kind kind, boolean all, int truncation) {
        double[] parameters = random("parameters", kind.parameters(INPUTS, HIDDEN));
        return Recurrent.of(kind, INPUTS, HIDDEN, all, truncation, BatchKernels.fixedOrder(), parameters);
    }

    /** The same function written in tensors, its parameters those of the fused layer and a start of zeros. */
    private static Layer unrolled(Kind kind, boolean all) {
        Recurrent fused = fused(kind, all, 0);
        double[] parameters = fused.parameters();
        double[][] values = new double[fused.parameterBlocks().size() + 1][];
        int at = 0;
        for (int i = 0; i + 1 < values.length; i++) {
            int size = fused.parameterBlocks().get(i).size();
            values[i] = Arrays.copyOfRange(parameters, at, at + size);
            at += size;
        }
        values[values.length - 1] = new double[cell(kind).state()];
        return BlockLayer.of(new Unrolled(cell(kind), STEPS, all), values);
    }

    /** Sums of a few hundred products of numbers about 1. */
    private static void assertSame(double[] actual, double[] expected) {
        assertThat(actual).containsExactly(expected, within(1e-11));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theFusedLayerIsTheUnrolledCell(Kind kind) {
        for (boolean all : new boolean[] {false, true}) {
            double[] x = random("x", BATCH * STEPS * INPUTS);
            Linearisation fused = fused(kind, all, 0).at(x, BATCH);
            Linearisation expected = unrolled(kind, all).at(x, BATCH);
            assertSame(fused.value(), expected.value());
            double[] dx = random("dx", x.length);
            assertSame(fused.jvp(dx), expected.jvp(dx));
            double[] dy = random("dy", (long) BATCH * expected.outputs());
            assertSame(fused.vjp(dy), expected.vjp(dy));
            double[] gradient = new double[fused(kind, all, 0).parameterCount()];
            double[] other = new double[gradient.length];
            assertSame(fused.backward(dy, gradient, 0), expected.backward(dy, other, 0));
            assertSame(gradient, other);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void truncatedAtEveryStepNothingComesFromBefore(Kind kind) {
        double[] x = random("x", BATCH * STEPS * INPUTS);
        double[] dy = random("dy", BATCH * HIDDEN);
        double[] gradient = new double[fused(kind, false, 1).parameterCount()];
        double[] dx = fused(kind, false, 1).at(x, BATCH).backward(dy, gradient, 0);
        double[] whole = fused(kind, false, 0).at(x, BATCH).vjp(dy);
        int row = STEPS * INPUTS;
        for (int i = 0; i < dx.length; i++) {
            boolean lastStep = i % row >= row - INPUTS;
            assertThat(dx[i]).isCloseTo(lastStep ? whole[i] : 0, within(1e-14));
        }
        double[] wide = new double[gradient.length];
        double[] exact = new double[gradient.length];
        fused(kind, false, STEPS).at(x, BATCH).backward(dy, wide, 0);
        fused(kind, false, 0).at(x, BATCH).backward(dy, exact, 0);
        assertThat(wide).isEqualTo(exact);
        assertThat(gradient).isNotEqualTo(exact);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void stateTangentsAreDerivativesByTheState(Kind kind) {
        double[] x = random("x", STEPS * INPUTS);
        RecurrentPass pass = fused(kind, true, 0).at(x, 1);
        double[] tangent = random("tangent", pass.state());
        // One step more of the same input: the tangent through two steps is the tangent of the second at that of the
        // first.
        double[] moved = pass.stateTangent(1, pass.stateTangent(0, tangent));
        assertThat(moved).hasSize(pass.state());
        double[] zero = pass.stateTangent(0, new double[pass.state()]);
        assertThat(zero).containsOnly(0);
        double[] doubled = Arrays.stream(tangent).map(t -> 2 * t).toArray();
        double[] twice = pass.stateTangent(1, pass.stateTangent(0, doubled));
        for (int i = 0; i < moved.length; i++) {
            assertThat(twice[i]).isCloseTo(2 * moved[i], within(1e-13));
        }
    }

    @Test
    void sequencesMustBeWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fused(Kind.GRU, false, 0).outputs(7))
                .withMessageContaining("takes sequences of vectors of length 3");
    }
}
