package gradlab.analysis.expression;

import static gradlab.analysis.arithmetic.Truth.FALSE;
import static gradlab.analysis.arithmetic.Truth.TRUE;
import static gradlab.analysis.arithmetic.Truth.UNDECIDED;
import static gradlab.analysis.arithmetic.Truth.UNDEFINED;
import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.arithmetic.DoubleArithmetic;
import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.arithmetic.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UndefinedTest {
    /** Without value in the reals, whatever is said of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/0",
                "0/0",
                "1/(1 - 1)",
                "0*(1/0)",
                "0^0",
                "0^-1",
                "0^(-1/2)",
                "(-1)^(1/2)",
                "sqrt(-1)",
                "sqrt(-1e-300)",
                "log(0)",
                "log(-1)",
                "log2(0)",
                "derivative(relu, 0)",
                "derivative(leaky_relu(0.1), 0)",
                "jacobian(relu, [0, 1])[1, 1]",
                "derivative(sequential(dense([[2]], [-2]), relu), 1)",
                "derivative(residual(relu), 0)",
                "derivative(residual(relu, 0), 0)",
                "inverse([[1, 2], [2, 4]])[0, 0]",
                "inverse([[0]])[0, 0]",
                "[1, 1/0][0]",
                "sum(i, 0, 2, 1/i)",
                "layernorm(0)([1, 1])[0]",
                "rmsnorm(0)([0, 0])[0]",
                "derivative(selu, 0)",
                "derivative(hard_swish, 3)",
                "derivative(hard_swish, -3)",
                "jacobian(maxpool(3, 2, 1), [1, 2, 2])[0, 0]",
                "jacobian(attention([[1]], [[1]], [[1]], 1), [1/0])[0, 0]",
                "dropout([1, 1], 1)([1, 2])[0]",
                "dropout([1, 1], -1)([1, 2])[0]",
                "derivative(rnn([[1]], [[1]], [0], relu, [-1]), 1)",
                "jacobian(coupling(relu, tanh), [0, 1])[1, 1]",
                "max(1, 1/0)",
            })
    void supportsNothingAndRefutesNothing(String term) {
        for (String statement : new String[] {
            term + " == 1",
            "not " + term + " == 1",
            term + " != 1",
            term + " < 1",
            "1 <= " + term,
            term + " == " + term,
            term + " == 1 implies 1 == 1",
            "1 == 1 implies " + term + " == 1",
            "1 == 1 and " + term + " == 1",
            "1 == 2 or " + term + " != 1",
            "if(" + term + " == 1, 1, 1) == 1",
            "all(j, 0, 3, " + term + " != j)"
        }) {
            assertThat(Texts.truth(statement)).as(statement).isEqualTo(UNDEFINED);
            assertThat(Texts.truth(IntervalArithmetic.INTERVALS, statement))
                    .as(statement)
                    .isIn(UNDEFINED, UNDECIDED);
            assertThat(Texts.truth(DoubleArithmetic.BINARY64, statement))
                    .as(statement)
                    .isEqualTo(UNDEFINED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 == 2 implies 1/0 == 1",
                "1 == 1 or 1/0 == 1",
                "not (1 == 2 and 1/0 == 1)",
                "if(1 == 1, 1, 1/0) == 1",
                "if(1 == 2, 1/0, 1) == 1",
                "all(i, 0, 2, i != 0 implies i/i == 1)",
                "all(i, 1, 0, 1/0 == 1)",
                "sum(i, 1, 0, 1/0) == 0",
                "relu(0) == 0",
                "selu(0) == 0 and hard_swish(3) == 3 and hard_swish(-3) == 0",
                "derivative(elu, 0) == 1",
                "maxpool(3, 2, 1)([1, 2, 2]) == [2, 2]",
                "derivative(leaky_relu(1), 0) == 1",
                "0^2 == 0 and 0^(1/2) == 0",
                "layernorm(1)([1, 1])[0] == 0",
            })
    void whatAGuardKeepsAwayDoesNotMatter(String statement) {
        assertThat(Texts.truth(statement)).isEqualTo(TRUE);
        assertThat(Texts.truth(DoubleArithmetic.BINARY64, statement)).isEqualTo(TRUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tan(pi/2) == tan(pi/2) + 1   | UNDECIDED",
                "1/sin(pi) > 0                | UNDECIDED",
                "sqrt(sin(pi)) >= 0           | UNDECIDED",
                "log(1 - tanh(50)) < 0        | UNDECIDED",
                "sin(pi) == 0                 | UNDECIDED",
                "sin(pi) != 0                 | UNDECIDED",
                "exp(1) == e                  | UNDECIDED",
                "derivative(relu, sin(pi)) > 0| UNDECIDED",
                "jacobian(maxpool(2, 2, 1), [0, sin(pi)])[0, 0] >= 0 | UNDECIDED",
                "derivative(hard_swish, 3 + sin(pi)) > 0 | UNDECIDED",
            })
    void whatCannotBeToldIsUndecided(String statement, Truth expected) {
        assertThat(Texts.truth(new RealArithmetic(), statement)).isEqualTo(expected);
    }

    @Test
    void anUnusedDefinitionNeedNotHaveAValue() {
        Scope<Double> scope = Scope.empty();
        Evaluator<Double> evaluator = new Evaluator<>("f.yaml", DoubleArithmetic.BINARY64, RunSource.NONE);
        scope.bindLazily("a", () -> evaluator.value(Texts.parse("1/0"), scope));
        assertThat(evaluator.truth(Texts.parse("1 == 1"), scope)).isEqualTo(TRUE);
        assertThat(evaluator.truth(Texts.parse("a == 1"), scope)).isEqualTo(UNDEFINED);
        assertThat(evaluator.truth(Texts.parse("1 == 2 and a == 1"), scope)).isEqualTo(FALSE);
    }
}
