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
 * mpmath.mp.dps = 40; mpmath.nstr(mpmath.erf(1), 30)}; algebraic ones from the same with {@code mpmath.sqrt}; of layers by the formulas of
 * docs/claims.md in mpmath, derivatives by {@code mpmath.diff}.
 */
class FunctionValuesTest {
    /** What the binary64 kernels may be off by, relative to 1 + |value|: a few units in the last place per operation. */
    private static final double BINARY64 = 4e-15;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
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
                "softplus(-0.7) | 0.403186048885457893190906325932",
                "elu(-0.7) | -0.503414696208590485295199906602",
                "elu(2) | 2.0",
                "selu(-0.7) | -0.885053045577205399048764592823",
                "selu(2) | 2.10140197471096098683866997059",
                "gelu(-0.7) | -0.169374556556151110324545299721",
                "gelu_tanh(-0.7) | -0.169429865294883248798693168453",
                "silu(-0.7) | -0.232268559482283725428448169259",
                "mish(-0.7) | -0.267870234795500973586985533673",
                "hard_swish(-0.7) | -0.268333333333333333333333333333",
                "hard_swish(4) | 4.0",
                "hard_swish(-4) | 0.0",
                "derivative(softplus, -0.7) | 0.33181222783183389346921167037",
                "derivative(elu, -0.7) | 0.496585303791409514704800093398",
                "derivative(elu, 0) | 1.0",
                "derivative(selu, -0.7) | 0.87304629527017146089145292799",
                "derivative(gelu, -0.7) | 0.0233858988663401347736263070604",
                "derivative(gelu_tanh, -0.7) | 0.0236427813438960331882192697278",
                "derivative(silu, -0.7) | 0.17661321652665755818566667193",
                "derivative(mish, -0.7) | 0.184416073256781897374532126643",
                "derivative(hard_swish, -0.7) | 0.266666666666666666666666666667",
                "logsoftmax([0, 1, 3])[0] | -3.16984601955628564877898814323",
                "jacobian(logsoftmax, [0, 1, 3])[0, 2] | -0.843794734481339470051792885093",
                "jacobian(logsoftmax, [0, 1, 3])[1, 1] | 0.885804800615405521069858297458",
                "jacobian(softmax, [0, 1, 3])[0, 2] | -0.0354478725991377748270310582914",
                "cross_entropy([0, 1, 0])([0, 1, 3])[0] | 2.16984601955628564877898814323",
                "jacobian(cross_entropy([0, 1, 0]), [0, 1, 3])[0, 1] | -0.885804800615405521069858297458",
                "rmsnorm(1)([1, 2])[1] | 1.06904496764969753873821392352",
                "rmsnorm(1, [3, 5])([1, 2])[1] | 5.3452248382484876936910696176",
                "jacobian(rmsnorm(1), [1, 2])[1, 1] | 0.229081064496363758301045840754",
                "batchnorm(2, 3)([1, 3])[1] | 0.5",
                "conv1d([1, 10, 100], 4, \"zero\")([1, 2, 3, 4])[0] | 210.0",
                "conv1d([1, 10, 100], 4, \"circular\")([1, 2, 3, 4])[0] | 214.0",
                "conv1d([1, 10], 3, \"zero\")([1, 2, 3])[2] | 3.0",
                "jacobian(conv1d([1, 10, 100], 4, \"circular\"), [1, 2, 3, 4])[3, 0] | 100.0",
                "conv2d([[0, 1, 0], [2, 3, 4], [0, 5, 0]], 2, 2, \"zero\")([1, 2, 3, 4])[0] | 26.0",
                "conv2d([[0, 1, 0], [2, 3, 4], [0, 5, 0]], 2, 2, \"circular\")([1, 2, 3, 4])[3] | 42.0",
                "avgpool(5, 2, 2)([1, 2, 3, 5, 9])[1] | 4.0",
                "maxpool(5, 3, 2)([1, 7, 3, 5, 9])[1] | 9.0",
                "jacobian(maxpool(4, 2, 2), [1, 2, 4, 3])[1, 2] | 1.0",
                "dropout([1, 0, 1], 0.2)([3, 4, 5])[2] | 6.25",
                "rotary(4, 3)([1, 2, 3, 4])[3] | 4.08818663560343704739421385165",
                "rotary(2, 1)([1, 2])[0] | -1.14263966374765329590406803582",
                "attention([[1, 2], [0, 1]], [[1, 0], [1, 1]], [[2, -1]], 2)([0.5, -1, 0.25, 0.75])[0] | 1.30027254891575444384474721506",
                "jacobian(attention([[1, 2], [0, 1]], [[1, 0], [1, 1]], [[2, -1]], 2), [0.5, -1, 0.25, 0.75])[0, 3] | 0.0299197959860681412173621766169",
                "rnn([[0.5]], [[2]], [0.25], tanh, [1])([3])[0] | 0.998894442726152800967842082805",
                "lstm([[1], [-1], [2], [1]], [[2], [1], [0], [1]], [0, 1, 0, -1], [0.5])([0.25, -0.5])[0] | -0.0128885695854689734318820022243",
                "lstm([[1], [-1], [2], [1]], [[2], [1], [0], [1]], [0, 1, 0, -1], [0.5])([0.25, -0.5])[1] | -0.0294463284026970711073555916417",
                "jacobian(lstm([[1], [-1], [2], [1]], [[2], [1], [0], [1]], [0, 1, 0, -1], [0.5]), [0.25, -0.5])[0, 0] | 0.600433527408938923831430631011",
                "jacobian(lstm([[1], [-1], [2], [1]], [[2], [1], [0], [1]], [0, 1, 0, -1], [0.5]), [0.25, -0.5])[1, 1] | 0.777299861174691146999519547662",
                "gru([[1], [-1], [2]], [[2], [1], [-1]], [0, 1, 0], [1, 0, 3], [0.5])([0.25])[0] | 0.414883404876507032622932384167",
                "jacobian(gru([[1], [-1], [2]], [[2], [1], [-1]], [0, 1, 0], [1, 0, 3], [0.5]), [0.25])[0, 0] | 0.914463352661795944894157483235",
                "coupling(dense([[2]]), tanh)([0.5, 3])[1] | 8.6169626426371454645831808977",
                "jacobian(coupling(dense([[2]]), tanh), [0.5, 3])[1, 0] | 17.0961387037201988223114237625",
                "planar([1, 2], [3, 4], 5)([-1, 0.25])[1] | 2.24010950737346090266376037051",
                "jacobian(planar([1, 2], [3, 4], 5), [-1, 0.25])[1, 0] | 0.0591962229926411476389370181011",
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
                "gelu(0) == 0 and silu(0) == 0 and mish(0) == 0 and gelu_tanh(0) == 0 and elu(0) == 0 and selu(0) == 0",
                "derivative(gelu, 0) == 1/2 and derivative(silu, 0) == 1/2 and derivative(gelu_tanh, 0) == 1/2",
                "norm(jacobian(softmax, [1, 1, 1])) == 1/3 and softmax([2, 2, 2])[0] == 1/3",
                "norm(jacobian(rmsnorm(1), [0, 0, 0])) == 1 and rmsnorm(0)([3, 4])[0] == 3*sqrt(2)/5",
                "norm(jacobian(avgpool(4, 2, 2), [1, 2, 3, 4])) == sqrt(2)/2",
                "derivative(hard_swish, 1) == 5/6 and hard_swish(-1.5) == -3/8",
                "jacobian(dropout([1, 0], 1/3), [5, 6]) == [[3/2, 0], [0, 0]]",
                "rotary(4, 0)([1, 2, 3, 4]) == [1, 2, 3, 4]",
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
