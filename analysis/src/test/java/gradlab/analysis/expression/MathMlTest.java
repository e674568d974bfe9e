package gradlab.analysis.expression;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.source.Position;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathMlTest {

    private static final MathMl MATH = MathMl.over(Set.of());

    private static Expression parse(String text) {
        return ExpressionParser.parse("test", text, Position.START);
    }

    private static List<String> broken(String text) {
        return MATH.breakable(parse(text)).stream()
                .map(MathMarkup::formula)
                .map(Linear::of)
                .toList();
    }

    private static String typeset(String text) {
        return Linear.of(MATH.of(parse(text))).replace('\u2062', '~');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "norm(J) <= 1/sqrt(eps)      | ‖J‖≤{1}/{√{ε}}",
                "norm1(x) + norminf(A)       | ‖x‖_{1}+‖A‖_{∞}",
                "frobenius(A)^2              | ‖A‖_{F}^{2}",
                "A'                          | A^{T}",
                "transpose(A) * x            | A^{T}~x",
                "(A * B)'                    | (A~B)^{T}",
                "inverse(A)                  | A^{−1}",
                "power(W, k)                 | W^{k}",
                "sigma(A, i) < sigma_max(A)  | σ_{i}(A)<σ_{max}(A)",
                "sigma_min(A)                | σ_{min}(A)",
                "rho(A) * trace(A) != det(A) | ρ(A)·tr(A)≠det(A)",
                "cond(A)                     | κ(A)",
                "jacobian(f, x)              | J_{f}(x)",
                "derivative(tanh, x) < 1     | tanh^{′}(x)<1",
                "f(x)                        | f(x)",
                "dot(x, y)                   | ⟨x,y⟩",
                "identity(n)                 | I_{n}",
                "zeros(m, n)                 | 0_{m×n}",
                "floor(y) + ceil(z)          | ⌊y⌋+⌈z⌉",
                "log(x) + log2(x)            | ln(x)+log_{2}(x)",
                "pi * e                      | π~e",
                "first_nonfinite(r)          | first_nonfinite(r)",
                "last(r, \"loss\")           | last(r,“loss”)",
            })
    void usesTheNotationOfTheField(String text, String expected) {
        assertThat(typeset(text)).isEqualTo(expected);
    }

    @Test
    void setsAbsoluteValuesInBars() {
        assertThat(typeset("abs(x) + 1")).isEqualTo("|x|+1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "layernorm(eps)              | LayerNorm_{ε}",
                "layernorm(eps, gamma, beta) | LayerNorm_{ε,γ,β}",
                "relu(x)                     | ReLU(x)",
                "leaky_relu(a)               | LeakyReLU_{a}",
                "residual(f, h)              | id+h·f",
                "sequential(f, g, relu)      | ReLU∘g∘f",
                "sequential(f, residual(g))  | (id+g)∘f",
                "repeat(sequential(f, g), k) | (g∘f)^{∘k}",
                "jacobian(residual(f), x)    | J_{id+f}(x)",
                "identity_map()(x)           | id(x)",
                "repeat(f, 20)([1])[0]       | f^{∘20}(1)_{0}",
                "residual(f)(x)              | (id+f)(x)",
                "jacobian(f, [1, 2])         | J_{f}(1,2)",
            })
    void composesLayersAsFunctions(String text, String expected) {
        assertThat(typeset(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a - (b - c)         | a−(b−c)",
                "a - b - c           | a−b−c",
                "(a + b) * c         | (a+b)·c",
                "a * b / c * d       | {a~b}/{c}~d",
                "(a + b) / (c - d)   | {a+b}/{c−d}",
                "a / b / c / d / x   | a/b/c/d/x",
                "(a / b)^2           | ({a}/{b})^{2}",
                "x^(1/2)             | x^{1/2}",
                "x^y^z               | x^{y^{z}}",
                "(x^y)^z             | (x^{y})^{z}",
                "-x^2                | −x^{2}",
                "(-x)^2              | (−x)^{2}",
                "a + -b              | a+(−b)",
                "a + -b / c          | a+{−b}/{c}",
                "a * -b              | a·(−b)",
                "-a * b + c          | −a~b+c",
                "x >= -1             | x≥−1",
                "2 * 3 * x           | 2·3~x",
                "x * 2               | x·2",
                "x * (y + 1)         | x·(y+1)",
                "As[0] * As[1]       | As_{0}·As_{1}",
                "A[i, j + 1]         | A_{i,j+1}",
                "x'[0]               | (x^{T})_{0}",
            })
    void setsParenthesesOnlyWherePrecedenceNeedsThem(String text, String expected) {
        assertThat(typeset(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "p or q and not r                 | p∨q∧¬r",
                "(p or q) and r                   | (p∨q)∧r",
                "not (a < b)                      | ¬(a<b)",
                "p implies q implies r            | p⇒q⇒r",
                "(p implies q) implies r          | (p⇒q)⇒r",
                "sum(i, 0, n - 1, x[i]) + 1       | ∑_{i=0}^{n−1}x_{i}+1",
                "sum(i, 1, n, i + 1)              | ∑_{i=1}^{n}(i+1)",
                "sum(i, 1, n, i) * 2              | (∑_{i=1}^{n}i)·2",
                "prod(i, 1, n, a * i)             | ∏_{i=1}^{n}(a~i)",
                "all(i, 0, 3, x[i] > 0) and p     | (∀i∈{0,…,3}:x_{i}>0)∧p",
                "if(x > 0, x, -x)                 | {x & if x>0 ; −x & otherwise",
                "[1, x]                           | (1,x)",
                "[[1, 0], [x, 2]]                 | [1 & 0 ; x & 2]",
            })
    void setsLogicRangesCasesAndMatrices(String text, String expected) {
        assertThat(typeset(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-5, 10^{−5}",
        "0.00025, 0.00025",
        "0.000025, 2.5·10^{−5}",
        "1000000, 10^{6}",
        "100000, 100000",
        "1234567, 1234567",
        "24227976.7, 24227976.7",
        "0.1, 0.1",
        "2.50, 2.5",
        "0, 0",
        "1e300, 10^{300}",
    })
    void showsNumbersExactlyAndShort(String text, String expected) {
        assertThat(typeset(text)).isEqualTo(expected);
    }

    @Test
    void namesNeverLookAlike() {
        assertThat(Linear.of(MATH.of(parse("x1")))).isEqualTo("x_{1}");
        assertThat(Linear.of(MathMl.over(Set.of("x", "x1")).of(parse("x1 - x[1]"))))
                .isEqualTo("x1−x_{1}");
        MathMl both = MathMl.over(Set.of("x1", "x_1"));
        assertThat(Linear.of(both.of(parse("x1 - x_1")))).isEqualTo("x1−x_1");
        assertThat(Linear.of(MATH.of(parse("W_h - eps2 - epsilon - eps")))).isEqualTo("W_{h}−ε_{2}−ϵ−ε");
    }

    @Test
    void escapesQuotedText() {
        String markup = MATH.of(parse("last(r, \"<script>alert('x')&\")"));
        assertThat(markup).doesNotContain("<script>").contains("&lt;script&gt;alert(&#39;x&#39;)&amp;");
        assertThat(Linear.of(markup)).contains("<script>alert('x')&");
    }

    @Test
    void longChainsNeitherNestNorOverflow() {
        String terms = IntStream.range(0, 5_000).mapToObj(i -> "a").collect(Collectors.joining("+"));
        String factors = IntStream.range(0, 5_000).mapToObj(i -> "a").collect(Collectors.joining("/"));
        assertThat(typeset(terms)).isEqualTo(terms);
        assertThat(typeset(factors)).isEqualTo(factors);
    }

    @Test
    void breaksLinesAtLogicAndComparisons() {
        assertThat(broken("a < b and c <= -d or p implies not (q and r)"))
                .containsExactly("a", "<b", "∧c", "≤−d", "∨p", "⇒¬(q∧r)");
        assertThat(broken("p and (q and r)")).containsExactly("p", "∧(q∧r)");
        assertThat(broken("(p implies q) implies r implies p")).containsExactly("(p⇒q)", "⇒r", "⇒p");
    }
}
