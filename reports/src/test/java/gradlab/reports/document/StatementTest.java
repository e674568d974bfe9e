package gradlab.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.verification.claim.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {

    private static String read(Claim claim) {
        return Statement.html(claim).replace("<wbr>", " ").replaceAll("<[^>]*>", "");
    }

    @Test
    void setsQuantifierHypothesesClaimAndNames() {
        assertThat(read(Samples.claim(Samples.CAP_TEXT))).isEqualTo("""
                        ∀n∈{2,…,256}, x∈ℝn :
                        ‖x‖ &gt;0 ⇒‖J‖ ≤1ε
                        where ε=10−5, J=JLayerNormε\u2061(x)
                        """);
    }

    @Test
    void anExistenceClaimJoinsItsHypotheses() {
        String text = """
                id: some
                exists:
                  x: real(0, 1)
                where:
                  - x > 0
                  - x < 1 or x > 2
                claim: x^2 < x
                """;
        assertThat(read(Samples.claim(text))).isEqualTo("∃x∈[0,1] :\nx &gt;0 ∧(x&lt;1∨x&gt;2) ∧x2 &lt;x\n");
    }

    @Test
    void aClaimWithoutVariablesIsJustItself() {
        assertThat(read(Samples.claim("id: plain\nclaim: 1 + 1 == 2"))).isEqualTo("1+1 =2\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer(1, 3)          | {1,…,3}",
                "real()                 | ℝ",
                "logreal(1e-9, 2)       | [10−9,2]",
                "boolean()              | {true,false}",
                "choice(1, 2, 3)        | {1,2,3}",
                "vector(4)              | ℝ4",
                "vector(4, 0, 1)        | [0,1]4",
                "unit(4)                | S3",
                "unit(k)                | Sk−1",
                "simplex(4)             | Δ3",
                "matrix(2, k)           | ℝ2×k",
                "matrix(2, 3, 0, 1)     | [0,1]2×3",
                "symmetric(k)           | Symk",
                "orthogonal(k)          | O(k)",
                "permutation(k)         | Permk",
                "list(3, matrix(k, k))  | (ℝk×k)3",
            })
    void setsDomainsAsSets(String domain, String expected) {
        String text = "id: d\nforall:\n  k: integer(1, 9)\n  x: \"" + domain + "\"\nclaim: k > 0";
        assertThat(read(Samples.claim(text))).startsWith("∀k∈{1,…,9}, x∈" + expected + " :");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gaussian()             | 𝒩(0,1)",
                "gaussian(k)            | 𝒩(0,1)k",
                "gaussian(2, k)         | 𝒩(0,1)2×k",
                "gaussian(2, k, 3)      | 𝒩(0,(3)2)2×k",
                "rademacher(k)          | 𝒰{−1,1}k",
                "rademacher(k, 2)       | 𝒰{−2,2}k",
                "uniform(0, 1)          | 𝒰[0,1]",
                "uniform(k, 0, 1)       | 𝒰[0,1]k",
                "uniform(2, k, 0, 1)    | 𝒰[0,1]2×k",
                "list(3, gaussian(k))   | (𝒩(0,1)k)3",
            })
    void setsDistributions(String distribution, String expected) {
        String text = "id: d\nforall:\n  k: integer(1, 9)\nrandom:\n  x: \"" + distribution
                + "\"\n  y: gaussian()\nclaim: E(y) == 0";
        assertThat(read(Samples.claim(text)))
                .isEqualTo("∀k∈{1,…,9} :\nx∼" + expected + ", y∼𝒩(0,1), independent :\n𝔼[y] =0\n");
    }

    @Test
    void theTextOfAStatisticalClaimSaysTheSame() {
        String claim = "id: a\nrandom:\n  x: gaussian(3)\ntolerance: 0.1\nclaim: P(x[0] > 1) <= Var(x[1])";
        String text = ClaimText.of(Samples.claim(claim));
        Claim again = Samples.claim("id: a\n" + text);
        assertThat(Statement.html(again)).isEqualTo(Statement.html(Samples.claim(claim)));
        assertThat(again.support()).isEqualTo(Samples.claim(claim).support());
    }

    @Test
    void theClaimsTextSaysTheSame() {
        String text = ClaimText.of(Samples.claim(Samples.CAP_TEXT));
        Claim again = Samples.claim("id: cap\n" + text);
        assertThat(Statement.html(again)).isEqualTo(Statement.html(Samples.claim(Samples.CAP_TEXT)));
        assertThat(text).contains("  eps: 1e-5\n").endsWith("claim: norm(J) <= 1 / sqrt(eps)");
    }
}
