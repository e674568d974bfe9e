package gradlab.verification.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.DoubleArithmetic;
import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.expression.CanonicalForm;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.ExpressionParser;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.expression.Value;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.source.Position;
import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every layer of the claim language, written twice without a line in common: what the checker finds with 208 bits lies
 * between the prover's bounds, at points and over boxes, values and Jacobians. A new layer is a new line here.
 */
class LayersAgreeTest {
    private static final double HALF_WIDTH = 0.01;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "relu | 3",
                "leaky_relu(0.2) | 3",
                "tanh | 3",
                "sigmoid | 3",
                "softplus | 3",
                "elu | 3",
                "selu | 3",
                "gelu | 3",
                "gelu_tanh | 3",
                "silu | 3",
                "mish | 3",
                "hard_swish | 3",
                "softmax | 4",
                "logsoftmax | 4",
                "cross_entropy([0.25, 0.5, 0.25]) | 3",
                "dense([[1, -2, 0.5], [0.25, 3, -1]], [1, 2]) | 3",
                "layernorm(0.1) | 4",
                "layernorm(0.1, [1, 2, 3], [4, 5, 6]) | 3",
                "rmsnorm(0.1) | 4",
                "rmsnorm(0.1, [1, -2, 3]) | 3",
                "batchnorm(4, 0.1) | 4",
                "conv1d([1, -2, 0.5], 5, \"zero\") | 5",
                "conv1d([1, -2, 0.5, 4], 5, \"circular\") | 5",
                "conv2d([[1, -2, 0.5], [3, 1, 7]], 2, 3, \"zero\") | 6",
                "conv2d([[1, -2], [3, 1], [5, 6]], 2, 3, \"circular\") | 6",
                "avgpool(5, 2, 2) | 5",
                "maxpool(5, 3, 1) | 5",
                "dropout([1, 0, 1], 0.3) | 3",
                "rotary(6, 5) | 6",
                "residual(tanh, 0.5) | 3",
                "sequential(dense([[1, 2], [3, 4], [-1, 1]]), gelu, dense([[1, -1, 0.5]])) | 2",
                "repeat(residual(sigmoid), 3) | 2",
                "attention([[1, 2], [0, 1]], [[1, 0], [1, 1]], [[2, -1]], 3) | 6",
                "rnn([[0.5, 1], [-1, 0.25]], [[2], [1]], [0.25, 0], tanh, [0.5]) | 2",
                "lstm([[1], [-1], [2], [1]], [[2], [1], [0], [1]], [0, 1, 0, -1], [0.5]) | 2",
                "gru([[1], [-1], [2]], [[2], [1], [-1]], [0, 1, 0], [1, 0, 3], [0.5]) | 1",
                "coupling(dense([[2, 0], [1, 1]]), tanh) | 4",
                "planar([1, 2], [3, 4], 5) | 2",
                "identity_map() | 2",
            })
    void proverAndChecker(String layer, int inputs) {
        SplittableRandom random = new SplittableRandom(layer.hashCode());
        for (int k = 0; k < 3; k++) {
            double[] x = random.doubles(inputs, -2, 2).toArray();
            check(layer, x, 0, 1e-11);
            check(layer, x, HALF_WIDTH, 3);
        }
    }

    private static void check(String layer, double[] x, double half, double widest) {
        for (String text : List.of(layer + "(x)", "jacobian(" + layer + ", x)")) {
            Expression expression = ExpressionParser.parse("f.yaml", text, Position.START);
            if (layer.contains("maxpool") && half > 0 && text.startsWith("jacobian")) {
                continue;
            }
            List<Interval> bounds =
                    entries(IntervalArithmetic.INTERVALS, expression, x, e -> Interval.of(e - half, e + half));
            List<Double> near = entries(DoubleArithmetic.BINARY64, expression, x, e -> e);
            StringBuilder claim = new StringBuilder("(let x (vector");
            Arrays.stream(x).forEach(e -> claim.append(number(e, half)));
            claim.append("))(let y ").append(CanonicalForm.of(expression)).append(")");
            int columns = text.startsWith("jacobian") ? x.length : 1;
            for (int e = 0; e < bounds.size(); e++) {
                Interval bound = bounds.get(e);
                assertThat(bound.contains(near.get(e)) || bound.width() < widest)
                        .isTrue();
                assertThat(bound.midpoint())
                        .isCloseTo(near.get(e), org.assertj.core.api.Assertions.within(1e-11 + widest * half * 30));
                assertThat(bound.width())
                        .as("%s at %s", text, Arrays.toString(x))
                        .isLessThan(widest);
                String entry = "(index y " + e / columns + (columns == 1 ? "" : " " + e % columns) + ")";
                String low = hex(bound.lower() - (half > 0 ? bound.width() : 0));
                String high = hex(bound.upper() + (half > 0 ? bound.width() : 0));
                String statement = "(claim (and (<= " + low + " " + entry + ") (<= " + entry + " " + high + ")))";
                assertThat(CaseChecker.check(claim + statement).claim())
                        .as("%s entry %s at %s", text, e, Arrays.toString(x))
                        .isEqualTo(Answer.HOLDS);
            }
        }
    }

    private static String number(double e, double half) {
        return half == 0 ? " " + hex(e) : " (box " + hex(e - half) + " " + hex(e + half) + ")";
    }

    private static String hex(double value) {
        return Double.toHexString(value);
    }

    private static <N> List<N> entries(
            Arithmetic<N> numbers, Expression expression, double[] x, Function<Double, N> at) {
        Scope<N> scope = Scope.empty();
        scope.bind("x", new Value.OfVector<>(Arrays.stream(x).boxed().map(at).toList()));
        Value<N> value = new Evaluator<>("f.yaml", numbers, RunSource.NONE).value(expression, scope);
        if (value instanceof Value.OfMatrix<N> of) {
            Matrix<N> matrix = of.matrix();
            return matrix.entries();
        }
        return ((Value.OfVector<N>) value).entries();
    }
}
