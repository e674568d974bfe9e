package gradlab.analysis.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.random.RandomStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every primitive must satisfy on a tape, by each of its operands. A new primitive is a new line of the table. */
class TapeLaws {
    private static final double DIFFERENCE_TOLERANCE = 1e-8;

    private interface Primitive {
        Tape.Variable of(Tape tape, List<Tape.Variable> operands);
    }

    static Stream<Arguments> primitives() {
        return Stream.of(
                line("add", (t, x) -> t.combine(Pairs.ADD, x.get(0), x.get(1)), Shape.of(2, 3), Shape.of(2, 3)),
                line("add a row", (t, x) -> t.combine(Pairs.ADD, x.get(0), x.get(1)), Shape.of(2, 3), Shape.of(3)),
                line("subtract", (t, x) -> t.combine(Pairs.SUBTRACT, x.get(0), x.get(1)), Shape.of(), Shape.of(3)),
                line(
                        "outer product",
                        (t, x) -> t.combine(Pairs.MULTIPLY, x.get(0), x.get(1)),
                        Shape.of(4, 1),
                        Shape.of(2, 1, 3)),
                line("square", (t, x) -> t.combine(Pairs.MULTIPLY, x.get(0), x.get(0)), Shape.of(4)),
                line("divide", (t, x) -> t.combine(Pairs.DIVIDE, x.get(0), x.get(1)), Shape.of(2, 3), Shape.of(2, 1)),
                line(
                        "power",
                        (t, x) -> t.combine(Exponentiation.POWER, t.map(Powers.SQUARE, x.get(0)), x.get(1)),
                        Shape.of(2, 2),
                        Shape.of(2)),
                line("maximum", (t, x) -> t.combine(Choices.MAXIMUM, x.get(0), x.get(1)), Shape.of(5), Shape.of(1)),
                line("minimum", (t, x) -> t.combine(Choices.MINIMUM, x.get(0), x.get(1)), Shape.of(5), Shape.of(5)),
                line(
                        "leaky_relu",
                        (t, x) -> t.combine(RectifiedPairs.LEAKY_RELU, x.get(0), x.get(1)),
                        Shape.of(5),
                        Shape.of()),
                line("elu", (t, x) -> t.combine(RectifiedPairs.ELU, x.get(0), x.get(1)), Shape.of(5), Shape.of()),
                line("tanh", (t, x) -> t.map(Hyperbolic.TANH, x.get(0)), Shape.of(2, 3)),
                line("reshape", (t, x) -> t.reshape(x.get(0), Shape.of(3, 2)), Shape.of(6)),
                line("transpose", (t, x) -> new Tensors<>(t).transpose(x.get(0), 2, 0, 1), Shape.of(2, 3, 4)),
                line("concatenate", (t, x) -> new Tensors<>(t).concatenate(x, 1), Shape.of(2, 1, 2), Shape.of(2, 3, 2)),
                line(
                        "pad",
                        (t, x) -> new Tensors<>(t)
                                .select(x.get(0), Padding.ZERO.of(Shape.of(2, 2), new int[] {1, 0}, new int[] {0, 2})),
                        Shape.of(2, 2)),
                line(
                        "tile",
                        (t, x) -> new Tensors<>(t).select(x.get(0), Rearranging.tile(Shape.of(2, 2), 2, 3)),
                        Shape.of(2, 2)),
                line("matMul", (t, x) -> t.matMul(x.get(0), x.get(1)), Shape.of(5, 3), Shape.of(3, 6)),
                line("matMul of a row", (t, x) -> t.matMul(x.get(0), x.get(1)), Shape.of(1, 3), Shape.of(3, 2)),
                line(
                        "matMul of stacks",
                        (t, x) -> t.matMul(x.get(0), x.get(1)),
                        Shape.of(2, 1, 4, 3),
                        Shape.of(3, 3, 5)),
                line("matMul of a stack", (t, x) -> t.matMul(x.get(0), x.get(1)), Shape.of(2, 3, 4), Shape.of(4, 2)),
                line("matMul by itself", (t, x) -> t.matMul(x.get(0), x.get(0)), Shape.of(3, 3)),
                line(
                        "timesTransposed",
                        (t, x) -> t.timesTransposed(x.get(0), x.get(1)),
                        Shape.of(5, 3),
                        Shape.of(6, 3)),
                line(
                        "timesTransposed of a row",
                        (t, x) -> t.timesTransposed(x.get(0), x.get(1)),
                        Shape.of(1, 3),
                        Shape.of(6, 3)),
                line(
                        "timesTransposed of stacks",
                        (t, x) -> t.timesTransposed(x.get(0), x.get(1)),
                        Shape.of(2, 1, 2, 3),
                        Shape.of(3, 5, 3)),
                line("sum", (t, x) -> t.sum(x.get(0), 0, -1), Shape.of(2, 3, 4)),
                line("sum over nothing", (t, x) -> t.sum(x.get(0)), Shape.of(2, 3)),
                line("max", (t, x) -> t.max(x.get(0), 1), Shape.of(2, 3, 4)),
                line("softmax", (t, x) -> t.softmax(x.get(0), 1), Shape.of(2, 3, 2)),
                line("logSoftmax", (t, x) -> t.logSoftmax(x.get(0), -1), Shape.of(2, 4)),
                line(
                        "normalise",
                        (t, x) -> t.normalise(x.get(0), t.map(Powers.SQUARE, x.get(1)), 0, 2),
                        Shape.of(2, 3, 2),
                        Shape.of()),
                line(
                        "normalise two",
                        (t, x) -> t.normalise(x.get(0), t.map(Powers.SQUARE, x.get(1)), 0),
                        Shape.of(2),
                        Shape.of()),
                line("empty", (t, x) -> t.matMul(x.get(0), x.get(1)), Shape.of(2, 0), Shape.of(0, 3)),
                line("nothing", (t, x) -> t.softmax(t.map(Powers.NEGATE, x.get(0)), 1), Shape.of(0, 3)));
    }

