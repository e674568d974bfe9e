package gradlab.verification.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.source.SourceText;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimFile;
import gradlab.verification.claim.ClaimReader;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped claims come to what mathematics says of them; no theorem is needed for that. */
class CatalogueTest {
    private static final List<ClaimFile> ALL = Catalogue.all(Settled.RUNS);

    private static ClaimFile file(String id) {
        return ALL.stream()
                .filter(file -> file.claim().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Claim changed(String id, String part, String other) {
        SourceText text = file(id).text();
        assertThat(text.text()).contains(part);
        return ClaimReader.read(new SourceText(text.name(), text.text().replace(part, other)), Settled.RUNS)
                .claim();
    }

    @ParameterizedTest
    @CsvSource({
        "product-bound, SUPPORTED",
        "mean-gain-above-one-explodes, REFUTED",
        "scalar-chain-20, PROVED",
        "toy-relu-norm, PROVED",
        "toy-relu-10, REFUTED",
        "toy-relu-20, REFUTED",
        "toy-tanh-norm, PROVED",
        "tanh-slope-below-one, REFUTED",
        "layernorm-cap, SUPPORTED",
        "residual-eigenvalue-shift, SUPPORTED",
        "softmax-half, SUPPORTED",
        "explosion-diverges, SUPPORTED",
    })
    void comesToTheTruth(String id, Verdict expected) {
        ClaimResult result = Settled.of(file(id).claim(), 100, 2);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(expected);
    }

    @Test
    void everyClaimIsNamedHere() {
        assertThat(ALL).hasSize(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "layernorm-cap        | 1/sqrt(eps)      | 0.999/sqrt(eps)  | REFUTED",
                "layernorm-cap        | <= 1/sqrt(eps)   | < 1/sqrt(eps)    | REFUTED",
                "softmax-half         | <= 1/2           | <= 0.4999        | REFUTED",
                "softmax-half         | <= 1/2           | < 1/2            | REFUTED",
                "product-bound        | * norm(g)        | * norm(g) * 0.99 | REFUTED",
                "residual-eigenvalue-shift | (lambda + 1) | (lambda + 1.001) | REFUTED",
                "toy-relu-norm        | == 1.6           | < 1.6            | REFUTED",
                "toy-relu-10          | > 1000           | > 109.95         | PROVED",
                "toy-relu-10          | > 1000           | > 109.96         | REFUTED",
                "toy-relu-20          | > 1000000        | > 12089.2        | PROVED",
                "toy-tanh-norm        | < 0.0005         | < 0.0002         | REFUTED",
                "tanh-slope-below-one | < 1              | <= 1             | SUPPORTED",
                "scalar-chain-20      | 24227976.7       | 24227976.9       | REFUTED",
            })
    void aSmallChangeTurnsTheVerdict(String id, String part, String other, Verdict expected) {
        ClaimResult result = Settled.of(changed(id, part, other), 100, 2);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"layernorm-cap", "mean-gain-above-one-explodes", "tanh-slope-below-one", "toy-relu-norm"})
    void threadsDoNotChangeTheResult(String id) {
        Claim claim = file(id).claim();
        assertThat(Settled.of(claim, 100, 1)).isEqualTo(Settled.of(claim, 100, 2));
    }
}
