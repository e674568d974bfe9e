package gradlab.analysis.expression;

import static gradlab.analysis.arithmetic.Truth.FALSE;
import static gradlab.analysis.arithmetic.Truth.TRUE;
import static gradlab.analysis.arithmetic.Truth.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.arithmetic.DoubleArithmetic;
import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each function of the language. The long decimals come from mpmath 1.3.0 with 40 digits, e.g. {@code
 * mpmath.mp.dps = 40; mpmath.nstr(mpmath.erf(1), 30)}; algebraic ones from the same with {@code mpmath.sqrt}.
 */
class FunctionValuesTest {
    /** What the binary64 kernels may be off by, relative to 1 + |value|: a few units in the last place per operation. */
    private static final double BINARY64 = 4e-15;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "pi                              | 3.14159265358979323846264338328",
                "e                               | 2.71828182845904523536028747135",
                "abs(-2.5)                       | 2.5",
                "sqrt(2)                         | 1.41421356237309504880168872421",
                "exp(1)                          | 2.71828182845904523536028747135",
                "log(2)                          | 0.693147180559945309417232121458",
                "log2(10)                        | 3.32192809488736234787031942949",
                "sin(1)                          | 0.841470984807896506652502321630",
                "cos(1)                          | 0.540302305868139717400936607443",
                "tan(1)                          | 1.55740772465490223050697480746",
                "tanh(1)                         | 0.761594155955764888119458282605",
                "sigmoid(1)                      | 0.731058578630004879251159944047",
                "erf(1)                          | 0.842700792949714869341220635083",
                "floor(-1.5)                     | -2",
                "ceil(-1.5)                      | -1",
                "floor(2)                        | 2",
                "ceil(2)                         | 2",
                "min(3, 1, 2)                    | 1",
                "max(3, 1, 4, 2)                 | 4",
                "2^0.5                           | 1.41421356237309504880168872421",
                "2^(1/3)                         | 1.25992104989487316476721060728",
                "norm([3, 4])                    | 5",
                "norm1([3, -4])                  | 7",
                "norminf([3, -4])                | 4",
                "norm([[3, 0], [0, -4]])         | 4",
                "norm([[1, 1], [0, 1]])          | 1.61803398874989484820458683437",
                "norm1([[1, -5], [2, 3]])        | 8",
                "norminf([[1, -5], [2, 3]])      | 6",
                "frobenius([[1, 2], [3, 4]])     | 5.47722557505166113456969782801",
                "dot([1, 2, 3], [4, 5, 6])       | 32",
                "sum([1, 2, 3.5])                | 6.5",
                "mean([1, 2, 6])                 | 3",
                "variance([1, 2, 6])             | 4.66666666666666666666666666667",
                "sum(zeros(3)) + sum(ones(4))    | 4",
                "frobenius(ones(2, 8))           | 4",
                "frobenius(zeros(2, 8))          | 0",
                "trace(identity(5))              | 5",
                "trace(diag([1, 2, 4]))          | 7",
                "det([[1, 2], [3, 4]])           | -2",
                "det([[2, 0, 1], [1, 3, 2], [1, 1, 1]]) | 0",
                "trace([[1, 2], [3, 4]])         | 5",
                "transpose([[1, 2], [3, 4]])[0, 1] | 3",
                "inverse([[1, 2], [3, 4]])[1, 0] | 1.5",
                "power([[1, 1], [1, 0]], 10)[0, 0] | 89",
                "power([[1, 1], [1, 0]], 0)[0, 1] | 0",
                "sigma([[3, 0], [4, 5]], 1)      | 6.70820393249936908922752100619",
                "sigma([[3, 0], [4, 5]], 2)      | 2.23606797749978969640917366873",
                "sigma_max([[3, 0], [4, 5]])     | 6.70820393249936908922752100619",
                "sigma_min([[3, 0], [4, 5]])     | 2.23606797749978969640917366873",
                "cond([[3, 0], [4, 5]])          | 3",
                "rho([[0, 1], [-1, 0]])          | 1",
                "rho([[1, 1], [1, 0]])           | 1.61803398874989484820458683437",
                "rho([[0, 9], [0, 0]])           | 0",
                "dense([[1, 2], [3, 4]])([1, 1])[1] | 7",
                "dense([[1, 2], [3, 4]], [10, 20])([1, 1])[1] | 27",
                "identity_map()([4, 5])[1]       | 5",
                "relu([-3, 2])[0] + relu([-3, 2])[1] | 2",
                "leaky_relu(0.1)(-3)             | -0.3",
                "tanh([1])[0]                    | 0.761594155955764888119458282605",
                "sigmoid([0])[0]                 | 0.5",
                "softmax([0, 1])[1]              | 0.731058578630004879251159944047",
                "layernorm(0)([1, 3])[1]         | 1",
                "layernorm(3)([1, 3])[1]         | 0.5",
                "layernorm(3, [2, 2], [1, 1])([1, 3])[1] | 2",
                "residual(relu)([5])[0]          | 10",
                "residual(relu, 0.5)([4])[0]     | 6",
                "sequential(dense([[2]]), relu, dense([[-1]], [1]))([3])[0] | -5",
                "repeat(dense([[2]]), 10)([1])[0] | 1024",
                "repeat(dense([[2]]), 0)([7])[0] | 7",
                "derivative(tanh, 1)             | 0.419974341614026069394496739024",
                "derivative(sigmoid, 0)          | 0.25",
                "derivative(relu, -1)            | 0",
                "derivative(leaky_relu(0.1), -1) | 0.1",
                "derivative(repeat(dense([[3]]), 4), 1) | 81",
                "jacobian(softmax, [0, 0])[0, 1] | -0.25",
                "jacobian(layernorm(3), [1, 3])[0, 0] | 0.1875",
                "jacobian(residual(tanh, 2), [0, 0])[1, 1] | 3",
                "if(1 < 2, 3, 4)                 | 3",
                "sum(i, 1, 100, i)               | 5050",
                "prod(i, 1, 5, i)                | 120",
            })
    void isKnown(String text, String value) {
        Interval enclosure = Texts.number(IntervalArithmetic.INTERVALS, text);
        double near = Double.parseDouble(value);
        assertThat(enclosure.lower()).isLessThanOrEqualTo(Math.nextUp(near));
        assertThat(enclosure.upper()).isGreaterThanOrEqualTo(Math.nextDown(near));
        assertThat(enclosure.width()).isLessThan(1e-13 * (1 + Math.abs(near)));
        assertThat(Texts.number(DoubleArithmetic.BINARY64, text))
                .isCloseTo(near, within(BINARY64 * (1 + Math.abs(near))));
        String other = "(" + text + ") - (" + value + ")";
        assertThat(Texts.truth("abs(" + other + ") < 1e-12")).isEqualTo(TRUE);
        assertThat(Texts.truth("abs(" + other + " - 1e-9) < 1e-12")).isEqualTo(FALSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt(2)^2 == 2",
                "sqrt(2)*sqrt(8) == 4",
                "sqrt(8) == 2*sqrt(2)",
                "norm([1, 1]) == sqrt(2)",
                "norm([3, 4]) == 5",
                "norm([[9, 0], [0, 4]]) == 9",
                "norm([[3, 0], [4, 5]]) == 3*sqrt(5)",
                "sigma_min([[3, 0], [4, 5]]) == sqrt(5)",
                "cond([[3, 0], [4, 5]]) == 3",
                "norm(jacobian(softmax, [0, 0])) == 1/2",
                "norm(jacobian(layernorm(4), [7, 7, 7])) == 1/2",
                "rho([[0, 4], [1, 0]]) == 2",
                "rho([[2, 1], [0, 2]]) == 2",
                "det([[1/3, 1/7], [7, 3]]) == 0",
                "[[1, 2], [3, 4]]*inverse([[1, 2], [3, 4]]) == identity(2)",
                "2.34^20 == repeat(dense([[2.34]]), 20)([1])[0]",
                "9^(1/2) == 3 and 4^(3/2) == 8 and 4^(-1/2) == 1/2",
                "exp(0) == 1 and log(1) == 0 and sin(0) == 0 and cos(0) == 1 and tanh(0) == 0 and erf(0) == 0",
                "derivative(tanh, 0) == 1 and derivative(sigmoid, 0) == 1/4",
                "isfinite(1e300*1e300)",
                "[1, 2] == [1, 2] and [1, 2] != [2, 1] and [[1]] == [[1]] and [[1]] != [[2]]",
                "identity(2)[0, 1] == 0 and diag([1, 2]) == [[1, 0], [0, 2]]",
                "[1, 2]*2 == 2*[1, 2] and [2, 4]/2 == [1, 2] and -[1, 2] == [-1, -2]",
                "2^1000000 > 0 and 1e-5000 > 0 and 1e5000 > 1e4999",
            })
    void exactAnswersDecideTies(String statement) {
        assertThat(Texts.truth(statement)).isEqualTo(TRUE);
        assertThat(Texts.truth("not (" + statement + ")")).isEqualTo(FALSE);
    }

    /** Where the value rounds to its bound in binary64, and yet never reaches it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tanh(1000) < 1",
                "tanh(-1000) > -1",
                "sigmoid(1000) < 1",
                "sigmoid(-1e6) > 0",
                "erf(100) < 1",
                "exp(-1e6) > 0",
                "derivative(tanh, 1000) > 0",
                "derivative(sigmoid, -1e6) > 0",
                "softmax([0, 1e6])[0] > 0",
                "softmax([0, 1e6])[1] < 1",
                "cos(1e-200) < 1",
            })
    void aBoundThatIsOnlyApproachedIsNeverCalledReached(String statement) {
        assertThat(Texts.truth(statement)).isIn(TRUE, UNDECIDED);
        assertThat(Texts.truth(IntervalArithmetic.INTERVALS, statement)).isIn(TRUE, UNDECIDED);
    }

    @Test
    void naNFromARunIsUndefinedAndInfinityIsNotFinite() {
        assertThat(Texts.truth("isfinite(1)")).isEqualTo(TRUE);
    }
}