    private static Arguments line(String name, Primitive primitive, Shape... shapes) {
        return Arguments.of(name, primitive, List.of(shapes));
    }

    private static double[] entries(int operand, Shape shape, String name) {
        double[] entries = RandomStream.of(operand + 1, name).gaussians(shape.size());
        for (int i = 0; i < entries.length; i++) {
            entries[i] += entries[i] > 0 ? 0.2 : -0.2;
        }
        return entries;
    }

    private static Tape.Variable run(Tape tape, Primitive primitive, List<Shape> shapes, int operand, double[] at) {
        List<Tape.Variable> operands = IntStream.range(0, shapes.size())
                .mapToObj(i -> i == operand
                        ? tape.input(shapes.get(i), at)
                        : tape.constant(shapes.get(i), entries(i, shapes.get(i), "x")))
                .toList();
        return primitive.of(tape, operands);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("primitives")
    void pushIsTheDerivativeAndPullItsAdjointByEachOperand(String name, Primitive primitive, List<Shape> shapes) {
        for (int operand = 0; operand < shapes.size(); operand++) {
            int moved = operand;
            Shape shape = shapes.get(operand);
            double[] x = entries(operand, shape, "x");
            double[] dx = RandomStream.of(7, "dx").gaussians(x.length);
            double[] expected = Differences.of(
                    v -> run(new Tape(), primitive, shapes, moved, v).values(), x, dx);
            Tape tape = new Tape();
            Tape.Variable input = tape.input(shape, x);
            Tape.Variable output = primitive.of(tape, operands(tape, shapes, operand, input));
            LinearOperator jacobian = tape.jacobian(output, input);
            double[] pushed = jacobian.apply(dx);
            assertThat(pushed).containsExactly(expected, within(DIFFERENCE_TOLERANCE));
            double[] dy = RandomStream.of(7, "dy").gaussians(pushed.length);
            assertThat(dot(pushed, dy)).isCloseTo(dot(dx, jacobian.applyTranspose(dy)), within(1e-12));
            assertThat(output.shape().size()).isEqualTo(pushed.length);
            assertThat(tape.differentiable()).isTrue();
        }
    }

    private static List<Tape.Variable> operands(Tape tape, List<Shape> shapes, int operand, Tape.Variable input) {
        return IntStream.range(0, shapes.size())
                .mapToObj(i -> i == operand ? input : tape.constant(shapes.get(i), entries(i, shapes.get(i), "x")))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("primitives")
    void allOperandsTogetherSumUpAndCombineLinearly(String name, Primitive primitive, List<Shape> shapes) {
        Tape tape = new Tape();
        List<Tape.Variable> inputs = IntStream.range(0, shapes.size())
                .mapToObj(i -> tape.input(shapes.get(i), entries(i, shapes.get(i), "x")))
                .toList();
        Tape.Variable output = primitive.of(tape, inputs);
        List<double[]> tangents = shapes.stream()
                .map(s -> RandomStream.of(9, "t").gaussians(s.size()))
                .toList();
        double[] together = tape.push(inputs, tangents, List.of(output)).get(0);
        double[] sum = new double[together.length];
        for (int i = 0; i < inputs.size(); i++) {
            double[] one = tape.jacobian(output, inputs.get(i)).apply(tangents.get(i));
            for (int e = 0; e < sum.length; e++) {
                sum[e] += one[e];
            }
        }
        assertThat(together).containsExactly(sum, within(1e-12));
        double[] dy = RandomStream.of(9, "dy").gaussians(sum.length);
        List<double[]> pulled = tape.pull(List.of(output), List.of(dy), inputs);
        double product = 0;
        for (int i = 0; i < inputs.size(); i++) {
            product += dot(pulled.get(i), tangents.get(i));
        }
        assertThat(product).isCloseTo(dot(together, dy), within(1e-12));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("primitives")
    void constantsGiveTheSameValuesAndLeaveNoTrace(String name, Primitive primitive, List<Shape> shapes) {
        Tape tape = new Tape();
        List<Tape.Variable> constants = IntStream.range(0, shapes.size())
                .mapToObj(i -> tape.constant(shapes.get(i), entries(i, shapes.get(i), "x")))
                .toList();
        Tape.Variable unrelated = tape.input(Shape.of(2), 1, 2);
        Tape.Variable output = primitive.of(tape, constants);
        assertThat(DenseMatrix.of(tape.jacobian(output, unrelated)).toArray())
                .isEqualTo(new double[2 * output.shape().size()]);
        double[] recorded = run(new Tape(), primitive, shapes, 0, entries(0, shapes.get(0), "x"))
                .values();
        assertThat(output.values()).isEqualTo(recorded);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
