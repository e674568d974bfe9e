package gradlab.analysis.expression;

import static gradlab.analysis.arithmetic.Truth.TRUE;
import static gradlab.analysis.arithmetic.Truth.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.SourceException;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[[1, 2]]*[1, 2, 3] == [1]         | 1:9: found a 1 x 2 matrix times a vector of length 3",
                "[[1, 2]]*[[1, 2]] == [[1]]        | 1:9: found a 1 x 2 matrix times a 1 x 2 one",
                "[1, 2] + [1] == [1]               | 1:8: found vectors of length 2 and 1",
                "[[1, 2]] + [[1], [2]] == [[1]]    | 1:10: found a 2 x 1 matrix beside a 1 x 2 one",
                "[1, 2] == [1]                     | 1:8: found vectors of length 2 and 1",
                "[[1, 2]] == [[1], [2]]            | 1:10: found a 2 x 1 matrix beside a 1 x 2 one",
                "dot([1], [1, 2]) == 1             | 1:1: found vectors of length 1 and 2",
                "det([[1, 2]]) == 1                | 1:1: found a 1 x 2 matrix, expected a square matrix",
                "rho([[1, 2]]) == 1                | 1:1: found a 1 x 2 matrix, expected a square matrix",
                "inverse([[1, 2]]) == [[1]]        | 1:1: found a 1 x 2 matrix, expected a square matrix",
                "trace([[1, 2]]) == 1              | 1:1: found a 1 x 2 matrix, expected a square matrix",
                "power([[1, 2]], 2) == [[1]]       | 1:1: found a 1 x 2 matrix, expected a square matrix",
                "power([[1]], -1) == [[1]]         | 1:1: found the integer -1, expected one from 0 to 10000",
                "power([[1]], 1/2) == [[1]]        | 1:1: found the number 0.5, expected an integer",
                "sigma([[1, 2]], 0) == 1           | 1:1: found the integer 0, expected one from 1 to 1",
                "sigma([[1, 2]], 2) == 1           | 1:1: found the integer 2, expected one from 1 to 1",
                "sigma_max(zeros(0, 2)) == 0       | 1:1: found an empty matrix",
                "mean(zeros(0)) == 0               | 1:1: found an empty vector",
                "variance(zeros(0)) == 0           | 1:1: found an empty vector",
                "softmax(zeros(0)) == zeros(0)     | 1:1: found an empty vector",
                "layernorm(1)(zeros(0)) == zeros(0)| 1:13: found an empty vector",
                "dense([[1, 2]])([1]) == [1]       | 1:16: found a 1 x 2 matrix times a vector of length 1",
                "dense([[1]], [1, 2])([1]) == [1]  | 1:1: found a bias of length 2, expected one of length 1",
                "residual(dense([[1, 2]]))([1, 2]) == [1] | 1:26: found vectors of length 2 and 1",
                "layernorm(1, [1], [1])([1, 2]) == [1]    | 1:23: found the parameter gamma of shape [1], expected shape [2]",
                "dense([[1], [2]])(1) == 1         | 1:18: found a layer with 2 outputs",
                "derivative(dense([[1], [2]]), 1) == 1 | 1:1: found a layer with 2 outputs",
                "[1, 2][2] == 1                    | 1:7: found the integer 2, expected one from 0 to 1",
                "[1, 2][-1] == 1                   | 1:7: found the integer -1, expected one from 0 to 1",
                "[1, 2][0.5] == 1                  | 1:7: found the number 0.5, expected an integer",
                "[[1, 2]][1, 0] == 1               | 1:9: found the integer 1, expected one from 0 to 0",
                "zeros(0)[0] == 1                  | 1:9: found an index into something empty",
                "norm(zeros(-1)) == 0              | 1:6: found the integer -1, expected one from 0 to 4096",
                "norm(zeros(1.5)) == 0             | 1:6: found the number 1.5, expected an integer",
                "norm(zeros(10^9)) == 0            | 1:6: found the integer 1000000000, expected one from 0 to 4096",
                "norm(zeros(4096, 4096)) == 0      | 1:6: found a 4096 x 4096 matrix, expected at most 1000000",
                "norm(identity(4096)) == 0         | 1:6: found a 4096 x 4096 matrix, expected at most 1000000",
                "norm(diag(zeros(4096))) == 0      | 1:6: found a 4096 x 4096 matrix, expected at most 1000000",
                "norm(jacobian(relu, ones(4096))) == 0 | 1:6: found a 4096 x 4096 matrix, expected at most 1000000",
                "norm(zeros(10^2000)) == 0         | 1:6: found the integer of 6644 bits, expected one from 0 to 4096",
                "repeat(relu, 10^9)(1) == 1        | 1:1: found the integer 1000000000, expected one from 0 to 10000",
                "repeat(repeat(relu, 101), 100)(1) == 1 | 1:1: found 10100 layers in sequence, expected at most 10000",
                "repeat(repeat(identity_map(), 101), 100)(1) == 1 | 1:1: found 10100 layers in sequence",
                "repeat(residual(relu), 5001)(1) == 1 | 1:1: found 10002 layers in sequence, expected at most 10000",
                "sum(i, 1, 10^9, i) == 1           | 1:13: found the integer 1000000000",
                "sum(i, 1, 10001, i) == 1          | 1:1: found a range of 10001 terms, expected at most 10000",
                "sum(i, 0.5, 1, i) == 1            | 1:8: found the number 0.5, expected an integer",
            })
    void thatDoNotFitAreErrorsWithAPlace(String text, String message) {
        assertThatThrownBy(() -> Texts.truth(text))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f.yaml:" + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "norm(zeros(0)) == 0 and sum(zeros(0)) == 0 and norminf(zeros(0)) == 0",
                "det(identity(0)) == 1 and trace(identity(0)) == 0 and norm(identity(0)) == 0 and rho(identity(0)) == 0",
                "inverse(identity(0)) == identity(0)",
                "zeros(0, 3)*[1, 2, 3] == zeros(0)",
                "zeros(3, 0)*zeros(0) == zeros(3)",
                "norm(jacobian(relu, zeros(0))) == 0",
                "dense(zeros(0, 2))([1, 2]) == zeros(0)",
                "[1, 2][(1/3)*3] == 2",
                "norm(zeros(0.1*3*10)) == 0",
                "zeros(sqrt(4)) == [0, 0]",
                "sum(i, 5, 1, 1/0) == 0 and prod(i, 5, 1, 1/0) == 1",
                "sum(i, -3, 3, i) == 0",
                "sum(i, 1, 10000, 1) == 10000",
            })
    void thatAreSmallOrExactFit(String text) {
        assertThat(Texts.truth(text)).isEqualTo(TRUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all(i, 1, 10000, all(j, 1, 10000, all(k, 1, 10000, i > 0)))",
                "sum(i, 1, 10000, sum(j, 1, 10000, 1)) > 0",
                "all(i, 1, 10000, sum(j, 1, 10000, 1) > 0)",
                "9^9^9^9 > 0",
                "2^(10^8) > 0",
            })
    void thatAreHugeAreUndecidedAtOnce(String text) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(Texts.truth(text)).isEqualTo(UNDECIDED));
    }
}
