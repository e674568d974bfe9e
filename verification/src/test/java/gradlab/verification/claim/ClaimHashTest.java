package gradlab.verification.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimHashTest {
    private static final String FILE = """
            id: a
            let:
              eps: 1e-5
            forall:
              n: integer(2, 256)
              x: vector(n)
            where:
              - norm(x) > 0
            define:
              J: jacobian(layernorm(eps), x)
            claim: norm(J) <= 1/sqrt(eps)
            """;

    private static String hash(String text) {
        return ClaimHash.of(ClaimTexts.file(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id: a|id: another",
                "id: a|id: a\ntitle: something\nsource: somebody",
                "id: a|id: a\nproof: layernorm_cap",
                "id: a|id: a\ndisproof: layernorm_cap",
                "id: a|id: a\ntrials: 5",
                "id: a|id: a\narithmetic: real",
                "id: a|# a comment\nid: a",
                "1e-5|0.00001",
                "norm(J) <= 1/sqrt(eps)|(norm(J))  <=  (1/sqrt(eps))",
                "norm(J) <= 1/sqrt(eps)|\"norm(J) <= 1/sqrt(eps)\"",
                "norm(J) <= 1/sqrt(eps)|>-\n  norm(J)\n  <= 1/sqrt(eps)",
                "- norm(x) > 0|  - norm(x) > 0.0",
            })
    void doesNotChangeWithWhatClaimsNothing(String change) {
        assertThat(hash(changed(change))).isEqualTo(hash(FILE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e-5|1.0000001e-5",
                "1e-5|-1e-5",
                "integer(2, 256)|integer(2, 255)",
                "vector(n)|vector(n, -1, 1)",
                "vector(n)|unit(n)",
                "forall|exists",
                "norm(x) > 0|norm(x) >= 0",
                "  - norm(x) > 0|  - norm(x) > 0\n  - n > 2",
                "norm(J) <=|norm(J) <",
                "norm(J) <= 1/sqrt|norm(J) <= 0.999/sqrt",
                "norm(J) <=|frobenius(J) <=",
                "jacobian(layernorm(eps), x)|jacobian(layernorm(2*eps), x)",
                "jacobian(layernorm(eps), x)|jacobian(softmax, x)",
                "n: integer(2, 256)|n: choice(2, 256)",
            })
    void changesWithWhatIsClaimed(String change) {
        assertThat(hash(changed(change))).isNotEqualTo(hash(FILE));
    }

    private static String changed(String change) {
        String[] parts = change.split("\\|", 2);
        assertThat(FILE).contains(parts[0]);
        return FILE.replace(parts[0], parts[1]);
    }

    @Test
    void isStable() {
        assertThat(ClaimHash.canonical(ClaimTexts.file(FILE))).isEqualTo("""
                        let eps 1/100000
                        forall n (apply integer 2 256)
                        forall x (apply vector n)
                        define J (jacobian (layernorm eps) x)
                        where (> (norm x) 0)
                        claim (<= (norm J) (/ 1 (sqrt eps)))
                        """);
        assertThat(hash(FILE)).matches("[0-9a-f]{64}");
    }
}
