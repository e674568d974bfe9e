package gradlab.analysis.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.Euclidean;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every layer must satisfy. A new layer is a new line of the table. */
class LayerLaws {
    /**
     * Central differences with steps 1e-3 and 5e-4, extrapolated: an error of order h^4 times a fifth derivative (1e-12
     * times at most about 1e3 here) and rounding of 1e-16 / 1e-3.
     */
    private static final double DIFFERENCE_TOLERANCE = 2e-9;

    static Stream<Arguments> layers() {
        Layer block = Layers.sequential(Layers.layerNorm(0.1), Layers.dense(matrix(4, 4)), Layers.tanh());
        return Stream.concat(
                Blocks.lines(),
                Stream.of(
                        Arguments.of("dense", Layers.dense(matrix(3, 4)), 4),
                        Arguments.of("dense with bias", Layers.dense(matrix(5, 4), vector(5)), 4),
                        Arguments.of("relu", Layers.relu(), 6),
                        Arguments.of("leaky_relu", Layers.leakyRelu(0.2), 6),
                        Arguments.of("tanh", Layers.tanh(), 6),
                        Arguments.of("sigmoid", Layers.sigmoid(), 6),
                        Arguments.of("softmax", Layers.softmax(), 6),
                        Arguments.of("layernorm", Layers.layerNorm(0.1), 6),
                        Arguments.of("layernorm of two", Layers.layerNorm(0.1), 2),
                        Arguments.of("layernorm of one", Layers.layerNorm(0.1), 1),
                        Arguments.of("layernorm with gain", Layers.layerNorm(0.1, vector(6), vector(6)), 6),
                        Arguments.of("residual", Layers.residual(Layers.dense(matrix(4, 4))), 4),
                        Arguments.of("residual with step", Layers.residual(block, 0.3), 4),
                        Arguments.of(
                                "sequential", Layers.sequential(block, Layers.residual(block), Layers.softmax()), 4),
                        Arguments.of("empty sequential", Layers.sequential(), 3),
                        Arguments.of("repeat", Layers.repeat(block, 3), 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void jvpIsTheDirectionalDerivative(String name, Layer layer, int inputs) {
        double[] x = point(inputs);
        double[] dx = RandomStream.of(2, "dx").gaussians(inputs);
        double[] expected = derivative(layer::value, x, dx);
        assertThat(layer.jvp(x, dx)).containsExactly(expected, within(DIFFERENCE_TOLERANCE));
        assertThat(layer.outputs(inputs)).isEqualTo(expected.length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void vjpIsAdjointToJvp(String name, Layer layer, int inputs) {
        double[] x = point(inputs);
        double[] dx = RandomStream.of(2, "dx").gaussians(inputs);
        double[] dy = RandomStream.of(2, "dy").gaussians(layer.outputs(inputs));
        assertThat(Euclidean.dot(layer.jvp(x, dx), dy)).isCloseTo(Euclidean.dot(dx, layer.vjp(x, dy)), within(1e-13));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void theJacobianHasTheJvpsOfUnitVectorsAsColumns(String name, Layer layer, int inputs) {
        double[] x = point(inputs);
        DenseMatrix jacobian = Jacobian.of(layer, x).dense();
        for (int j = 0; j < inputs; j++) {
            double[] unit = new double[inputs];
            unit[j] = 1;
            double[] column = layer.jvp(x, unit);
            for (int i = 0; i < column.length; i++) {
                assertThat(jacobian.get(i, j)).isCloseTo(column[i], within(1e-14));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void theParameterGradientIsTheDerivative(String name, Layer layer, int inputs) {
        double[] x = point(inputs);
        double[] dy = RandomStream.of(2, "dy").gaussians(layer.outputs(inputs));
        double[] parameters = layer.parameters();
        double[] direction = RandomStream.of(2, "dp").gaussians(parameters.length);
        double[] dvalue = derivative(p -> layer.withParameters(p).value(x), parameters, direction);
        double[] gradient = layer.parameterGradient(x, dy);
        assertThat(Euclidean.dot(gradient, direction))
                .isCloseTo(Euclidean.dot(dvalue, dy), within(10 * DIFFERENCE_TOLERANCE));
        assertThat(layer.parameterCount()).isEqualTo(parameters.length).isEqualTo(gradient.length);
        assertThat(layer.parameterBlocks().stream()
                        .mapToInt(ParameterBlock::size)
                        .sum())
                .isEqualTo(parameters.length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void aBatchIsItsRowsAndABackwardPassTheirSum(String name, Layer layer, int inputs) {
        int batch = 7;
        int outputs = layer.outputs(inputs);
        double[] x = RandomStream.of(3, "x").gaussians(batch * inputs);
        double[] dy = RandomStream.of(3, "dy").gaussians(batch * outputs);
        Linearisation at = layer.at(x, batch);
        double[] gradient = new double[layer.parameterCount() + 2];
        double[] dx = at.backward(dy, gradient, 1);
        double[] expected = new double[gradient.length];
        for (int i = 0; i < batch; i++) {
            double[] row = Arrays.copyOfRange(x, i * inputs, (i + 1) * inputs);
            double[] rowDy = Arrays.copyOfRange(dy, i * outputs, (i + 1) * outputs);
            assertThat(Arrays.copyOfRange(at.value(), i * outputs, (i + 1) * outputs))
                    .isEqualTo(layer.value(row));
            assertThat(Arrays.copyOfRange(dx, i * inputs, (i + 1) * inputs)).isEqualTo(layer.vjp(row, rowDy));
            double[] rowGradient = layer.parameterGradient(row, rowDy);
            for (int j = 0; j < rowGradient.length; j++) {
                expected[j + 1] += rowGradient[j];
            }
        }
        assertThat(gradient).containsExactly(expected, within(1e-13));
        assertThat(at.vjp(dy)).isEqualTo(dx);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void nothingMutableLeaksAndLengthsAreChecked(String name, Layer layer, int inputs) {
        double[] x = point(inputs);
        Linearisation at = layer.at(x, 1);
        double[] value = at.value();
        Arrays.fill(x, 99);
        at.value()[0] = 99;
        assertThat(at.value()).isEqualTo(value);
        double[] wrong = new double[value.length + 1];
        assertThatIllegalArgumentException().isThrownBy(() -> at.vjp(wrong)).withMessageContaining("length");
        double[] tooMany = new double[layer.parameterCount() + 1];
        assertThatIllegalArgumentException().isThrownBy(() -> layer.withParameters(tooMany));
    }

    /** Lengths that the layer does not take are refused alike by {@code outputs} and {@code at}. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void otherLengthsAreRefusedOrTaken(String name, Layer layer, int inputs) {
        for (int length = 1; length <= inputs + 1; length++) {
            double[] x = RandomStream.of(length, "x").gaussians(length);
            int taken = length;
            Integer outputs = outputs(layer, length);
            if (outputs == null) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> layer.at(x, 1))
                        .withMessageContaining("" + taken);
            } else {
                assertThat(layer.value(x)).hasSize(outputs);
            }
        }
        assertThat(outputs(layer, inputs)).isNotNull();
    }

    private static @Nullable Integer outputs(Layer layer, int inputs) {
        try {
            return layer.outputs(inputs);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Away from kinks every layer is differentiable; at 0, or where all entries are equal, those that bend say so. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void aKinkIsTold(String name, Layer layer, int inputs) {
        assertThat(Jacobian.of(layer, point(inputs)).differentiable()).isTrue();
        boolean bends =
                Stream.of("relu", "elu", "selu", "maxpool").anyMatch(name::startsWith) || name.startsWith("leaky_relu");
        assertThat(Jacobian.of(layer, new double[inputs]).differentiable()).isEqualTo(!bends);
    }

    private static double[] derivative(UnaryOperator<double[]> f, double[] x, double[] dx) {
        double[] coarse = difference(f, x, dx, 1e-3);
        double[] fine = difference(f, x, dx, 5e-4);
        for (int i = 0; i < fine.length; i++) {
            fine[i] += (fine[i] - coarse[i]) / 3;
        }
        return fine;
    }

    private static double[] difference(UnaryOperator<double[]> f, double[] x, double[] dx, double h) {
        double[] ahead = x.clone();
        double[] behind = x.clone();
        for (int i = 0; i < x.length; i++) {
            ahead[i] += h * dx[i];
            behind[i] -= h * dx[i];
        }
        double[] difference = f.apply(ahead);
        double[] low = f.apply(behind);
        for (int i = 0; i < difference.length; i++) {
            difference[i] = (difference[i] - low[i]) / (2 * h);
        }
        return difference;
    }

    /** A point whose entries stay away from kinks by 0.1, more than the differences move them. */
    private static double[] point(int inputs) {
        double[] x = RandomStream.of(1, "x").gaussians(inputs);
        for (int i = 0; i < inputs; i++) {
            x[i] += x[i] > 0 ? 0.1 : -0.1;
        }
        return x;
    }

    private static DenseMatrix matrix(int rows, int columns) {
        return DenseMatrix.of(rows, columns, RandomStream.of(rows, "matrix").gaussians(rows * columns));
    }

    private static Vector vector(int size) {
        return Vector.of(RandomStream.of(size, "vector").gaussians(size));
    }
}
