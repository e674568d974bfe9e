package gradlab.reports.document;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.expression.RecordedRun;
import gradlab.analysis.expression.RunRequest;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.source.SourceText;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseCounts;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimReader;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Trial;
import gradlab.verification.claim.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Claims, evidence and origins made by hand. */
final class Samples {

    static final String CAP_TEXT = """
            id: cap
            title: A cap
            source: derived
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

    static final Case CASE = Case.EMPTY
            .with("n", new CaseValue.OfNumber(new BigFraction(2)))
            .with("x", vector(new BigFraction(3, 2), new BigFraction(1, 3)));

    private static final RunSource EVERY_RUN = new RunSource() {
        @Override
        public boolean knows(String experiment) {
            return true;
        }

        @Override
        public RecordedRun run(RunRequest request) {
            throw new AssertionError("nothing here runs");
        }
    };

    private Samples() {}

    static Claim claim(String text) {
        return ClaimReader.read(new SourceText("sample.yaml", text), EVERY_RUN).claim();
    }

    static ClaimResult result(Claim claim, Verdict verdict, String reason, Evidence... evidence) {
        return new ClaimResult(claim, verdict, reason, false, List.of(evidence));
    }

    static Evidence.Search search(double bound, Optional<Double> margin) {
        return new Evidence.Search(
                new CaseCounts(1000, 1, 2, 3), 1000, 40, bound, margin, Optional.of(CASE), "many scales");
    }

    static Evidence.Witness witness(Case found) {
        return new Evidence.Witness(found, false, "ascent", Evidence.Recheck.ACCEPTED);
    }

    static Evidence.Theorem theorem(boolean accepted) {
        return new Evidence.Theorem(
                false, "cap_theorem", accepted, "forall x, x <= 1", List.of("classic"), "Coq 8.16.1", "it says so");
    }

    static Evidence.Training training(Map<String, Double> measurements) {
        return new Evidence.Training(
                "deep-digits",
                true,
                List.of(trial(1, Trial.Outcome.SATISFIES), trial(2, Trial.Outcome.VIOLATES)),
                2,
                List.of(),
                measurements,
                Map.of("deep 1", "ab12"));
    }

    private static Trial trial(long seed, Trial.Outcome outcome) {
        String label = "deep-digits seed " + seed;
        return new Trial(
                Case.EMPTY.with("seed", new CaseValue.OfNumber(new BigFraction(seed))),
                seed,
                outcome,
                List.of(label),
                List.of(
                        new Trial.Reading(label, "last \"loss\"", 0.25 * seed),
                        new Trial.Reading(label, "first_nonfinite", Double.POSITIVE_INFINITY)));
    }

    static CaseValue vector(BigFraction... entries) {
        return new CaseValue.OfVector(List.of(entries));
    }

    static CaseValue matrix(int rows, int columns, int... entries) {
        return new CaseValue.OfMatrix(new Matrix<>(
                rows, columns, Arrays.stream(entries).mapToObj(BigFraction::new).toList()));
    }

    static Provenance provenance() {
        return new Provenance(
                "0.1.0",
                "abc123",
                7,
                List.of("./gradlab", "verify", "--out", "my run"),
                new Provenance.Platform("Vendor", "17.0.1", "Linux 6 amd64", 8),
                2,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Instant.parse("2026-01-02T03:05:05.678Z"),
                Optional.empty(),
                List.of(new Provenance.InputFile("cap.yaml", "00ff")));
    }
}
