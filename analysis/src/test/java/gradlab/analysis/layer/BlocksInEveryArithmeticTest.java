package gradlab.analysis.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.DoubleArithmetic;
import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.block.Parameter;
import gradlab.analysis.formula.Jet;
import gradlab.analysis.formula.TensorFormula;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Jets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tape computes in binary64, jets compute in every arithmetic: values and Jacobians of every block. */
class BlocksInEveryArithmeticTest {
    /** A few hundred roundings of numbers of moderate size. */
    private static final double ROUNDING = 1e-11;

    private static final double HALF_WIDTH = 1e-3;

    @ParameterizedTest(name = "{0}")
    @MethodSource("gradlab.analysis.layer.Blocks#lines")
    void jetsAgreeWithTheTape(String name, BlockLayer layer, int inputs) {
        for (int k = 0; k < 3; k++) {
            double[] x = RandomStream.of(k, name).gaussians(inputs);
            double[] value = layer.value(x);
            double[] jacobian = jacobian(layer, x);
            Jet<Double> near = jet(layer, DoubleArithmetic.BINARY64, x, e -> e);
            assertThat(numbers(near.value())).containsExactly(value, within(ROUNDING));
            assertThat(numbers(near.tangents().entries())).containsExactly(jacobian, within(ROUNDING));
            Jet<Interval> bounds = jet(layer, IntervalArithmetic.INTERVALS, x, Interval::of);
            assertClose(bounds.value(), value, ROUNDING);
            assertClose(bounds.tangents().entries(), jacobian, ROUNDING);
            RealArithmetic reals = new RealArithmetic();
            Jet<Interval> sharp = enclosures(jet(layer, reals, x, reals::ofDouble));
            assertClose(sharp.value(), value, ROUNDING);
            assertClose(sharp.tangents().entries(), jacobian, ROUNDING);
        }
    }

    /** Bounds over a box hold what the layer is at points inside it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("gradlab.analysis.layer.Blocks#lines")
    void boxesHoldTheirPoints(String name, BlockLayer layer, int inputs) {
        double[] x = RandomStream.of(7, name).gaussians(inputs);
        Jet<Interval> bounds =
                jet(layer, IntervalArithmetic.INTERVALS, x, e -> Interval.of(e - HALF_WIDTH, e + HALF_WIDTH));
        for (int k = 0; k < 5; k++) {
            double[] drawn = RandomStream.of(k, "inside " + name).gaussians(inputs);
            double[] inside = new double[inputs];
            Arrays.setAll(inside, i -> x[i] + HALF_WIDTH * StrictMath.tanh(drawn[i]));
            assertHolds(bounds.value(), layer.value(inside));
            assertHolds(bounds.tangents().entries(), jacobian(layer, inside));
        }
        bounds.tangents().entries().forEach(entry -> assertThat(entry.width()).isLessThan(2));
    }

    private static <N> Jet<N> jet(BlockLayer layer, Arithmetic<N> numbers, double[] x, DoubleFunction<N> at) {
        List<Jets.Tensor<N>> parameters = new ArrayList<>();
        List<Parameter> names = layer.block().parameters();
        for (int i = 0; i < names.size(); i++) {
            List<N> entries = Arrays.stream(layer.values().get(i).toArray())
                    .mapToObj(numbers::ofDouble)
                    .toList();
            parameters.add(Jets.Tensor.constant(names.get(i).shape(), entries));
        }
        List<N> point = Arrays.stream(x).mapToObj(at).toList();
        TensorFormula<N> formula = new TensorFormula<>(layer.block(), parameters);
        List<N> value = formula.value(numbers, point);
        Jet<N> jet = new Jet<>(value, formula.jacobian(numbers, point));
        assertThat(jet.tangents().rows()).isEqualTo(value.size());
        return jet;
    }

    private static Jet<Interval> enclosures(Jet<gradlab.analysis.arithmetic.Real> jet) {
        return new Jet<>(
                jet.value().stream().map(real -> real.enclosure()).toList(),
                jet.tangents().map(real -> real.enclosure()));
    }

    private static void assertClose(List<Interval> bounds, double[] expected, double tolerance) {
        assertThat(bounds).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(bounds.get(i).midpoint()).isCloseTo(expected[i], within(tolerance));
            assertThat(bounds.get(i).width()).isLessThan(tolerance);
        }
    }

    private static void assertHolds(List<Interval> bounds, double[] values) {
        for (int i = 0; i < values.length; i++) {
            Interval about = Interval.of(values[i] - ROUNDING, values[i] + ROUNDING);
            assertThat(bounds.get(i).overlaps(about)).isTrue();
        }
    }

    private static double[] numbers(List<Double> x) {
        return x.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] jacobian(BlockLayer layer, double[] x) {
        return Jacobian.of(layer, x).dense().toArray();
    }
}
