package gradlab.analysis.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.DoubleArithmetic;
import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.block.Entrywise;
import gradlab.analysis.block.EntrywiseWith;
import gradlab.analysis.block.LayerNormalisation;
import gradlab.analysis.block.Probabilities;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.layer.Jacobian;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.Hyperbolic;
import gradlab.analysis.tensor.Jets;
import gradlab.analysis.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each layer is written twice, as a kernel and as a formula: both are one map. A new layer is a new line here. */
class FormulasAgainstKernelsTest {
    private static final int POINTS = 20;
    /** A few dozen roundings of numbers below about 100. */
    private static final double ROUNDING = 1e-12;

    private static final double[] WEIGHTS = RandomStream.of(1, "weights").gaussians(16);
    private static final double[] TALL = RandomStream.of(2, "tall").gaussians(20);
    private static final double[] BIAS = RandomStream.of(3, "bias").gaussians(5);
    private static final double[] GAMMA = RandomStream.of(4, "gamma").gaussians(4);
    private static final double[] BETA = RandomStream.of(5, "beta").gaussians(4);

    /** The formula of a layer in any arithmetic. */
    private interface Formula {
        <N> LayerFormula<N> in(Arithmetic<N> numbers);
    }

    private static <N> List<N> vector(Arithmetic<N> numbers, double... x) {
        return Arrays.stream(x).mapToObj(numbers::ofDouble).toList();
    }

    private static <N> DenseFormula<N> square(Arithmetic<N> numbers) {
        return new DenseFormula<>(new Matrix<>(4, 4, vector(numbers, WEIGHTS)), Optional.empty());
    }

    private static <N> DenseFormula<N> tall(Arithmetic<N> numbers) {
        return new DenseFormula<>(new Matrix<>(5, 4, vector(numbers, TALL)), Optional.of(vector(numbers, BIAS)));
    }

    private static <N> LayerFormula<N> rectifier(Arithmetic<N> numbers, double leak) {
        Jets.Tensor<N> parameter = Jets.Tensor.constant(Shape.of(), vector(numbers, leak));
        return new TensorFormula<>(EntrywiseWith.leakyRelu(), List.of(parameter));
    }

    private static <N> LayerFormula<N> relu(Arithmetic<N> numbers) {
        return rectifier(numbers, 0);
    }

    private static <N> LayerFormula<N> leakyRelu(Arithmetic<N> numbers) {
        return rectifier(numbers, 0.125);
    }

    private static <N> LayerFormula<N> tanh(Arithmetic<N> numbers) {
        return new TensorFormula<>(new Entrywise(Hyperbolic.TANH), List.of());
    }

    private static <N> LayerFormula<N> sigmoid(Arithmetic<N> numbers) {
        return new TensorFormula<>(new Entrywise(Activations.SIGMOID), List.of());
    }

    private static <N> LayerFormula<N> softmax(Arithmetic<N> numbers) {
        return new TensorFormula<>(Probabilities.SOFTMAX, List.of());
    }

    private static <N> LayerFormula<N> residual(Arithmetic<N> numbers) {
        return new ResidualFormula<>(square(numbers), numbers.one());
    }

    private static <N> LayerFormula<N> identity(Arithmetic<N> numbers) {
        return new SequentialFormula<>(List.of());
    }

    private static <N> LayerFormula<N> layerNorm(Arithmetic<N> numbers) {
        Jets.Tensor<N> epsilon = Jets.Tensor.constant(Shape.of(), vector(numbers, 0.1));
        return new TensorFormula<>(new LayerNormalisation(1, 4, false), List.of(epsilon));
    }

    private static <N> LayerFormula<N> layerNormWithGain(Arithmetic<N> numbers) {
        Jets.Tensor<N> epsilon = Jets.Tensor.constant(Shape.of(), vector(numbers, 0.1));
        Jets.Tensor<N> gamma = Jets.Tensor.constant(Shape.of(4), vector(numbers, GAMMA));
        Jets.Tensor<N> beta = Jets.Tensor.constant(Shape.of(4), vector(numbers, BETA));
        return new TensorFormula<>(new LayerNormalisation(1, 4, true), List.of(epsilon, gamma, beta));
    }

    private static <N> LayerFormula<N> block(Arithmetic<N> numbers) {
        return new SequentialFormula<>(List.of(
                layerNorm(numbers), square(numbers), new TensorFormula<>(new Entrywise(Hyperbolic.TANH), List.of())));
    }

