package gradlab.verification.settlement;

import static gradlab.verification.claim.Verdict.PROVED;
import static gradlab.verification.claim.Verdict.SUPPORTED;
import static gradlab.verification.claim.Verdict.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.ClaimTexts;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims about means and probabilities whose truth is known. */
final class StatisticalClaimsTest {

    private static Claim claim(String variables, String random, String statement) {
        return ClaimTexts.claim(
                "forall: {" + variables + "}", "random: {" + random + "}", "claim: \"" + statement + "\"");
    }

    private static ClaimResult settled(String random, String statement) {
        return Settled.of(ClaimTexts.claim("random: {" + random + "}", "claim: \"" + statement + "\""), 100, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: gaussian()                  | E(x^4) == 3 and Var(x^2) == 2                       | PROVED",
                "x: gaussian()                  | E(x^4) < 3                                          | REFUTED",
                "x: gaussian()                  | E(x^4) <= 2.9999999999999999999                     | REFUTED",
                "x: gaussian()                  | E((x + 1)^3) == 4                                   | PROVED",
                "u: 'uniform(0, 1)'             | E(u) == 1/2 and Var(u) == 1/12 and E(u^5) == 1/6    | PROVED",
                "u: 'uniform(-3, 1)'            | Var(u) == 4/3                                       | PROVED",
                "A: 'gaussian(2, 2)'            | E(det(A)^2) == 2 and E(trace(A)^2) == 2             | PROVED",
                "A: 'gaussian(2, 3, 2)'         | E(frobenius(A)^2) == 24                             | PROVED",
                "A: 'gaussian(2, 2)'            | E(A) == zeros(2, 2) and E(A*A') == 2*identity(2)    | PROVED",
                "r: 'rademacher(3, 2)'          | E(norm(r)^2) == 12 and Var(norm(r)^2) == 0          | PROVED",
                "x: gaussian(3)                 | E(relu(x)[0]^2) == 1/2 and E(norm(relu(x))^2) == 3/2| PROVED",
                "x: gaussian(3)                 | E(sum(i, 0, 2, x[i])^2) == sum(i, 0, 2, E(x[i]^2))  | PROVED",
                "x: gaussian()                  | E(x) == 0 and sqrt(Var(x)) == 1                     | PROVED",
                "x: gaussian()                  | P(x == x) == 1                                      | UNDECIDED",
                "x: gaussian()                  | P(abs(x) <= 1) >= 0.68 and P(abs(x) <= 1) <= 0.69   | SUPPORTED",
                "x: gaussian()                  | P(abs(x) <= 1) >= 0.72                              | REFUTED",
                "x: gaussian()                  | P(abs(x) <= 1) == 0.6827                            | SUPPORTED",
                "x: gaussian()                  | E(tanh(x)^2) == 0.3943                              | SUPPORTED",
                "x: gaussian()                  | E(tanh(x)^2) >= 0.45                                | REFUTED",
                "x: gaussian()                  | Var(tanh(x)) >= 0.6                                 | REFUTED",
                "x: gaussian()                  | not (Var(tanh(x)) >= 0.5)                           | SUPPORTED",
                "x: gaussian()                  | E(exp(x)) == sqrt(e)                                | SUPPORTED",
                "x: gaussian()                  | E(exp(x)) >= 5                                      | UNDECIDED",
                "x: gaussian()                  | E(abs(x)) == sqrt(2/pi)                             | SUPPORTED",
                "x: gaussian()                  | E(abs(x)) >= 2                                      | UNDECIDED",
                "x: gaussian(), y: gaussian()   | E(abs(x/y)) >= 1                                    | UNDECIDED",
                "x: gaussian(), y: gaussian()   | E(abs(x/y)) <= 1                                    | UNDECIDED",
                "x: gaussian()                  | E(sqrt(x)) >= 0                                     | UNDECIDED",
                "x: gaussian()                  | E(sqrt(x)^2) == E(x)                                | UNDECIDED",
                "x: gaussian()                  | E(tanh(x)) == 0                                     | UNDECIDED",
                "x: gaussian()                  | E(tanh(x)/0) == 0                                   | UNDECIDED",
                "x: gaussian()                  | P(1/0 > x) == 0                                     | UNDECIDED",
            })
    void comesToTheTruth(String random, String statement, Verdict expected) {
        ClaimResult result = settled(random, statement);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(expected);
        boolean exact = result.evidence().stream()
                .noneMatch(e -> e instanceof Evidence.Expectation expectation && expectation.isSampled());
        assertThat(result.statistical()).isEqualTo(!exact && expected != UNDECIDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d: 'integer(1, 20)' | q: gaussian(d), k: gaussian(d) | Var(dot(q, k)) == d             | PROVED",
                "d: 'integer(1, 20)' | q: gaussian(d), k: gaussian(d) | Var(dot(q, k)) <= 19            | REFUTED",
                "x: 'vector(3)'      | W: 'gaussian(2, 3)'            | E(norm(W*x)^2) == 2*norm(x)^2   | PROVED",
                "x: 'vector(3)'      | W: 'gaussian(2, 3)'            | E(norm(W*x)^2) <= 2*norm(x)     | REFUTED",
                "x: 'unit(3)'        | W: 'gaussian(2, 3)'            | E(norm(W*x)^2) == 2             | SUPPORTED",
                "s: 'real(0, 1)'     | x: gaussian()                  | E((s*x)^2) <= 1                 | PROVED",
                "s: 'real(0, 1)'     | x: gaussian()                  | E((s*x)^2) < 1                  | REFUTED",
                "s: 'integer(1, 3)'  | x: gaussian()                  | P(s*x > 0) >= 0.49              | SUPPORTED",
                "s: 'integer(1, 3)'  | x: gaussian()                  | P(x > s) >= 0.1                 | REFUTED",
                "s: 'integer(5, 3)'  | x: gaussian()                  | P(x > 0) >= 0.1                 | none",
            })
    void holdsForEveryCase(String variables, String random, String statement, String expected) {
        if (expected.equals("none")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> Settled.of(claim(variables, random, statement), 100, 2))
                    .hasMessageContaining("an empty domain");
            return;
        }
        ClaimResult result = Settled.of(claim(variables, random, statement), 100, 2);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.valueOf(expected));
    }

    @Test
    void existenceIsSettledExactlyOrNot() {
        Claim exact = ClaimTexts.claim(
                "exists: {n: 'integer(1, 9)'}", "random: {x: gaussian(n)}", "claim: E(norm(x)^2) == 7");
        assertThat(Settled.of(exact, 100, 2).verdict()).isEqualTo(PROVED);
        Claim sampled =
                ClaimTexts.claim("exists: {n: 'integer(1, 2)'}", "random: {x: gaussian()}", "claim: P(x > n) >= 0.1");
        assertThat(Settled.of(sampled, 100, 2).verdict()).isEqualTo(UNDECIDED);
    }

    @Test
    void threadsDoNotChangeTheResult() {
        Claim claim = claim("s: 'integer(1, 3)'", "x: gaussian()", "P(s*x > 0) >= 0.49 and E(tanh(x)^2) <= 0.4");
        assertThat(Settled.of(claim, 100, 1)).isEqualTo(Settled.of(claim, 100, 2));
    }

    @Test
    void nothingTrueIsRefuted() {
        for (int i = 40; i < 48; i++) {
            Claim claim = ClaimTexts.claim("random: {x: 'uniform(0, 1)'}", "claim: P(x <= 0." + i + ") >= 0." + i);
            assertThat(Settled.of(claim, 100, 2).verdict()).isIn(SUPPORTED, UNDECIDED);
        }
    }
}
