package gradlab.analysis.expression;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.arithmetic.Truth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrecedenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "-2^2                   | (neg (^ 2 2))",
                "2^-1                   | (^ 2 (neg 1))",
                "2^3^2                  | (^ 2 (^ 3 2))",
                "2^-3^2                 | (^ 2 (neg (^ 3 2)))",
                "(-2)^2                 | (^ (neg 2) 2)",
                "--2                    | (neg (neg 2))",
                "-a*b                   | (* (neg a) b)",
                "a*-b                   | (* a (neg b))",
                "a - b - c              | (- (- a b) c)",
                "a / b / c              | (/ (/ a b) c)",
                "a / b * c              | (* (/ a b) c)",
                "a + b*c^d              | (+ a (* b (^ c d)))",
                "a + b < c*d            | (< (+ a b) (* c d))",
                "not a < b and c        | (and (not (< a b)) c)",
                "not not a              | (not (not a))",
                "a or b and c           | (or a (and b c))",
                "a and b or c           | (or (and a b) c)",
                "a or b implies c or d  | (implies (or a b) (or c d))",
                "a implies b implies c  | (implies a (implies b c))",
                "A'*B'                  | (* (transpose A) (transpose B))",
                "A'[0, 1]               | (index (transpose A) 0 1)",
                "A[0, 1]^2              | (^ (index A 0 1) 2)",
                "As[0][1, 2]            | (index (index As 0) 1 2)",
                "f(x)[0]                | (index (apply f x) 0)",
                "f(x)'                  | (transpose (apply f x))",
                "dense(W)(x)            | (apply (dense W) x)",
                "-x[0]                  | (neg (index x 0))",
                "2*[1, 2]               | (* 2 (vector 1 2))",
                "[[1, 2], [3, 4]]       | (matrix 2 2 1 2 3 4)",
                "[[1]]                  | (matrix 1 1 1)",
                "sum(i, 0, n - 1, x[i]) | (sum i 0 (- n 1) (index x i))",
                "sum(x)                 | (sumv x)",
                "if(a, b, c)            | (if a b c)",
                "1.50 + .5 + 2. + 1e-2  | (+ (+ (+ 3/2 1/2) 2) 1/100)",
            })
    void bindsAsWritten(String text, String form) {
        assertThat(Texts.form(text)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-2^2 == -4",
                "2^-1 == 0.5",
                "2^3^2 == 512",
                "(-2)^2 == 4",
                "-2^-2 == -1/4",
                "1 - 2 - 3 == -4",
                "8/4/2 == 1",
                "8/4*2 == 4",
                "not 1 == 2 and 2 == 2",
                "1 == 2 implies 1 == 3",
                "1 == 1 or 1 == 2 and 1 == 2",
                "[[1, 2], [3, 4]]'[0, 1] == 3",
                "[[1, 2], [3, 4]][1, 0] == 3",
                "[5, 6, 7][2] == 7",
                "0.1 + 0.2 == 0.3",
                "1e3 == 1000 and 1E+3 == 1000 and 1e-3 == 0.001",
            })
    void meansWhatItSays(String text) {
        assertThat(Texts.truth(text)).isEqualTo(Truth.TRUE);
    }
}
