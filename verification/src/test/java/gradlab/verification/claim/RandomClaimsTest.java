package gradlab.verification.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.SourceException;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading claims about means and probabilities. */
final class RandomClaimsTest {

    @Test
    void isRead() {
        Claim claim = ClaimTexts.claim(
                "forall: {n: 'integer(1, 4)'}",
                "random: {x: gaussian(n), Ws: 'list(3, gaussian(n, n, 1/sqrt(n)))'}",
                "define: {y: 'chain(Ws)*x'}",
                "tolerance: 0.01",
                "claim: E(norm(y)^2) == n");
        assertThat(claim.random()).extracting(Named::name).containsExactly("x", "Ws");
        assertThat(claim.support().tolerance()).isEqualTo(new BigFraction(1, 100));
        assertThat(claim.isStatistical()).isTrue();
    }

    @Test
    void theDistributionIsPartOfWhatIsClaimed() {
        String one = ClaimHash.of(ClaimTexts.claim("random: {x: gaussian(2)}", "claim: E(dot(x, x)) == 2"));
        String other = ClaimHash.of(ClaimTexts.claim("random: {x: rademacher(2)}", "claim: E(dot(x, x)) == 2"));
        assertThat(one).isNotEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x: gaussian()     | E(x) == x               | f.yaml:3:16: found the random 'x' outside of E, Var and P",
                "x: gaussian()     | E(x - E(x)) == 0        | f.yaml:3:14: found E, Var or P inside another",
                "x: gaussian()     | 1 == 1                  | f.yaml:3:10: found random variables and no mean of anything",
                "x: cauchy()       | E(x) == 0               | f.yaml:2:13: found 'cauchy' with 0 arguments",
                "x: 'gaussian([1])'| E(x) == 0               | found a vector, expected a number",
                "x: gaussian(2)    | E(x > 0) == 0           | expected",
                "x: gaussian(2)    | P(x) == 0               | expected P(a truth value)",
                "x: gaussian()     | E(x, x) == 0            | expected E(a number)",
                "x: seeds(3)       | E(x) == 2               | found E or Var of random runs",
                "x: seeds(3), y: gaussian() | P(x > y) == 0  | found seeds(...) beside other variables",
                "E: gaussian()     | P(E > 0) == 0           | found 'E'",
            })
    void isRefused(String random, String statement, String message) {
        assertThatThrownBy(() -> ClaimTexts.claim("random: {" + random + "}", "claim: " + statement))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(message);
    }

    @Test
    void meansNeedSomethingRandom() {
        assertThatThrownBy(() -> ClaimTexts.claim("claim: E(1) == 1"))
                .hasMessageContaining("found E, Var or P and nothing random");
        assertThatThrownBy(() -> ClaimTexts.claim("tolerance: 0.1", "claim: 1 == 1"))
                .hasMessageContaining("a tolerance and nothing random");
    }

    @ParameterizedTest
    @CsvSource({"0", "1.5", "-0.1", "x"})
    void aToleranceIsSmall(String tolerance) {
        assertThatThrownBy(() -> ClaimTexts.claim(
                        "random: {x: gaussian()}", "tolerance: '" + tolerance + "'", "claim: E(x) == 0"))
                .hasMessageContaining("a relative tolerance above 0 and at most 1");
    }

    @Test
    void chanceStaysOutOfHypothesesAndDomains() {
        assertThatThrownBy(() -> ClaimTexts.claim(
                        "forall: {a: real()}", "random: {x: gaussian()}", "where: [x > a]", "claim: E(x) == 0"))
                .hasMessageContaining("the random 'x' outside of E, Var and P");
        assertThatThrownBy(() -> ClaimTexts.claim("random: {x: gaussian()}", "where: [E(x) == 0]", "claim: E(x) == 0"))
                .hasMessageContaining("found E, Var or P, expected none here");
    }

    @Test
    void definitionsCarryTheirChanceAlong() {
        assertThatThrownBy(() ->
                        ClaimTexts.claim("random: {x: gaussian()}", "define: {y: 2*x}", "claim: E(x) == 0 and y == 0"))
                .hasMessageContaining("the random 'y' outside of E, Var and P");
        assertThatThrownBy(() -> ClaimTexts.claim("random: {x: gaussian()}", "define: {m: E(x)}", "claim: E(m*x) == 0"))
                .hasMessageContaining("E, Var or P inside another");
    }
}
