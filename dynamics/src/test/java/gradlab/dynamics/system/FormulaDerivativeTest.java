package gradlab.dynamics.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.source.SourceText;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The derivative of each function and operator, against central differences of order four at several points. */
class FormulaDerivativeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x + y*x - 3*y",
                "x*y*x*y",
                "x/y",
                "(x + 1)/(y*y + x)",
                "x^3 + y^-2",
                "(x + 2)^y",
                "2^(x*y)",
                "(x*x + 1)^0.7",
                "-x^2",
                "sqrt(x + 3)",
                "exp(x*y)",
                "log(x + 3)*log2(y + 4)",
                "sin(x*y) + cos(x - y)",
                "tan(x/3)",
                "asin(x/4) + acos(y/5) + atan(x*y)",
                "sinh(x) + cosh(y)",
                "tanh(x*y)",
                "sigmoid(3*x) + softplus(y)",
                "erf(x - y)",
                "gelu(x) + gelu_tanh(y) + silu(x*y) + mish(x)",
                "relu(x) + selu(y) + elu(x) + hard_swish(y)",
                "abs(x)*y",
                "sign(x)*floor(y)*x + ceil(x)*y",
                "min(x, y)*x + max(x, y, 0.3)",
                "mod(x, 0.7)*y",
                "if(x < y, x*x*y, sin(x) + y)",
                "if(x == 0, 1/0, sin(x)/x)",
                "if(x > y or x > 1, x, if(y > 0, y*x, 1/x))",
                "sum(i, 1, 5, x^i/i) + prod(i, 1, 3, y + i)",
                "exp(sin(x*y)/(x^2 + y^2 + 1))*tanh(x - y)^3"
            })
    void derivativesAreExact(String formula) {
        String text = "system: map\nstate: {x: 1, y: 1}\nnext:\n  x: " + formula + "\n  y: x\n";
        Rule rule = ((MapSystem) SystemFileReader.read(new SourceText("f", text), "f", Map.of())
                        .system())
                .rule();
        for (double[] point : new double[][] {{0.37, 1.21}, {-0.83, 0.64}, {1.43, 0.29}, {-1.9, 1.7}}) {
            double[] derivative = new double[4];
            rule.linearise(point, new double[2]);
            rule.push(new double[] {1, 0, 0, 1}, 0, 2, derivative, 0);
            for (int j = 0; j < 2; j++) {
                double expected = difference(rule, point, j);
                assertThat(derivative[j])
                        .as("by %d at %s, %s", j, point[0], point[1])
                        .isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
            }
        }
    }

    /** (8 f(h) - 8 f(-h) - f(2h) + f(-2h))/(12 h): an error of h^4 and of rounding over h, both near 1e-12. */
    private static double difference(Rule rule, double[] point, int j) {
        double h = 1e-3 / 2;
        return (8 * at(rule, point, j, h)
                        - 8 * at(rule, point, j, -h)
                        - at(rule, point, j, 2 * h)
                        + at(rule, point, j, -2 * h))
                / (12 * h);
    }

    private static double at(Rule rule, double[] point, int j, double h) {
        double[] moved = point.clone();
        moved[j] += h;
        double[] value = new double[2];
        rule.value(moved, value);
        return value[0];
    }
}
