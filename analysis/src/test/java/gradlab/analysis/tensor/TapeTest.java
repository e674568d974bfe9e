package gradlab.analysis.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.arithmetic.ShapeException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tape says beyond the laws of its primitives. */
class TapeTest {
    private final Tape tape = new Tape();

    @Test
    void kinksTiesAndJumpsAreTold() {
        Tape.Variable x = tape.input(Shape.of(2), 0, 1);
        tape.map(Activations.RELU, tape.constant(Shape.of(1), 0));
        assertThat(tape.differentiable()).isTrue();
        tape.map(Activations.RELU, x);
        assertThat(tape.differentiable()).isFalse();
        Tape another = new Tape();
        another.max(another.input(Shape.of(3), 2, 1, 2), 0);
        assertThat(another.differentiable()).isFalse();
        Tape third = new Tape();
        third.combine(Choices.MAXIMUM, third.input(Shape.of(1), 2), third.constant(Shape.of(1), 2));
        assertThat(third.differentiable()).isFalse();
    }

    @Test
    void aTieGoesToTheFirst() {
        Tape.Variable x = tape.input(Shape.of(3), 1, 2, 2);
        assertThat(tape.jacobian(tape.max(x, 0), x).applyTranspose(new double[] {1}))
                .containsExactly(0, 1, 0);
    }

    @Test
    void aDerivativeByAnIntermediateTensorTakesItForIndependent() {
        Tape.Variable x = tape.input(Shape.of(1), 3);
        Tape.Variable square = tape.map(Powers.SQUARE, x);
        Tape.Variable product = tape.combine(Pairs.MULTIPLY, square, x);
        assertThat(tape.jacobian(product, x).apply(new double[] {1})).containsExactly(27);
        assertThat(tape.jacobian(product, square).apply(new double[] {1})).containsExactly(3);
        List<double[]> both = tape.pull(List.of(product), List.of(new double[] {1}), List.of(square, x));
        assertThat(both.get(0)).containsExactly(3);
        assertThat(both.get(1)).containsExactly(9);
    }

    @Test
    void inputsMayBeOutputsAndOutputsLieOnTheWay() {
        Tape.Variable x = tape.input(Shape.of(1), 3);
        Tape.Variable y = tape.map(Powers.SQUARE, x);
        Tape.Variable z = tape.map(Powers.NEGATE, y);
        List<double[]> pushed = tape.push(List.of(x), List.of(new double[] {1}), List.of(x, y, z));
        assertThat(pushed).containsExactly(new double[] {1}, new double[] {6}, new double[] {-6});
        List<double[]> pulled =
                tape.pull(List.of(x, y, z), List.of(new double[] {1}, new double[] {1}, new double[] {1}), List.of(x));
        assertThat(pulled.get(0)).containsExactly(1);
    }

    @Test
    void softmaxAndNormalisationStandHugeEntries() {
        Tape.Variable logits = tape.input(Shape.of(2), 1e308, -1e308);
        assertThat(tape.softmax(logits, 0).values()).containsExactly(1, 0);
        assertThat(tape.logSoftmax(tape.input(Shape.of(2), 1e4, 0), 0).values()).containsExactly(0, -1e4);
        double[] y = tape.normalise(
                        tape.input(Shape.of(4), 1e300, -1e300, 1.5e308, -1.5e308), tape.constant(Shape.of(), 1e-5), 0)
                .values();
        assertThat(y[2]).isCloseTo(Math.sqrt(2), within(1e-7));
        assertThat(tape.normalise(tape.input(Shape.of(2), 5, 5), tape.constant(Shape.of(), 1), 0)
                        .values())
                .containsExactly(0, 0);
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        Tape.Variable x = tape.input(Shape.of(2, 3), new double[6]);
        assertThatThrownBy(() -> tape.matMul(x, x)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> tape.reshape(x, Shape.of(5))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> tape.input(Shape.of(2), 1)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> tape.combine(Pairs.ADD, x, tape.constant(Shape.of(2), 1, 2)))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> tape.max(tape.input(Shape.of(2, 0)), 1)).isInstanceOf(ShapeException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tape.jacobian(x, tape.constant(Shape.of(), 1)))
                .withMessageContaining("recorded");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tape.push(List.of(x), List.of(new double[5]), List.of(x)))
                .withMessage("tangents[0] must have length 6, had 5");
    }

    @Test
    void aNaNIsNotSwallowed() {
        Tape.Variable x = tape.input(Shape.of(2), Double.NaN, 1);
        assertThat(tape.max(x, 0).values()).containsExactly(Double.NaN);
        assertThat(tape.softmax(x, 0).values()).containsOnly(Double.NaN);
        assertThat(tape.map(Activations.RELU, x).values()[0]).isNaN();
    }
}
