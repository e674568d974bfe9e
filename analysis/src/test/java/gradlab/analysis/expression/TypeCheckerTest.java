package gradlab.analysis.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeCheckerTest {
    private final TypeChecker checker = new TypeChecker(
            "f.yaml",
            RunSource.NONE,
            Map.of(
                    "x", Type.VECTOR,
                    "t", Type.NUMBER,
                    "A", Type.MATRIX,
                    "As", Type.listOf(Type.MATRIX),
                    "xs", Type.listOf(Type.VECTOR),
                    "b", Type.TRUTH,
                    "f", Type.of(Kind.LAYER)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "t + 1          | NUMBER",
                "t*x            | VECTOR",
                "x*t            | VECTOR",
                "x/2            | VECTOR",
                "A*x            | VECTOR",
                "A*A            | MATRIX",
                "A'             | MATRIX",
                "-A             | MATRIX",
                "A[0, 0]        | NUMBER",
                "As[0]          | MATRIX",
                "As[0]*xs[1]    | VECTOR",
                "f(x)           | VECTOR",
                "f(t)           | NUMBER",
                "relu           | LAYER",
                "tanh(t)        | NUMBER",
                "tanh(x)        | VECTOR",
                "jacobian(f, x) | MATRIX",
                "x == x         | TRUTH",
                "A != A         | TRUTH",
                "b implies b    | TRUTH",
                "if(b, x, x)    | VECTOR",
                "if(b, relu, f) | LAYER",
                "all(i, 0, 3, x[i] > 0) | TRUTH",
                "pi + e         | NUMBER",
                "true and false | TRUTH",
                "chain(As)      | MATRIX",
            })
    void kindsFollowFromTheParts(String text, Kind kind) {
        assertThat(checker.typeOf(Texts.parse(text)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nrom(x)        | 1:1: found the unknown name 'nrom', expected a known name; did you mean 'norm'?",
                "1 + sgima(A, 1)| 1:5: found the unknown name 'sgima', expected a known name; did you mean 'sigma'?",
                "q              | 1:1: found the unknown name 'q'",
                "exponent(x)    | 1:1: found (a vector), expected exponent(a run)",
                "norm           | 1:1: found the function norm, expected norm(...) with its arguments",
                "norm(x, x)     | 1:1: found (a vector, a vector), expected norm(a vector) or norm(a matrix)",
                "norm(t)        | 1:1: found (a number), expected norm(a vector) or norm(a matrix)",
                "norm()         | 1:1: found (), expected norm(a vector) or norm(a matrix)",
                "det(x)         | 1:1: found (a vector), expected det(a matrix)",
                "max(1)         | 1:1: found (a number), expected max(a number, a number, ...)",
                "x*x            | 1:2: found a vector * a vector",
                "x*A            | 1:2: found a vector * a matrix",
                "x + t          | 1:3: found a vector + a number, expected two numbers, two vectors or two matrices",
                "x < x          | 1:3: found a vector < a vector, expected two numbers",
                "b == b         | 1:3: found a truth value == a truth value",
                "A^2            | 1:2: found a matrix ^ a number, expected two numbers",
                "1/x            | 1:2: found a number / a vector",
                "t and b        | 1:1: found a number, expected a truth value",
                "not t          | 1:5: found a number, expected a truth value",
                "x'             | 1:2: found a vector, expected a matrix",
                "-b             | 1:1: found a truth value, expected a number, vector or matrix",
                "x[0, 1]        | 1:2: found a vector with two indices, expected v[i], A[i, j] or a list's [i]",
                "A[0]           | 1:2: found a matrix with one index",
                "t[0]           | 1:2: found a number with one index",
                "x[b]           | 1:3: found a truth value, expected a number",
                "[1, b]         | 1:5: found a truth value, expected a number",
                "f(A)           | 1:1: found (a matrix), expected one vector (or one number) for a layer",
                "f(x, x)        | 1:1: found (a vector, a vector), expected one vector (or one number) for a layer",
                "t(x)           | 1:1: found a number, expected a layer",
                "if(t, x, x)    | 1:4: found a number, expected a truth value",
                "if(b, x, t)    | 1:1: found a vector or else a number, expected equal kinds",
                "sum(i, 0, 3, x)| 1:14: found a vector, expected a number",
                "all(i, 0, 3, i)| 1:14: found a number, expected a truth value",
                "sum(x, 0, 3, 1)| 1:1: found the name 'x' again, expected a name not used before",
                "sum(pi, 0, 3, 1)| 1:1: found 'pi', expected a name of letters, digits and _ that is not built in",
                "sum(i, 0, 3, sum(i, 0, 3, 1)) | 1:14: found the name 'i' again",
                "sum(i, 0, 3, i) + i | 1:19: found the unknown name 'i'",
                "chain(xs)      | 1:1: found a list of items that are each a vector, expected a list of matrices",
                "real(0, 1)     | 1:1: found the unknown name 'real'",
                "run(\"no\", 1) | 1:5: found the unknown experiment 'no', expected the name of an experiment",
            })
    void whatDoesNotFitIsSaidWhereItStands(String text, String message) {
        assertThatThrownBy(() -> checker.typeOf(Texts.parse(text)))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f.yaml:" + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pi", "e", "norm", "relu", "if", "sum", "true", "gelu", "E", "P", "run", "x", "1a", "a-b", ""})
    void takenAndReservedNamesAreRefused(String name) {
        assertThatThrownBy(() -> checker.requireFree(name, Position.START)).isInstanceOf(SourceException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "_", "x1", "layer", "eps", "lambda"})
    void otherNamesAreFree(String name) {
        assertThatCode(() -> checker.requireFree(name, Position.START)).doesNotThrowAnyException();
    }
}
