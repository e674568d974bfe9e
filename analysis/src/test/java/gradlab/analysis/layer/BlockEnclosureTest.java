package gradlab.analysis.layer;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.formula.LayerFormula;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocks in intervals: value and Jacobian over a box hold what binary64 finds at its points. */
class BlockEnclosureTest {
    private static final double RADIUS = 1e-3;

    /** Rounding of binary64, which may leave an enclosure of the exact value. */
    private static final double ROUNDING = 1e-13;

    static Stream<Arguments> blocks() {
        return Blocks.lines();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void aBoxHoldsWhatIsFoundAtItsPoints(String name, BlockLayer layer, int inputs) {
        double[] x = point(inputs);
        LayerFormula<Interval> formula = layer.formula(IntervalArithmetic.INTERVALS);
        List<Interval> box = Arrays.stream(x)
                .mapToObj(e -> Interval.of(e - RADIUS, e + RADIUS))
                .toList();
        List<Interval> value = formula.value(IntervalArithmetic.INTERVALS, box);
        Matrix<Interval> jacobian = formula.jacobian(IntervalArithmetic.INTERVALS, box);
        for (int sample = 0; sample < 5; sample++) {
            double[] inside = inside(x, sample);
            assertHolds(value, layer.value(inside));
            assertHolds(
                    jacobian.entries(),
                    DenseMatrix.of(Jacobian.of(layer, inside)).toArray());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void atAPointTheEnclosureIsNarrow(String name, BlockLayer layer, int inputs) {
        LayerFormula<Interval> formula = layer.formula(IntervalArithmetic.INTERVALS);
        double[] x = point(inputs);
        List<Interval> point = Arrays.stream(x).mapToObj(Interval::of).toList();
        List<Interval> value = formula.value(IntervalArithmetic.INTERVALS, point);
        Matrix<Interval> jacobian = formula.jacobian(IntervalArithmetic.INTERVALS, point);
        assertHolds(value, layer.value(x));
        assertHolds(jacobian.entries(), DenseMatrix.of(Jacobian.of(layer, x)).toArray());
        assertThat(Stream.concat(value.stream(), jacobian.entries().stream()))
                .allSatisfy(i -> assertThat(i.upper() - i.lower()).isLessThan(1e-11));
    }

    private static void assertHolds(List<Interval> enclosures, double[] found) {
        assertThat(enclosures).hasSize(found.length);
        for (int i = 0; i < found.length; i++) {
            double slack = ROUNDING * Math.max(1, Math.abs(found[i]));
            assertThat(found[i])
                    .isBetween(
                            enclosures.get(i).lower() - slack, enclosures.get(i).upper() + slack);
        }
    }

    private static double[] inside(double[] x, int sample) {
        double[] inside = x.clone();
        double[] moves = RandomStream.of(sample, "inside").gaussians(x.length);
        for (int i = 0; i < inside.length; i++) {
            inside[i] += RADIUS * Math.sin(moves[i]);
        }
        return inside;
    }

    private static double[] point(int inputs) {
        double[] x = RandomStream.of(1, "x").gaussians(inputs);
        for (int i = 0; i < inputs; i++) {
            x[i] += x[i] > 0 ? 0.1 : -0.1;
        }
        return x;
    }
}
