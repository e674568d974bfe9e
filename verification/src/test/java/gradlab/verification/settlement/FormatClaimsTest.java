package gradlab.verification.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.SourceException;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.ClaimTexts;
import gradlab.verification.claim.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims about formats of floating-point numbers are settled by replaying their operations, and never proved. */
class FormatClaimsTest {
    private static Claim claim(String format, String quantifier, String variables, String statement) {
        return ClaimTexts.claim(
                "arithmetic: " + format, quantifier + ": {" + variables + "}", "claim: \"" + statement + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binary32 | x: 'real(0, 1)'   | x + 0 == x                          | SUPPORTED",
                "binary32 | x: 'real(0, 1)', y: 'real(0, 1)' | x + y == y + x       | SUPPORTED",
                "binary32 | x: 'real(-9, 9)', y: 'real(-9, 9)' | abs(x + y) <= abs(x) + abs(y) | SUPPORTED",
                "binary32 | x: 'real(0.5, 9)' | sqrt(x*x) == x                      | SUPPORTED",
                "binary16 | x: 'vector(4, -1, 1)' | norm(x)^2 <= 4.01              | SUPPORTED",
                "binary16 | x: 'vector(4, -1, 1)' | norm(x) == sqrt(dot(x, x))     | SUPPORTED",
                "bfloat16 | x: 'vector(3, -1, 1)' | mean(x) == sum(x)/3             | SUPPORTED",
                "binary32 | x: 'real(1, 2)'   | x + 1e-9 > x                        | REFUTED",
                "binary64 | x: 'real(1, 2)'   | x + 1e-20 > x                       | REFUTED",
                "binary32 | x: 'real(1, 9)', y: 'real(1, 9)' | x/y*y == x           | REFUTED",
                "binary16 | x: 'vector(3, 0, 1)' | x[0] + x[1] + x[2] == x[2] + x[1] + x[0] | REFUTED",
                "bfloat16 | n: 'integer(1, 300)' | n + 1 > n                        | REFUTED",
                "binary32 | x: real(), y: real() | (x - y)*(x + y) == x^2 - y^2 or x > 1e9 | REFUTED",
                "binary32 | x: 'real(1, 2)', y: 'real(1, 2)' | (x + y)^2 == x^2 + 2*x*y + y^2 | REFUTED",
                "binary32 | x: 'real(0, 1)'   | x <= 0.1 or x > 0.1                 | SUPPORTED",
                "binary16 | k: 'integer(6, 9)' | 8^k > 0                            | UNDECIDED",
            })
    void areReplayed(String format, String variables, String statement, Verdict expected) {
        ClaimResult result = Settled.of(claim(format, "forall", variables, statement), 100, 2);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binary32 | x: 'real(1, 2)' | x*(1/x) != 1  | SUPPORTED",
                "binary32 | x: 'real(1, 2)' | x < 0         | UNDECIDED",
                "binary16 | n: 'integer(1, 3)' | n == 2     | SUPPORTED",
            })
    void existenceIsNotProvedEither(String format, String variables, String statement, Verdict expected) {
        ClaimResult result = Settled.of(claim(format, "exists", variables, statement), 100, 2);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binary128 | x > 0              | expected real, binary64",
                "binary32  | exp(x) > 0         | found 'exp' in binary32",
                "binary32  | relu(x) >= 0       | found a layer in binary32",
                "binary32  | x < pi             | found 'pi' in binary32",
                "binary16  | norm(inverse([[x]])*[1]) > 0 | found 'inverse' in binary16",
            })
    void whatTheFormatDoesNotFixIsRefused(String format, String statement, String message) {
        assertThatThrownBy(() -> claim(format, "forall", "x: real()", statement))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(message);
    }
}
