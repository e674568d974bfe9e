package gradlab.verification.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.source.SourceText;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimFile;
import gradlab.verification.claim.ClaimReader;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped claims come to what mathematics says of them; no theorem is needed for that. */
class CatalogueTest {
    private static final String TRUTH = "/gradlab/verification/settlement/truth.csv";
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
    @CsvFileSource(resources = TRUTH)
    void comesToTheTruth(String id, Verdict expected) {
        Claim claim = file(id).claim();
        boolean ofRuns = RunClaims.isAboutRuns(claim) || claim.isAboutRandomRuns();
        ClaimResult result = ofRuns ? Settled.quickly(claim, 2) : Settled.of(claim, 100, 2);
        assertThat(result.verdict()).as(result.reason()).isEqualTo(expected);
    }

    @Test
    void everyClaimIsInTheTable() throws IOException {
        InputStream table = Objects.requireNonNull(CatalogueTest.class.getResourceAsStream(TRUTH));
        try (table) {
            List<String> named = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
            assertThat(ALL).extracting(file -> file.claim().id()).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    /** A verdict written down would be no verdict; a claim whose origin nobody told could not be judged by a reader. */
    @Test
    void everyClaimTellsWhoSaysIt() {
        assertThat(ALL).allSatisfy(file -> {
            assertThat(file.claim().source()).isNotEmpty();
            assertThat(file.claim().title()).isNotEqualTo(file.claim().id());
            assertThat(file.text().text()).doesNotContainPattern("(?i)\\b(proved|refuted|supported|undecided)\\b");
        });
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
                "overshoot            | (eta > 1/lambda  | (eta > 0.9/lambda | REFUTED",
                "overshoot            | eta > 1/lambda)  | eta > 1.1/lambda) | REFUTED",
                "gradient-descent-threshold | eta < 2/lambda_max | eta < 2.1/lambda_max | REFUTED",
                "gradient-descent-threshold | eta >= 2/lambda_max | eta >= 1.9/lambda_max | REFUTED",
                "residual-eigenvalue-shift | (lambda + 1) | (lambda + 1.001) | REFUTED",
                "toy-relu-norm        | == 1.6           | < 1.6            | REFUTED",
                "toy-relu-10          | > 1000           | > 109.95         | PROVED",
                "toy-relu-10          | > 1000           | > 109.96         | REFUTED",
                "toy-relu-20          | > 1000000        | > 12089.2        | PROVED",
                "toy-tanh-norm        | < 0.0005         | < 0.0002         | REFUTED",
                "tanh-slope-below-one | < 1              | <= 1             | SUPPORTED",
                "clipping-norm        | min(norm(g), c)  | c                | REFUTED",
                "flow-governed-by-norms | chain(Js)) <= 1 | chain(Js)) < 1 | REFUTED",
                "geometric-mean-bounds | <= prod          | <= 0.999*prod    | REFUTED",
                "layernorm-cap-tight  | == 1/sqrt(eps)   | < 1/sqrt(eps)    | REFUTED",
                "residual-singular-bounds | <= 1 + norm(J) | <= 1 + 0.99*norm(J) | REFUTED",
                "residual-singular-bounds | 1 - norm(J)   | 1 - 0.99*norm(J) | REFUTED",
                "spectral-cap-product | <= 0.729         | <= 0.7289        | REFUTED",
                "toy-tanh-chain-vanishes | 0.4^k          | 0.34^k           | REFUTED",
                "scalar-chain-20      | 24227976.7       | 24227976.9       | REFUTED",
                "xavier-variance      | sqrt(6/(nin      | sqrt(6.01/(nin   | REFUTED",
                "he-variance          | sqrt(2/nin)      | sqrt(2.001/nin)  | REFUTED",
                "attention-variance   | dot(q, k)/sqrt(d)) == 1 | dot(q, k)) == 1 | REFUTED",
                "relu-depth-growth    | g^2 * E          | 1.001*g^2 * E    | REFUTED",
                "relu-depth-typical   | -5/(2*n)         | -4/(2*n)         | UNDECIDED",
                "deep-gaussian-products-almost-surely | choice(1/2, 1, 2) | choice(1.33) | REFUTED",
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