    private static <N> LayerFormula<N> stack(Arithmetic<N> numbers) {
        LayerFormula<N> step = new ResidualFormula<>(block(numbers), numbers.ofDouble(0.25));
        return new SequentialFormula<>(List.of(
                SequentialFormula.repeat(step, 3),
                tall(numbers),
                new TensorFormula<>(Probabilities.SOFTMAX, List.of())));
    }

    private static Arguments line(String name, Layer kernel, Formula formula) {
        return Arguments.of(name, kernel, formula);
    }

    static Stream<Arguments> layers() {
        Layer square = Layers.dense(DenseMatrix.of(4, 4, WEIGHTS));
        Layer tall = Layers.dense(DenseMatrix.of(5, 4, TALL), Vector.of(BIAS));
        Layer block = Layers.sequential(Layers.layerNorm(0.1), square, Layers.tanh());
        return Stream.of(
                line("dense", square, FormulasAgainstKernelsTest::square),
                line("dense with bias", tall, FormulasAgainstKernelsTest::tall),
                line("relu", Layers.relu(), FormulasAgainstKernelsTest::relu),
                line("leaky_relu", Layers.leakyRelu(0.125), FormulasAgainstKernelsTest::leakyRelu),
                line("tanh", Layers.tanh(), FormulasAgainstKernelsTest::tanh),
                line("sigmoid", Layers.sigmoid(), FormulasAgainstKernelsTest::sigmoid),
                line("softmax", Layers.softmax(), FormulasAgainstKernelsTest::softmax),
                line("layernorm", Layers.layerNorm(0.1), FormulasAgainstKernelsTest::layerNorm),
                line(
                        "layernorm with gain",
                        Layers.layerNorm(0.1, Vector.of(GAMMA), Vector.of(BETA)),
                        FormulasAgainstKernelsTest::layerNormWithGain),
                line("residual", Layers.residual(square), FormulasAgainstKernelsTest::residual),
                line("sequential", block, FormulasAgainstKernelsTest::block),
                line(
                        "residual stack",
                        Layers.sequential(Layers.repeat(Layers.residual(block, 0.25), 3), tall, Layers.softmax()),
                        FormulasAgainstKernelsTest::stack),
                line("identity", Layers.sequential(), FormulasAgainstKernelsTest::identity));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void inBinary64TheyAgree(String name, Layer kernel, Formula formula) {
        DoubleArithmetic numbers = DoubleArithmetic.BINARY64;
        for (double[] x : points()) {
            List<Double> at = vector(numbers, x);
            double[] value = numbers(formula.in(numbers).value(numbers, at));
            double[] jacobian =
                    numbers(formula.in(numbers).jacobian(numbers, at).entries());
            assertThat(value).containsExactly(kernel.value(x), within(ROUNDING));
            assertThat(jacobian).containsExactly(jacobian(kernel, x), within(ROUNDING));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void intervalsAndRealNumbersEncloseOneAnotherAndTheKernel(String name, Layer kernel, Formula formula) {
        IntervalArithmetic intervals = IntervalArithmetic.INTERVALS;
        for (double[] x : points()) {
            RealArithmetic reals = new RealArithmetic();
            Matrix<Interval> wide = formula.in(intervals).jacobian(intervals, vector(intervals, x));
            Matrix<Interval> sharp =
                    formula.in(reals).jacobian(reals, vector(reals, x)).map(real -> real.enclosure());
            double[] expected = jacobian(kernel, x);
            IntStream.range(0, expected.length).forEach(i -> {
                Interval enclosure = wide.entries().get(i);
                assertThat(enclosure.overlaps(sharp.entries().get(i))).isTrue();
                assertThat(enclosure.width()).isLessThan(ROUNDING);
                assertThat(enclosure.midpoint()).isCloseTo(expected[i], within(ROUNDING));
                assertThat(sharp.entries().get(i).midpoint()).isCloseTo(expected[i], within(ROUNDING));
            });
        }
    }

    private static List<double[]> points() {
        return IntStream.range(0, POINTS)
                .mapToObj(k -> RandomStream.of(k, "point").gaussians(4))
                .toList();
    }

    private static double[] numbers(List<Double> x) {
        return x.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] jacobian(Layer kernel, double[] x) {
        DenseMatrix dense = Jacobian.of(kernel, x).dense();
        int columns = x.length;
        return IntStream.range(0, kernel.outputs(columns) * columns)
                .mapToDouble(k -> dense.get(k / columns, k % columns))
                .toArray();
    }
}
